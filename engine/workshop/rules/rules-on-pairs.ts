import { canBeGrouped, explainConflictOfAll } from '../../methods/grouping/conflicts/explain-conflict.js';
import type { Criterion } from '../../model/criterion.js';
import type { RuleKind } from '../../model/rule.js';
import type { WorkshopInput } from '../composed-workshops.js';
import { refuseInfeasible } from '../refusals/refuse-infeasible.js';
import { groundOfRules } from './ground-of-rules.js';
import { type IndexedRules, indexRules } from './index-rules.js';

/** Rules for entries whose workshops are found one by one, and may overlap; `territoryIds` ascend. */
export interface RulesOnPairs extends IndexedRules {
  /** what each shared workshop costs (−) or is worth (+) to a pair: soft rules on pairs, by their weights */
  readonly bonuses: readonly (readonly [i: number, j: number, bonus: number])[];
  /** rules that count inside a workshop, whichever it is */
  readonly perWorkshop: readonly Criterion[];
  /** the ids of the rules without object here: they name workshops by number, or need everyone placed */
  readonly unheeded: readonly string[];
}

/**
 * Restates the rules on indices; refuses those that contradict each other in workshops of at most `maxSize`.
 *
 * @throws EngineError `infeasible` (its value: a `WorkshopConflict`), and those of `indexRules`
 */
export function rulesOnPairs(input: WorkshopInput, maxSize: number): RulesOnPairs {
  const { territoryIds } = input;
  const order = territoryIds.length;
  const { units, facts } = groundOfRules(input);
  const indexed = indexRules(input.rules, units, facts);
  const { together, criteria } = indexed;
  const kept = keptApart(criteria);
  const apart = [...indexed.apart, ...kept.map(({ pair }) => pair)];
  const ruleIdOf = {
    ...indexed.ruleIdOf,
    apart: [...indexed.ruleIdOf.apart, ...kept.map(({ ruleId }) => ruleId)],
  };
  const room = Array.from({ length: order }, () => ({ min: 0, max: maxSize }));
  if (together.length > 0 && !canBeGrouped({ order, groups: room, together, apart })) {
    const conflict = explainConflictOfAll({ order, together, apart }, [room]);
    if (conflict) refuseInfeasible(conflict, { ...indexed, ruleIdOf }, [...territoryIds.keys()], input);
  }
  const counting = new Set(
    input.rules.filter(({ kind }) => kindsInsideWorkshop.has(kind)).map(({ id }) => id),
  );
  return {
    ...indexed,
    apart,
    perWorkshop: criteria.filter(({ pairs, ruleId }) => pairs === undefined && counting.has(ruleId)),
    ruleIdOf,
    bonuses: criteria.flatMap(({ level, weight, pairs = [] }) =>
      level === 'soft'
        ? pairs.map(([i, j, penalty]): [number, number, number] => [i, j, -weight * penalty])
        : [],
    ),
    unheeded: [
      ...new Set([
        ...indexed.ruleIdOf.pinned,
        ...criteria
          .filter(({ pairs, ruleId }) => pairs === undefined && !counting.has(ruleId))
          .map(({ ruleId }) => ruleId),
      ]),
    ].sort(),
  };
}

const kindsInsideWorkshop: ReadonlySet<RuleKind> = new Set<RuleKind>([
  'at-most',
  'at-least-different',
  'not-alone',
  'target-share',
  'chair-pair',
  'common-slots',
  'spread',
]);

/** The pairs that a hard rule gives a penalty for meeting. */
function keptApart(
  criteria: readonly Criterion[],
): { readonly pair: readonly [number, number]; readonly ruleId: string }[] {
  return criteria.flatMap(({ level, ruleId, pairs = [] }) =>
    level === 'hard'
      ? pairs.flatMap(([i, j, penalty]) => (penalty > 0 ? [{ pair: [i, j] as const, ruleId }] : []))
      : [],
  );
}
