import { affinityMatrix } from './affinity/affinity-matrix.js';
import { residualProfiles } from './geography/residual-profiles.js';
import type { Assembly } from './model/assembly.js';
import type { RuleFacts } from './model/rule-facts.js';
import type { RuleUnit } from './model/rule-unit.js';
import type { Options } from './options.js';
import { type SharedGround, sharedGround } from './shared-ground.js';
import { gatherRuleFacts, territoryUnits } from './use-cases/plan/gather-rule-facts.js';
import { workshopWeights } from './workshop/workshop-weights.js';

/** What workshops are weighed by, without the stages that they do not need. */
export interface WorkshopGround extends SharedGround {
  readonly territoryIds: readonly string[];
  /** what two territories in one workshop are worth, order × order */
  readonly weights: Float64Array;
  /** what rules are measured on */
  readonly facts: RuleFacts;
  readonly units: readonly RuleUnit[];
}

/** Builds the ground of an assembly in canonical order, as `composePlan` does on its way. */
export function workshopGround(input: Assembly, settings: Options): WorkshopGround {
  const shared = sharedGround(input, settings);
  const { overlap, positions, ground } = shared;
  const { decoupling, bandwidthKm } = settings.geography;
  const residual = residualProfiles(ground.profiles.features, positions, {
    strength: decoupling,
    bandwidthKm,
  });
  const affinity = affinityMatrix(residual.features, overlap, settings.affinity);
  const territoryIds = input.territories.map(({ id }) => id);
  return {
    ...shared,
    territoryIds,
    weights: workshopWeights(affinity, ground.distances, settings.workshop.spread, [...territoryIds.keys()]),
    facts: gatherRuleFacts(input, ground.distances, overlap),
    units: territoryUnits(input),
  };
}
