import { canBeGrouped, explainConflictOfAll } from '../methods/grouping/explain-conflict.js';
import type { WorkshopInput } from './composed-workshops.js';
import { type IndexedRules, indexRules } from './index-rules.js';
import { refuseInfeasible } from './refuse-infeasible.js';

/** Rules for entries whose workshops are not numbered beforehand; `territoryIds` ascend. */
export interface RulesOnPairs extends IndexedRules {
  /** + the weight of a wish to be together, − that of a wish to be apart, for each workshop that a pair shares */
  readonly bonuses: readonly (readonly [i: number, j: number, bonus: number])[];
  /** the ids of the rules that have no meaning on pairs alone: they name a workshop by its number */
  readonly unheeded: readonly string[];
}

/**
 * Restates the rules on indices, soft ones on pairs as bonuses; refuses those that contradict each other in
 * workshops of at most `maxSize`.
 *
 * @throws EngineError `infeasible` (its value: a `WorkshopConflict`), and those of `indexRules`
 */
export function rulesOnPairs(input: WorkshopInput, maxSize: number): RulesOnPairs {
  const { territoryIds } = input;
  const order = territoryIds.length;
  const indexed = indexRules(input.rules, territoryIds);
  const { together, apart, criteria } = indexed;
  const room = Array.from({ length: order }, () => ({ min: 0, max: maxSize }));
  if (together.length > 0 && !canBeGrouped({ order, groups: room, together, apart })) {
    const conflict = explainConflictOfAll({ order, together, apart }, [room]);
    if (conflict) refuseInfeasible(conflict, indexed, [...territoryIds.keys()], input);
  }
  return {
    ...indexed,
    bonuses: criteria.flatMap(({ level, weight, pairs = [] }) =>
      level === 'soft'
        ? pairs.map(([i, j, penalty]): [number, number, number] => [i, j, -weight * penalty])
        : [],
    ),
    unheeded: input.rules
      .filter(({ kind }) => kind === 'pinned')
      .map(({ id }) => id)
      .sort(),
  };
}
