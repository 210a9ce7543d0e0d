import type { Options } from '../options.js';
import type { Rng } from '../random/rng.js';
import { groupTerritories } from './by-territory.js';
import type {
  ComposedWorkshop,
  ComposedWorkshops,
  EntryInput,
  WorkshopControl,
} from './composed-workshops.js';
import { refuseCrowdedDelegation } from './refusals/crowded-delegation.js';
import { seatUnits } from './seat-units.js';
import type { OccupiedSeat } from './seats-in-office.js';

/**
 * Places every occupied seat in one workshop: those of one territory apart, so that a delegation hears as many
 * workshops as it has members; weights are those of the territories; women and men, and colleges, in each
 * workshop as in the whole as far as `balance` weighs.
 *
 * @throws EngineError as `groupTerritories` and `seatsInOffice`; `infeasible` too for a territory with more
 * seats than there can be workshops
 */
export function composeBySeat(
  input: EntryInput,
  options: Options['workshop'],
  rng: Rng,
  control: WorkshopControl = {},
): ComposedWorkshops {
  const { occupied, unplaced, delegations, input: seated } = seatUnits(input, options);
  refuseCrowdedDelegation(delegations, occupied, options, input);
  const { groupOf, count, ...found } = groupTerritories(seated, options, rng, control);
  const members: OccupiedSeat[][] = Array.from({ length: count }, () => []);
  for (const [k, seat] of occupied.entries()) members[groupOf[k] ?? -1]?.push(seat);
  return { workshops: members.map(workshopOfSeats), unplaced, ...found };
}

/** A workshop of these seats, by territory. */
export function workshopOfSeats(
  seats: readonly OccupiedSeat[],
): Required<Pick<ComposedWorkshop, 'territories' | 'seats'>> {
  const sorted = [...seats].sort((a, b) => a.territory - b.territory);
  return { territories: sorted.map(({ territory }) => territory), seats: sorted.map(({ seat }) => seat) };
}
