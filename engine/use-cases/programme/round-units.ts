import { EngineError } from '../../engine-error.js';
import type { GatheredInput } from '../../ground/entry-input.js';
import { matrixOver } from '../../numeric/matrix-over.js';
import type { Options } from '../../options.js';
import type { WorkshopInput } from '../../workshop/composed-workshops.js';
import type { RoundsInput } from '../../workshop/rounds/rounds-input.js';
import { groundOfRules } from '../../workshop/rules/ground-of-rules.js';
import { unitsOfSeats } from '../../workshop/seat-units.js';
import { type OccupiedSeat, seatsInOffice } from '../../workshop/seats-in-office.js';
import { unitGround } from '../../workshop/unit-ground.js';
import { absencesOf, sizesByRound } from './round-options.js';

/** What the rounds place: territories, or occupied seats. */
export interface RoundUnits {
  readonly rounds: RoundsInput;
  readonly entry: 'territorial' | 'seats';
  /** by unit, the index of its territory */
  readonly territoryOf: readonly number[];
  /** by unit, the index of its seat in the input; empty where territories are placed */
  readonly seatOf: readonly number[];
}

/**
 * The units of a programme by the entry that the options name.
 *
 * @throws EngineError `entry-without-rounds` for an entry where one may sit in several workshops or in none;
 * `option-out-of-range`, `duplicate-seat`, `unknown-territory`
 */
export function roundUnits(from: GatheredInput, settings: Options): RoundUnits {
  const { entry } = settings.workshop;
  if (entry === 'territorial') {
    const territoryOf = [...from.territoryIds.keys()];
    return {
      entry,
      territoryOf,
      seatOf: [],
      rounds: roundsOf(from, settings, territoryOf, (units) => territoriesAmong(from, units)),
    };
  }
  if (entry === 'seats') {
    const { occupied } = seatsInOffice(from.seats, from.territoryIds, from.date);
    const among = (units: readonly number[]): WorkshopInput =>
      unitsOfSeats(
        units.map((k) => occupied[k] as OccupiedSeat),
        from,
        settings.workshop,
      ).input;
    const territoryOf = occupied.map(({ territory }) => territory);
    return {
      entry,
      territoryOf,
      seatOf: occupied.map(({ seat }) => seat),
      rounds: roundsOf({ ...from, ...among([...occupied.keys()]) }, settings, territoryOf, among, from),
    };
  }
  throw new EngineError(
    'entry-without-rounds',
    `The entry "${entry}" has no rounds: one may sit in several of its workshops, or in none.`,
    'compose the programme with the entry "territorial" or "seats".',
    entry,
  );
}

function roundsOf(
  whole: WorkshopInput,
  settings: Options,
  territoryOf: readonly number[],
  among: RoundsInput['among'],
  { territoryIds }: Pick<WorkshopInput, 'territoryIds'> = whole,
): RoundsInput {
  const { units, facts } = groundOfRules(whole);
  return {
    whole,
    among,
    absent: absencesOf(
      settings.programme,
      whole.territoryIds,
      territoryOf.map((t) => territoryIds[t] ?? ''),
    ),
    // beyond a thousand times makes no difference
    history: unitGround(units, facts)
      .unitPairs(facts.meetings)
      .map(([i, j, times]) => [i, j, Math.min(times, 999)]),
    sizes: sizesByRound(settings),
  };
}

function territoriesAmong(from: GatheredInput, units: readonly number[]): WorkshopInput {
  const { territoryIds, names = territoryIds, affinity, distances, rules, facts } = from;
  return {
    territoryIds: units.map((i) => territoryIds[i] ?? ''),
    names: units.map((i) => names[i] ?? ''),
    affinity: matrixOver(affinity, units),
    distances: {
      km: matrixOver(distances.km, units),
      located: Uint8Array.from(units, (i) => distances.located[i] ?? 0),
      meanKm: distances.meanKm,
    },
    rules,
    facts,
    units: units.flatMap((i) => from.units[i] ?? []),
  };
}
