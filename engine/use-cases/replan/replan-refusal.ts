import { EngineError } from '../../engine-error.js';
import { stateChange } from '../../explain/sentences/state-change.js';
import { explainConflict } from '../../methods/grouping/conflicts/explain-conflict.js';
import type { Control } from '../../model/control.js';
import type { BudgetConflict } from '../../model/replanning.js';
import { refuseInfeasible } from '../../workshop/refusals/refuse-infeasible.js';
import type { ReplannedWorkshops } from '../../workshop/replan-workshops.js';
import { indexRules } from '../../workshop/rules/index-rules.js';
import { namesOf } from './replan-report.js';
import { type ReplanTask, searchFewMoves } from './replan-task.js';

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
  const unfrozen = frozen.length > 0 ? searchFewMoves({ ...task, frozen: [] }, control).fewest : null;
  if (unfrozen !== null) {
    const workshopIds = frozen.map((g) => plan.workshops[g]?.id ?? '');
    const reason = stateChange('frozen-in-the-way', { workshopIds, fewest: unfrozen }, names);
    throw budgetError({ budget, fewest: null, reasons: [reason] });
  }
  const { unitIds, territoryOf, seated, units, facts } = ground;
  const rules = indexRules(next.input.rules, units, facts);
  // nobody asked that seats of one territory stay apart: no rule to name
  const ruleIdOf = { ...rules.ruleIdOf, apart: [...rules.ruleIdOf.apart, ...ground.apart.map(() => '')] };
  const indexed = { ...rules, apart: [...rules.apart, ...ground.apart], ruleIdOf };
  const { together, apart, pinned } = indexed;
  const conflict = explainConflict({ order: unitIds.length, groups: bounds, together, apart, pinned });
  if (conflict) {
    const nameOf = (i: number): string => next.input.territories[territoryOf[i] ?? -1]?.name ?? '';
    refuseInfeasible(conflict, indexed, [...unitIds.keys()], {
      unit: seated ? 'seat' : 'territory',
      territoryIds: unitIds,
      names: unitIds.map((id, i) => (seated ? `${nameOf(i)} (${id})` : nameOf(i))),
    });
  }
  const reason = stateChange('nothing-keeps-the-rules', { budget }, names);
  throw budgetError({ budget, fewest: null, reasons: [reason] });
}

/** The error of code `budget-too-small`, with the way out. */
export function budgetError(conflict: BudgetConflict): EngineError {
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
