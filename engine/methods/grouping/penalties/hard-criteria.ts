import type { Criterion } from '../../../model/criterion.js';
import type { GroupingProblem } from '../problem/grouping-problem.js';
import { checkEntry } from './fold-criteria.js';

/**
 * The same problem with the hard criteria on pairs and on places restated as together, apart, pinned and barred,
 * which the search keeps by construction; the others stay criteria.
 *
 * On pairs: those that cost by sharing a group are kept apart, those that cost by not sharing one, together. On
 * places: each unit is barred from every group but those where it costs least.
 *
 * @throws EngineError `bad-unit`, `bad-group`
 */
export function withHardCriteria(problem: GroupingProblem): GroupingProblem {
  const { criteria = [] } = problem;
  const together = [...(problem.together ?? [])];
  const apart = [...(problem.apart ?? [])];
  const barred = [...(problem.barred ?? [])];
  const others: Criterion[] = [];
  for (const criterion of criteria) {
    const { level, pairs, places } = criterion;
    if (level === 'soft' || !(pairs || places)) {
      others.push(criterion);
      continue;
    }
    for (const [i, j, penalty] of pairs ?? []) {
      checkEntry(criterion, [i, j], problem.order, 'unit');
      if (penalty > 0) apart.push([i, j]);
      else if (penalty < 0) together.push([i, j]);
    }
    if (!pairs) barred.push(...barredBy(criterion, problem));
  }
  return others.length === criteria.length
    ? problem
    : { ...problem, together, apart, barred, criteria: others };
}

function barredBy(criterion: Criterion, { order, groups }: GroupingProblem): [i: number, g: number][] {
  const costs = new Map<number, Float64Array>();
  for (const [i, g, penalty] of criterion.places ?? []) {
    checkEntry(criterion, [i], order, 'unit');
    checkEntry(criterion, [g], groups.length, 'group');
    let row = costs.get(i);
    if (!row) {
      row = new Float64Array(groups.length);
      costs.set(i, row);
    }
    row[g] = (row[g] ?? 0) + penalty;
  }
  return [...costs].flatMap(([i, row]) => {
    const least = row.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
    return [...row.keys()].flatMap((g): [number, number][] => ((row[g] ?? 0) > least ? [[i, g]] : []));
  });
}
