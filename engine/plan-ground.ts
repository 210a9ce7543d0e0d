import { affinityMatrix } from './affinity/affinity-matrix.js';
import { residualProfiles } from './geography/residual-profiles.js';
import type { Assembly } from './model/assembly.js';
import { canonicalAssembly } from './model/canonical-assembly.js';
import { EngineError } from './model/engine-error.js';
import type { Plan } from './model/plan.js';
import type { Options, PartialOptions } from './options.js';
import { resolveOptions } from './resolve-options.js';
import { type SharedGround, sharedGround } from './shared-ground.js';
import { workshopWeights } from './workshop/workshop-weights.js';

/** What a published plan stands on, computed again from the plan itself. */
export interface PlanGround extends SharedGround {
  readonly input: Assembly;
  readonly settings: Options;
  readonly territoryIds: readonly string[];
  /** what two territories in one workshop are worth, order × order */
  readonly weights: Float64Array;
  /** the workshop of each territory by its place in the plan; −1: none */
  readonly groupOf: Int32Array;
}

/**
 * Rebuilds the ground of a plan: it holds its own assembly and options, and needs nothing else.
 *
 * @throws EngineError `several-workshops` where a territory sits in more than one, `unknown-territory`, and
 * what an assembly or options that were altered deserve
 */
export function planGround(plan: Plan): PlanGround {
  const settings = resolveOptions(plan.options as PartialOptions);
  const input = canonicalAssembly({ ...plan.assembly, seats: [] });
  const shared = sharedGround(input, settings);
  const { overlap, positions, ground } = shared;
  const { decoupling, bandwidthKm } = settings.geography;
  const residual = residualProfiles(ground.profiles.features, positions, {
    strength: decoupling,
    bandwidthKm,
  });
  const affinity = affinityMatrix(residual.features, overlap, settings.affinity);
  const territoryIds = input.territories.map(({ id }) => id);
  const weights = workshopWeights(affinity, ground.distances, settings.workshop.spread, [
    ...territoryIds.keys(),
  ]);
  return { ...shared, input, settings, territoryIds, weights, groupOf: groupsIn(plan, territoryIds) };
}

/**
 * The workshop of each territory by its place in the plan; −1: none.
 *
 * @throws EngineError `several-workshops`, `unknown-territory`
 */
export function groupsIn(plan: Pick<Plan, 'workshops'>, territoryIds: readonly string[]): Int32Array {
  const indexOf = new Map(territoryIds.map((id, i) => [id, i]));
  const groupOf = new Int32Array(territoryIds.length).fill(-1);
  for (const [g, workshop] of plan.workshops.entries()) {
    for (const id of workshop.territoryIds) {
      const i = indexOf.get(id);
      if (i === undefined) {
        throw new EngineError(
          'unknown-territory',
          `Workshop "${workshop.id}" has the territory "${id}", which is not in the assembly of the plan.`,
          'the plan was altered: take it as Décroise wrote it.',
          id,
        );
      }
      if (groupOf[i] !== -1) {
        throw new EngineError(
          'several-workshops',
          `The territory "${id}" sits in several workshops, "${plan.workshops[groupOf[i] ?? 0]?.id}" and "${workshop.id}".`,
          'change a plan where each territory sits in one workshop at most (entry: territorial).',
          id,
        );
      }
      groupOf[i] = g;
    }
  }
  return groupOf;
}
