import { canBeGrouped, explainConflictOfAll } from '../methods/grouping/explain-conflict.js';
import type { Criterion } from '../model/criterion.js';
import type { WorkshopInput } from './composed-workshops.js';
import { groundOfRules } from './ground-of-rules.js';
import { type IndexedRules, indexRules } from './index-rules.js';
import { refuseInfeasible } from './refuse-infeasible.js';

/** Rules for entries whose workshops are found one by one, and may overlap; `territoryIds` ascend. */
export interface RulesOnPairs extends IndexedRules {
  /** what each shared workshop costs (−) or is worth (+) to a pair: soft rules on pairs, by their weights */
  readonly bonuses: readonly (readonly [i: number, j: number, bonus: number])[];
  /** the ids of the rules that are not about pairs: they name workshops by number, or count in a workshop */
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
  return {
    ...indexed,
    apart,
    ruleIdOf,
    bonuses: criteria.flatMap(({ level, weight, pairs = [] }) =>
      level === 'soft'
        ? pairs.map(([i, j, penalty]): [number, number, number] => [i, j, -weight * penalty])
        : [],
    ),
    unheeded: [
      ...new Set([
        ...indexed.ruleIdOf.pinned,
        ...criteria.filter(({ pairs }) => pairs === undefined).map(({ ruleId }) => ruleId),
      ]),
    ].sort(),
  };
}

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
