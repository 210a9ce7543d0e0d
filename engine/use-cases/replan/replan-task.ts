import { membersOf } from '../../ground/plan-ground.js';
import type { WorkshopGround } from '../../ground/workshop-ground.js';
import type { Control } from '../../model/control.js';
import type { Plan } from '../../model/plan.js';
import type { Options } from '../../options.js';
import { createRng } from '../../random/rng.js';
import { type ReplannedWorkshops, replanWorkshops } from '../../workshop/replan-workshops.js';
import { indexRules } from '../../workshop/rules/index-rules.js';
import { objectiveCriteria } from '../../workshop/rules/objective-criteria.js';
import type { NextAssembly } from './next-assembly.js';

/** A published plan, and what it is taken up again with. */
export interface ReplanTask {
  readonly plan: Plan;
  readonly next: NextAssembly;
  readonly settings: Options;
  readonly ground: WorkshopGround;
  /** the published workshop of each unit, territory or seat, by its place; −1: a newcomer */
  readonly home: Int32Array;
  readonly budget: number;
  /** by place */
  readonly frozen: readonly number[];
}

/** Looks for the best workshops for each number of moves. */
export function searchFewMoves(
  { plan, next, settings, ground, home, budget, frozen }: ReplanTask,
  { shouldStop }: Control,
): ReplannedWorkshops {
  const { weights, units, facts, unitIds, seated, apart, balance } = ground;
  const { minSize, maxSize, objective, effort } = settings.workshop;
  const indexed = indexRules(next.input.rules, units, facts);
  const order = unitIds.length;
  return replanWorkshops(
    {
      order,
      weights,
      home,
      // what a hand made too small or too large was accepted as it is
      standing: plan.workshops.map((workshop) => {
        const { length } = membersOf(workshop, seated);
        return { min: Math.min(minSize, length), max: Math.max(maxSize, length) };
      }),
      opening: { min: minSize, max: maxSize },
      rules: {
        ...indexed,
        apart: [...indexed.apart, ...apart],
        criteria: [...indexed.criteria, ...balance, ...objectiveCriteria(objective, weights, order)],
      },
      frozen,
      budget: Math.min(budget, order),
      effort,
    },
    createRng(settings.general.seed).stream('replan'),
    shouldStop,
  );
}
