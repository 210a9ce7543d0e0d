import type { Criterion } from '../model/criterion.js';
import { seatUnit } from '../model/rule-unit.js';
import { matrixOver } from '../numeric/matrix-over.js';
import type { Options } from '../options.js';
import type { EntryInput, Unplaced, WorkshopInput } from './composed-workshops.js';
import { groundOfRules } from './rules/ground-of-rules.js';
import { seatBalance } from './seat-balance.js';
import { type OccupiedSeat, seatsInOffice } from './seats-in-office.js';

/** Some occupied seats of an assembly as the units of a grouping. */
export interface UnitsOfSeats {
  /** the units of each territory */
  readonly delegations: readonly (readonly number[])[];
  readonly input: WorkshopInput & Required<Pick<WorkshopInput, 'facts' | 'units' | 'apart'>>;
  /** women and men, and colleges, as among these seats */
  readonly balance: readonly Criterion[];
}

/** All of them. */
export interface SeatUnits extends UnitsOfSeats {
  /** by id: unit k is seat k of these */
  readonly occupied: readonly OccupiedSeat[];
  readonly unplaced: readonly Unplaced[];
}

/**
 * Restates an assembly over its occupied seats: see `unitsOfSeats`.
 *
 * @throws EngineError as `seatsInOffice`
 */
export function seatUnits(input: EntryInput, options: Options['workshop']): SeatUnits {
  const { occupied, unplaced } = seatsInOffice(input.seats, input.territoryIds, input.date);
  return { occupied, unplaced, ...unitsOfSeats(occupied, input, options) };
}

/**
 * Restates an assembly over these seats, in their order: affinities and distances are those of their territories, two
 * seats of one territory never meet, and the balance of parity and colleges is a term beside the rules.
 */
export function unitsOfSeats(
  occupied: readonly OccupiedSeat[],
  input: EntryInput,
  { balance: weight }: Options['workshop'],
): UnitsOfSeats {
  const { territoryIds, names = territoryIds, affinity, distances, rules, seats } = input;
  const territories = occupied.map(({ territory }) => territory);
  const delegations = delegationsOf(occupied, territoryIds.length);
  const balance = seatBalance(occupied, rules, weight);
  return {
    delegations,
    balance,
    input: {
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
      criteria: balance,
    },
  };
}

/** The places in `occupied` of each territory's seats. */
function delegationsOf(occupied: readonly OccupiedSeat[], territoryCount: number): number[][] {
  const delegations: number[][] = Array.from({ length: territoryCount }, () => []);
  for (const [k, { territory }] of occupied.entries()) delegations[territory]?.push(k);
  return delegations;
}
