import type { Criterion } from '../model/criterion.js';
import { seatUnit } from '../model/rule-unit.js';
import type { Matrix } from '../numeric/matrix.js';
import type { Options } from '../options.js';
import type { EntryInput, Unplaced, WorkshopInput } from './composed-workshops.js';
import { groundOfRules } from './rules/ground-of-rules.js';
import { seatBalance } from './seat-balance.js';
import { type OccupiedSeat, seatsInOffice } from './seats-in-office.js';

/** The occupied seats of an assembly as the units of a grouping. */
export interface SeatUnits {
  /** by id: unit k is seat k of these */
  readonly occupied: readonly OccupiedSeat[];
  readonly unplaced: readonly Unplaced[];
  /** the units of each territory */
  readonly delegations: readonly (readonly number[])[];
  readonly input: WorkshopInput & Required<Pick<WorkshopInput, 'facts' | 'units' | 'apart'>>;
  /** women and men, and colleges, as in the whole */
  readonly balance: readonly Criterion[];
}

/**
 * Restates an assembly over its occupied seats: affinities and distances are those of their territories, two seats of
 * one territory never meet, and the balance of parity and colleges is a term beside the rules.
 *
 * @throws EngineError as `seatsInOffice`
 */
export function seatUnits(input: EntryInput, { balance: weight }: Options['workshop']): SeatUnits {
  const { territoryIds, names = territoryIds, affinity, distances, rules, seats } = input;
  const { occupied, unplaced } = seatsInOffice(seats, territoryIds, input.date);
  const territories = occupied.map(({ territory }) => territory);
  const delegations = delegationsOf(occupied, territoryIds.length);
  const balance = seatBalance(occupied, rules, weight);
  return {
    occupied,
    unplaced,
    delegations,
    balance,
    input: {
      unit: 'seat',
      territoryIds: occupied.map(({ id }) => id),
      names: occupied.map(({ id, territory }) => `${names[territory] ?? ''} (${id})`),
      affinity: spreadOver(affinity, territories),
      distances: {
        km: spreadOver(distances.km, territories),
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

/** The matrix of territories read by units; two units of one territory have 0, as its diagonal. */
export function spreadOver({ columns, values }: Matrix, territories: readonly number[]): Matrix {
  const order = territories.length;
  const spread = new Float64Array(order * order);
  territories.forEach((s, row) => {
    territories.forEach((t, column) => {
      if (s !== t) spread[row * order + column] = values[s * columns + t] ?? 0;
    });
  });
  return { rows: order, columns: order, values: spread };
}

/** The places in `occupied` of each territory's seats. */
function delegationsOf(occupied: readonly OccupiedSeat[], territoryCount: number): number[][] {
  const delegations: number[][] = Array.from({ length: territoryCount }, () => []);
  for (const [k, { territory }] of occupied.entries()) delegations[territory]?.push(k);
  return delegations;
}
