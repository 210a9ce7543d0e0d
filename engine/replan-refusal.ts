import { stateChange } from './explain/state-change.js';
import { explainConflict } from './methods/grouping/explain-conflict.js';
import { EngineError } from './model/engine-error.js';
import type { Reason } from './model/reason.js';
import type { Control } from './pipeline.js';
import { namesOf } from './replan-report.js';
import { type ReplanTask, searchFewMoves } from './replan-task.js';
import { indexRules } from './workshop/index-rules.js';
import { refuseInfeasible } from './workshop/refuse-infeasible.js';
import type { ReplannedWorkshops } from './workshop/replan-workshops.js';

/** What an error of code `budget-too-small` carries. */
export interface BudgetConflict {
  readonly budget: number;
  /** the fewest moves found that keep sizes and rules; null: none, with what is frozen */
  readonly fewest: number | null;
  /** the same in sentences, with the ways out */
  readonly reasons: readonly Reason[];
}

/**
 * Says why so few moves cannot do, and what would: more moves, other workshops left as they are, or other rules.
 *
 * @throws EngineError `infeasible` or `budget-too-small`, always
 */
export function refuseBudget(
  task: ReplanTask,
  { fewest, bounds }: ReplannedWorkshops,
  control: Control,
): never {
  const { plan, next, ground, frozen, budget } = task;
  const names = namesOf(next.input, plan);
  if (fewest !== null) {
    throw budgetError({
      budget,
      fewest,
      reasons: [stateChange('needs-more-moves', { budget, fewest }, names)],
    });
  }
  const { together, apart, pinned, ...indexed } = indexRules(next.input.rules, ground.units, ground.facts);
  const { territoryIds } = ground;
  const conflict = explainConflict({ order: territoryIds.length, groups: bounds, together, apart, pinned });
  if (conflict) {
    refuseInfeasible(conflict, { together, apart, pinned, ...indexed }, [...territoryIds.keys()], {
      territoryIds,
      names: next.input.territories.map(({ name }) => name),
    });
  }
  const unfrozen = frozen.length > 0 ? searchFewMoves({ ...task, frozen: [] }, control).fewest : null;
  const reason =
    unfrozen === null
      ? stateChange('nothing-keeps-the-rules', { budget }, names)
      : stateChange(
          'frozen-in-the-way',
          { workshopIds: frozen.map((g) => plan.workshops[g]?.id ?? ''), fewest: unfrozen },
          names,
        );
  throw budgetError({ budget, fewest: null, reasons: [reason] });
}

function budgetError(conflict: BudgetConflict): EngineError {
  const { budget, fewest, reasons } = conflict;
  return new EngineError(
    'budget-too-small',
    reasons.map(({ text }) => text.en).join(' '),
    fewest === null
      ? `leave fewer workshops as they are, or loosen a rule; ${budget} moves or more do not help.`
      : `allow ${fewest} moves.`,
    conflict,
  );
}
