import type { Assembly } from '../../model/assembly.js';
import { canonicalAssembly } from '../../model/canonical-assembly.js';
import { EngineError } from '../../model/engine-error.js';
import type { Plan } from '../../model/plan.js';
import type { Seat } from '../../model/seat.js';
import type { Options, PartialOptions } from '../../options.js';
import { resolveOptions } from '../../resolve-options.js';
import { type WorkshopGround, workshopGround } from '../../workshop-ground.js';

/** What a published plan stands on, computed again from the plan itself. */
export interface PlanGround extends WorkshopGround {
  readonly input: Assembly;
  readonly settings: Options;
  /** the workshop of each territory by its place in the plan; −1: none */
  readonly groupOf: Int32Array;
}

/**
 * Rebuilds the ground of a plan: it holds its own assembly and options, and needs nothing else, but for the
 * seats where rules or questions are about people.
 *
 * @throws EngineError `entry-not-changeable`, `several-workshops` where a territory sits in more than one, `unknown-territory`, and
 * what an assembly or options that were altered deserve
 */
export function planGround(plan: Plan, seats?: readonly Seat[]): PlanGround {
  const settings = resolveOptions(plan.options as PartialOptions);
  refuseOtherEntries(settings);
  const input = canonicalAssembly({ ...plan.assembly, seats: [...(seats ?? plan.assembly.seats ?? [])] });
  const ground = workshopGround(input, settings);
  return { ...ground, input, settings, groupOf: groupsIn(plan, ground.territoryIds) };
}

/**
 * Refuses plans where a territory may sit in several workshops, or in none.
 *
 * @throws EngineError `entry-not-changeable`
 */
export function refuseOtherEntries({ workshop: { entry } }: Options): void {
  if (entry === 'territorial') return;
  throw new EngineError(
    'entry-not-changeable',
    `A plan of the entry "${entry}" cannot be changed workshop by workshop.`,
    'compose it again with rules that say what is to change; the territorial entry takes changes.',
    entry,
  );
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
