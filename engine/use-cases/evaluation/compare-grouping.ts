import { EngineError } from '../../engine-error.js';
import { measureBaselines } from '../../explain/measures/baselines.js';
import { measureGrouping, measureWorkshops } from '../../explain/measures/measure-grouping.js';
import { concernNetwork } from '../../ground/concern-network.js';
import { sharedGround } from '../../ground/shared-ground.js';
import type { Assembly } from '../../model/assembly.js';
import { canonicalAssembly, digestOf } from '../../model/canonical-assembly.js';
import type { Control } from '../../model/control.js';
import { type Evaluation, evaluationFormat } from '../../model/evaluation.js';
import type { LocalText } from '../../model/local-text.js';
import type { Plan } from '../../model/plan.js';
import { territoriesNamedBy } from '../../model/rule.js';
import type { PartialOptions } from '../../options.js';
import { composePlan } from '../../pipeline.js';
import { createRng } from '../../random/rng.js';
import { resolveOptions } from '../../resolve-options.js';
import { engineVersion } from '../../version.js';
import { describeConflict } from '../../workshop/refusals/describe-conflict.js';
import { membersOfEach } from './evaluate-grouping.js';

/**
 * Measures any grouping of an assembly as our own plans are (`evaluateGrouping`), beside four other methods and the plan
 * that Décroise composes for the same territories.
 *
 * Our plan has as many workshops as the grouping, within its smallest and largest size, unless the options ask for sizes
 * or a number of workshops. Rules that name a territory without a place are left aside. Groups without members are none.
 *
 * @param grouping each with the ids of its members; a territory in none counts as unplaced
 * @throws EngineError `unknown-territory`, `territory-in-two-groups`, `empty-grouping`, and what the assembly or options
 *   deserve
 */
export function compareGrouping(
  assembly: Assembly,
  grouping: readonly { readonly name: string; readonly territoryIds: readonly string[] }[],
  options: PartialOptions = {},
  control: Control = {},
): Evaluation {
  const settings = resolveOptions(options);
  const input = canonicalAssembly(assembly);
  const groups = grouping.filter(({ territoryIds }) => territoryIds.length > 0);
  if (groups.length === 0) {
    throw new EngineError('empty-grouping', 'The grouping places no territory.', 'put some into a workshop.');
  }
  const ids = input.territories.map(({ id }) => id);
  const members = membersOfEach(
    ids,
    groups.map(({ territoryIds }) => territoryIds),
    true,
  );
  const { positions, overlap, ground } = sharedGround(input, settings);
  const { graph, residual } = concernNetwork(ground.profiles.features, { positions, overlap }, settings);
  const measures = measureGrouping(ground, members);
  const { min, max } = sizesFor(options, measures);
  const workshops = measureWorkshops(ground, members);
  const baselines = measureBaselines(
    ground,
    { graph, features: residual.features, workshops: members, minSize: min, maxSize: max },
    createRng(settings.general.seed).stream('explain'),
  );
  const { seats: _, ...kept } = input;
  const reached = planBeside(input, members, options, { min, max }, control);
  return {
    format: evaluationFormat,
    engineVersion,
    inputDigest: digestOf(kept),
    ...(input.name !== undefined && { assemblyName: input.name }),
    ...(input.fictive !== undefined && { fictive: input.fictive }),
    workshops: groups.map(({ name }, g) => ({
      name,
      territoryIds: (members[g] ?? []).map((i) => ids[i] ?? ''),
      measures: workshops[g] as Evaluation['workshops'][number]['measures'],
    })),
    measures,
    outOfBounds: members.reduce((sum, { length }) => sum + (length < min || length > max ? length : 0), 0),
    sizes: { min, max },
    ...('refusal' in reached
      ? { plan: null, refusal: reached.refusal }
      : { plan: measureGrouping(ground, membersIn(reached.plan, ids)) }),
    baselines,
  };
}

/** Those asked, or else those of the grouping. */
function sizesFor(
  { workshop = {} }: PartialOptions,
  { smallestSize, largestSize }: { readonly smallestSize: number; readonly largestSize: number },
): { min: number; max: number } {
  const { minSize, maxSize } = workshop;
  if (minSize === undefined && maxSize === undefined) return { min: smallestSize, max: largestSize };
  const { workshop: resolved } = resolveOptions({ workshop });
  return { min: resolved.minSize, max: resolved.maxSize };
}

function planBeside(
  input: Assembly,
  members: readonly (readonly number[])[],
  options: PartialOptions,
  { min, max }: { readonly min: number; readonly max: number },
  control: Control,
): { plan: Plan } | { refusal: LocalText } {
  const placed = new Set(members.flat().map((i) => input.territories[i]?.id ?? ''));
  const { workshop = {} } = options;
  const asked =
    workshop.minSize !== undefined || workshop.maxSize !== undefined || workshop.workshopCount != null;
  const part: Assembly = {
    ...input,
    territories: input.territories.filter(({ id }) => placed.has(id)),
    seats: input.seats.filter(({ territoryId }) => placed.has(territoryId)),
    rules: input.rules.filter((rule) => territoriesNamedBy(rule).every((id) => placed.has(id))),
  };
  try {
    const plan = composePlan(
      part,
      {
        ...options,
        workshop: {
          ...workshop,
          minSize: min,
          maxSize: max,
          workshopCount: asked ? (workshop.workshopCount ?? null) : members.length,
        },
        explain: { ...options.explain, robustness: 0 },
      },
      control,
    );
    return { plan };
  } catch (error) {
    if (!(error instanceof EngineError) || error.code !== 'infeasible') throw error;
    return { refusal: { fr: describeConflict(error, 'fr'), en: describeConflict(error, 'en') } };
  }
}

function membersIn({ workshops }: Plan, ids: readonly string[]): number[][] {
  const indexOf = new Map(ids.map((id, i) => [id, i]));
  return workshops.map(({ territoryIds }) => territoryIds.flatMap((id) => indexOf.get(id) ?? []));
}
