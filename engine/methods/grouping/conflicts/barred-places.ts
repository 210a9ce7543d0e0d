import type { Allowed, GroupingRules } from '../problem/grouping-problem.js';

/**
 * The same rules with `barred` told as `allowed`, for explanations, which name one rule a unit: a unit barred from
 * some groups is allowed in the others. Entries are added after those given, by unit; none where those given already
 * let the unit into no other group.
 */
export function barredAsAllowed(problem: GroupingRules): GroupingRules {
  const { barred = [], allowed = [], groups } = problem;
  if (barred.length === 0) return problem;
  const barredOf = new Map<number, Set<number>>();
  for (const [i, g] of barred) {
    const refused = barredOf.get(i) ?? new Set();
    barredOf.set(i, refused.add(g));
  }
  const told: Allowed[] = [];
  for (const [i, refused] of [...barredOf].sort(([a], [b]) => a - b)) {
    const given = allowed.filter(([unit]) => unit === i);
    const stated = [...refused].every((g) => given.some(([, places]) => !places.includes(g)));
    if (!stated) told.push([i, [...groups.keys()].filter((g) => !refused.has(g))]);
  }
  return { ...problem, barred: [], allowed: [...allowed, ...told] };
}
