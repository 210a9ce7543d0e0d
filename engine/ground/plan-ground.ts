import { EngineError } from '../engine-error.js';
import type { Assembly } from '../model/assembly.js';
import { canonicalAssembly } from '../model/canonical-assembly.js';
import type { Plan, Workshop } from '../model/plan.js';
import type { Seat } from '../model/seat.js';
import type { Options, PartialOptions } from '../options.js';
import { resolveOptions } from '../resolve-options.js';
import { type UnitGrouping, type WorkshopGround, workshopGround } from './workshop-ground.js';

/** What a published plan stands on, computed again from the plan itself. */
export interface PlanGround extends WorkshopGround {
  readonly input: Assembly;
  readonly settings: Options;
}

/**
 * Rebuilds the ground of a plan: it holds its own assembly and options, and needs nothing else, but for the
 * seats where rules or questions are about people.
 *
 * @throws EngineError what an assembly or options that were altered deserve
 */
export function planGround(plan: Plan, seats?: readonly Seat[]): PlanGround {
  const settings = resolveOptions(plan.options as PartialOptions);
  const input = canonicalAssembly({ ...plan.assembly, seats: [...(seats ?? plan.assembly.seats ?? [])] });
  return { ...workshopGround(input, settings), input, settings };
}

/** What a workshop of a plan is made of, by id: its seats where seats are placed, its territories otherwise. */
export function membersOf({ territoryIds, seatIds }: Workshop, seated: boolean): readonly string[] {
  return seated ? (seatIds ?? []) : territoryIds;
}

/**
 * The workshop of each unit by its place in the plan; −1: none.
 *
 * @throws EngineError `several-workshops` where a unit sits in more than one, `unknown-territory`, `unknown-seat`
 */
export function groupsIn(
  plan: Pick<Plan, 'workshops'>,
  { unitIds, seated }: Pick<UnitGrouping, 'unitIds' | 'seated'>,
): Int32Array {
  const indexOf = new Map(unitIds.map((id, i) => [id, i]));
  const groupOf = new Int32Array(unitIds.length).fill(-1);
  const what = seated ? 'seat' : 'territory';
  for (const [g, workshop] of plan.workshops.entries()) {
    for (const id of membersOf(workshop, seated)) {
      const i = indexOf.get(id);
      if (i === undefined) {
        throw new EngineError(
          `unknown-${what}`,
          `Workshop "${workshop.id}" has the ${what} "${id}", which the assembly of the plan does not place.`,
          'the plan was altered: take it as Décroise wrote it.',
          id,
        );
      }
      if (groupOf[i] !== -1) {
        throw new EngineError(
          'several-workshops',
          `The ${what} "${id}" sits in several workshops, "${plan.workshops[groupOf[i] ?? 0]?.id}" and "${workshop.id}".`,
          `change a plan where each ${what} sits in one workshop at most.`,
          id,
        );
      }
      groupOf[i] = g;
    }
  }
  return groupOf;
}
