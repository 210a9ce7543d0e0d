import { EngineError } from '../../engine-error.js';
import { stateChange } from '../../explain/sentences/state-change.js';
import { explainConflict } from '../../methods/grouping/conflicts/explain-conflict.js';
import type { Control } from '../../model/control.js';
import type { BudgetConflict } from '../../model/replanning.js';
import { refuseInfeasible } from '../../workshop/refusals/refuse-infeasible.js';
import type { ReplannedWorkshops } from '../../workshop/replan-workshops.js';
import { indexRules } from '../../workshop/rules/index-rules.js';
import { type ReplanTask, searchFewMoves } from './replan-task.js';
import { namesOf } from './telling.js';

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
  refuseWhatOthersAllow(task, fewest, () => searchFewMoves({ ...task, frozen: [] }, control).fewest);
  refuseConflict(task, bounds);
  throw nothingKeepsTheRules(task);
}

/** What a refusal needs to know of a plan taken up again, whatever the entry. */
type Asked = Pick<ReplanTask, 'plan' | 'next' | 'budget' | 'frozen'>;

/**
 * Refuses a budget where more moves would do, or as few with no workshop left as it is; returns where neither helps.
 *
 * @param fewest moves that sizes and rules allow; null: none
 * @param fewestUnfrozen the same with no workshop left as it is
 * @throws EngineError `budget-too-small`
 */
export function refuseWhatOthersAllow(
  { plan, next, budget, frozen }: Asked,
  fewest: number | null,
  fewestUnfrozen: () => number | null,
): void {
  const names = namesOf(next.input, plan);
  if (fewest !== null) {
    const reason = stateChange('needs-more-moves', { budget, fewest }, names);
    throw budgetError({ budget, fewest, reasons: [reason] });
  }
  const unfrozen = frozen.length > 0 ? fewestUnfrozen() : null;
  if (unfrozen === null) return;
  const workshopIds = frozen.map((g) => plan.workshops[g]?.id ?? '');
  const reason = stateChange('frozen-in-the-way', { workshopIds, fewest: unfrozen }, names);
  throw budgetError({ budget, fewest: null, reasons: [reason] });
}

/** The error of code `budget-too-small` where no number of moves was found that keeps sizes and rules. */
export function nothingKeepsTheRules({ plan, next, budget }: Asked): EngineError {
  const reason = stateChange('nothing-keeps-the-rules', { budget }, namesOf(next.input, plan));
  return budgetError({ budget, fewest: null, reasons: [reason] });
}

/** @throws EngineError `infeasible` where rules contradict each other or the sizes */
function refuseConflict({ next, ground }: ReplanTask, bounds: ReplannedWorkshops['bounds']): void {
  const { unitIds, territoryOf, seated, units, facts } = ground;
  const rules = indexRules(next.input.rules, units, facts);
  // nobody asked that seats of one territory stay apart: no rule to name
  const ruleIdOf = { ...rules.ruleIdOf, apart: [...rules.ruleIdOf.apart, ...ground.apart.map(() => '')] };
  const indexed = { ...rules, apart: [...rules.apart, ...ground.apart], ruleIdOf };
  const { together, apart, pinned } = indexed;
  const conflict = explainConflict({ order: unitIds.length, groups: bounds, together, apart, pinned });
  if (!conflict) return;
  const nameOf = (i: number): string => next.input.territories[territoryOf[i] ?? -1]?.name ?? '';
  refuseInfeasible(conflict, indexed, [...unitIds.keys()], {
    unit: seated ? 'seat' : 'territory',
    territoryIds: unitIds,
    names: unitIds.map((id, i) => (seated ? `${nameOf(i)} (${id})` : nameOf(i))),
  });
}

/** With the way out. */
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
