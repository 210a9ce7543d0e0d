import type { Criterion } from '../../../model/criterion.js';
import type { Allowed, GroupingProblem } from '../problem/grouping-problem.js';
import { checkEntry } from './fold-criteria.js';

/**
 * The same problem with the hard criteria on pairs and on places restated as together, apart and allowed, which
 * the search keeps by construction and an explanation can name; the others stay criteria.
 *
 * On pairs: those that cost by sharing a group are kept apart, those that cost by not sharing one, together. On
 * places: each unit is allowed in the groups where it costs least, unless `allowed` says as much already.
 *
 * @throws EngineError `bad-unit`, `bad-group`
 */
export function withHardCriteria(problem: GroupingProblem): GroupingProblem {
  const { criteria = [] } = problem;
  const together = [...(problem.together ?? [])];
  const apart = [...(problem.apart ?? [])];
  const allowed = [...(problem.allowed ?? [])];
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
    if (!pairs) allowed.push(...placesAllowedBy(criterion, problem));
  }
  return others.length === criteria.length
    ? problem
    : { ...problem, together, apart, allowed, criteria: others };
}

function placesAllowedBy(criterion: Criterion, { order, groups, allowed = [] }: GroupingProblem): Allowed[] {
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
    const given = allowed.filter(([unit]) => unit === i);
    const isOpen = (g: number): boolean => given.every(([, places]) => places.includes(g));
    const cheapest = [...row.keys()].filter((g) => row[g] === least);
    const says = [...row.keys()].some((g) => isOpen(g) && !cheapest.includes(g));
    return says ? [[i, cheapest] as const] : [];
  });
}
