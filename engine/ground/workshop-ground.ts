import type { Ground } from '../explain/measures/measure-grouping.js';
import type { Assembly } from '../model/assembly.js';
import type { Criterion } from '../model/criterion.js';
import type { RuleFacts } from '../model/rule-facts.js';
import type { RuleUnit } from '../model/rule-unit.js';
import { matrixOver } from '../numeric/matrix-over.js';
import type { Options } from '../options.js';
import { readReferral } from '../read/problems/referral-problems.js';
import { seatUnits } from '../workshop/seat-units.js';
import { workshopWeights } from '../workshop/workshop-weights.js';
import { residualAffinity } from './concern-network.js';
import { entryInput, type GatheredInput } from './entry-input.js';
import { type SharedGround, sharedGround } from './shared-ground.js';

/** What workshops are weighed by, without the stages that they do not need. */
export interface WorkshopGround extends SharedGround, UnitGrouping {
  readonly territoryIds: readonly string[];
  /** what the entry composes from */
  readonly from: GatheredInput;
}

/** What is placed, territories or in the entry by seat occupied seats, and all that weighs on them; indices are of units. */
export interface UnitGrouping {
  readonly unitIds: readonly string[];
  /** the index of the territory of each unit */
  readonly territoryOf: readonly number[];
  /** units are seats */
  readonly seated: boolean;
  /** what two units in one workshop are worth, order × order */
  readonly weights: Float64Array;
  /** what rules are measured on, by territory */
  readonly facts: RuleFacts;
  readonly units: readonly RuleUnit[];
  /** pairs that never meet: seats of one territory */
  readonly apart: readonly (readonly [number, number])[];
  /** terms beside the rules: parity and colleges of seats */
  readonly balance: readonly Criterion[];
  /** what pairs of units are measured by */
  readonly pairGround: Pick<Ground, 'affinity' | 'distances' | 'expected'>;
}

/**
 * Builds the ground of an assembly in canonical order, as `composePlan` does on its way.
 *
 * @throws EngineError as `readReferral`, and in the entry by seat as `seatUnits`
 */
export function workshopGround(input: Assembly, settings: Options): WorkshopGround {
  const shared = sharedGround(input, settings);
  const { ground } = shared;
  const { affinity } = residualAffinity(ground.profiles.features, shared, settings);
  const referral =
    settings.workshop.entry === 'referral' ? readReferral(settings.workshop, input.taxonomy) : null;
  const from = entryInput(input, shared, affinity, settings, referral);
  return { ...shared, ...unitGrouping(from, ground, settings), territoryIds: from.territoryIds, from };
}

/** The units of the entry: seats where seats are placed, territories otherwise. */
export function unitGrouping(from: GatheredInput, ground: Ground, { workshop }: Options): UnitGrouping {
  if (workshop.entry !== 'seats') {
    const all = [...from.territoryIds.keys()];
    return {
      unitIds: from.territoryIds,
      territoryOf: all,
      seated: false,
      weights: workshopWeights(from.affinity, from.distances, workshop.spread, all),
      facts: from.facts,
      units: from.units,
      apart: [],
      balance: [],
      pairGround: ground,
    };
  }
  const { occupied, balance, input } = seatUnits(from, workshop);
  const territoryOf = occupied.map(({ territory }) => territory);
  const { territoryIds: unitIds, affinity, distances, facts, units, apart } = input;
  return {
    unitIds,
    territoryOf,
    seated: true,
    weights: workshopWeights(affinity, distances, workshop.spread, [...unitIds.keys()]),
    facts,
    units,
    apart,
    balance,
    pairGround: { affinity: matrixOver(ground.affinity, territoryOf), distances, expected: ground.expected },
  };
}
