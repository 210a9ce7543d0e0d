import { seatUnit } from '../model/rule-unit.js';
import { matrixOver } from '../numeric/matrix-over.js';
import type { Options } from '../options.js';
import type { Rng } from '../random/rng.js';
import { groupTerritories } from './by-territory.js';
import type { ComposedWorkshops, EntryInput, WorkshopControl, WorkshopInput } from './composed-workshops.js';
import { refuseCrowdedDelegation } from './refusals/crowded-delegation.js';
import { groundOfRules } from './rules/ground-of-rules.js';
import { seatBalance } from './seat-balance.js';
import { type OccupiedSeat, seatsInOffice } from './seats-in-office.js';

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
  const { occupied, unplaced } = seatsInOffice(input.seats, input.territoryIds, input.date);
  const delegations = delegationsOf(occupied, input.territoryIds.length);
  refuseCrowdedDelegation(delegations, occupied, options, input);
  const { groupOf, count, ...found } = groupTerritories(
    seatUnits(occupied, input, options),
    options,
    rng,
    control,
  );
  const members: OccupiedSeat[][] = Array.from({ length: count }, () => []);
  for (const [k, seat] of occupied.entries()) members[groupOf[k] ?? -1]?.push(seat);
  return {
    workshops: members.map((seats) => {
      const sorted = [...seats].sort((a, b) => a.territory - b.territory);
      return { territories: sorted.map(({ territory }) => territory), seats: sorted.map(({ seat }) => seat) };
    }),
    unplaced,
    ...found,
  };
}

/** The places in `occupied` of each territory's seats. */
function delegationsOf(occupied: readonly OccupiedSeat[], territoryCount: number): number[][] {
  const delegations: number[][] = Array.from({ length: territoryCount }, () => []);
  for (const [k, { territory }] of occupied.entries()) delegations[territory]?.push(k);
  return delegations;
}

/** Seats as the units of a grouping, in the order given: those of one territory are apart. */
export function seatUnits(
  occupied: readonly OccupiedSeat[],
  input: EntryInput,
  options: Options['workshop'],
): WorkshopInput {
  const { territoryIds, names = territoryIds, affinity, distances, rules, seats } = input;
  const territories = occupied.map(({ territory }) => territory);
  const delegations = delegationsOf(occupied, territoryIds.length);
  return {
    unit: 'seat',
    territoryIds: occupied.map(({ id }) => id),
    names: occupied.map(({ id, territory }) => `${names[territory] ?? ''} (${id})`),
    affinity: matrixOver(affinity, territories),
    distances: {
      km: matrixOver(distances.km, territories),
      located: Uint8Array.from(territories, (t) => distances.located[t] ?? 0),
      // that of the territories: a pair of seats is as far apart as they are
      meanKm: distances.meanKm,
    },
    rules,
    facts: groundOfRules(input).facts,
    units: occupied.flatMap(({ seat, territory }) => {
      const given = seats[seat];
      return given ? [seatUnit(territory, given)] : [];
    }),
    apart: delegations.flatMap((own) =>
      own.flatMap((i, rank) => own.slice(rank + 1).map((j): [number, number] => [i, j])),
    ),
    criteria: seatBalance(occupied, rules, options.balance),
  };
}
