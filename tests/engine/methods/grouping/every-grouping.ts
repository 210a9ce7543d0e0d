import fc from 'fast-check';
import { EngineError } from '../../../../engine/engine-error.js';
import type {
  GroupingProblem,
  GroupingRules,
} from '../../../../engine/methods/grouping/problem/grouping-problem.js';

/** Oracle: the best grouping by trying them all; null when none keeps the rules. Independent of the engine. */
export function bestOfAll(problem: GroupingProblem): { value: number; count: number } | null {
  let best = Number.NEGATIVE_INFINITY;
  let count = 0;
  for (const groupOf of everyGrouping(problem)) {
    count++;
    best = Math.max(best, recountValue(problem, groupOf));
  }
  return count === 0 ? null : { value: best, count };
}

/** Every assignment of units to groups that keeps bounds, together, apart and pins. */
export function* everyGrouping(rules: GroupingRules): Generator<Int32Array> {
  const groupOf = new Int32Array(rules.order);
  const groupCount = rules.groups.length;
  for (let code = 0; code < groupCount ** rules.order; code++) {
    for (let i = 0, rest = code; i < rules.order; i++, rest = Math.floor(rest / groupCount)) {
      groupOf[i] = rest % groupCount;
    }
    if (keepsRules(rules, groupOf)) yield groupOf;
  }
}

export function keepsRules(rules: GroupingRules, groupOf: Int32Array): boolean {
  const { groups, together = [], apart = [], pinned = [] } = rules;
  return (
    groups.every(({ min, max }, g) => {
      const size = groupOf.filter((h) => h === g).length;
      return min <= size && size <= max;
    }) &&
    groupOf.every((g) => g >= 0 && g < groups.length) &&
    together.every((units) => units.every((i) => groupOf[i] === groupOf[units[0]!])) &&
    apart.every(([i, j]) => groupOf[i] !== groupOf[j]) &&
    pinned.every(([i, g]) => groupOf[i] === g) &&
    keepsCounts(rules, groupOf)
  );
}

function keepsCounts(
  { groups, allowed = [], quotas = [], varieties = [] }: GroupingRules,
  groupOf: Int32Array,
) {
  const filled = [...groups.keys()].filter((g) => groupOf.includes(g));
  return (
    allowed.every(([i, places]) => places.includes(groupOf[i] ?? -1)) &&
    quotas.every(({ units, min = 0, max = units.length, orNone = false }) =>
      filled.every((g) => {
        const count = new Set(units.filter((i) => groupOf[i] === g)).size;
        return (count >= min && count <= max) || (orNone && count === 0);
      }),
    ) &&
    varieties.every(({ kinds, min }) =>
      filled.every((g) => kinds.filter((units) => units.some((i) => groupOf[i] === g)).length >= min),
    )
  );
}

export function recountValue({ order, weights }: GroupingProblem, groupOf: Int32Array): number {
  let value = 0;
  for (let i = 0; i < order; i++) {
    for (let j = 0; j < i; j++) if (groupOf[i] === groupOf[j]) value += weights[i * order + j]!;
  }
  return value;
}

/** Symmetric weights, zero diagonal, drawn for i > j, row by row. */
export function symmetricWeights(order: number, draw: (i: number, j: number) => number): Float64Array {
  const weights = new Float64Array(order * order);
  for (let i = 0; i < order; i++) {
    for (let j = 0; j < i; j++) weights[i * order + j] = weights[j * order + i] = draw(i, j);
  }
  return weights;
}

/** Tiny problems with every kind of rule; many have no solution. */
export function tinyProblems(largest = 8): fc.Arbitrary<GroupingProblem> {
  return fc
    .record({ order: fc.integer({ min: 1, max: largest }), groupCount: fc.integer({ min: 1, max: 3 }) })
    .chain(({ order, groupCount }) => {
      const unit = fc.integer({ min: 0, max: order - 1 });
      const group = fc.integer({ min: 0, max: groupCount - 1 });
      return fc.record({
        order: fc.constant(order),
        weights: fc
          .array(fc.integer({ min: -9, max: 9 }), { minLength: order * order, maxLength: order * order })
          .map((drawn) => symmetricWeights(order, (i, j) => drawn[i * order + j]!)),
        groups: fc.array(
          fc
            .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 4 }))
            .map(([min, more]) => ({ min, max: min + more })),
          { minLength: groupCount, maxLength: groupCount },
        ),
        together: fc.array(fc.uniqueArray(unit, { minLength: 1, maxLength: 3 }), { maxLength: 2 }),
        apart: fc.array(
          fc.tuple(unit, unit).filter(([i, j]) => i !== j),
          { maxLength: order > 1 ? 4 : 0 },
        ),
        pinned: fc.uniqueArray(fc.tuple(unit, group), {
          maxLength: 2,
          selector: ([i, g]) => `${i} ${g}`,
        }),
      });
    });
}

/** The same with places and counts, which the search leaves to criteria; fewer of the other rules. */
export function tinyCounts(largest = 7): fc.Arbitrary<GroupingProblem> {
  return tinyProblems(largest).chain((problem) => {
    const { order, groups } = problem;
    const unit = fc.integer({ min: 0, max: order - 1 });
    const some = fc.uniqueArray(unit, { minLength: 1, maxLength: order });
    const limit = fc.integer({ min: 0, max: 3 });
    return fc.record({
      order: fc.constant(order),
      weights: fc.constant(problem.weights),
      groups: fc.constant(groups),
      together: fc.constant(problem.together?.slice(0, 1)),
      apart: fc.constant(problem.apart?.slice(0, 2)),
      pinned: fc.constant(problem.pinned?.slice(0, 1)),
      allowed: fc.array(
        fc.tuple(
          unit,
          // the last one is beyond the groups there are
          fc.uniqueArray(fc.integer({ min: 0, max: groups.length }), { minLength: 1, maxLength: 2 }),
        ),
        { maxLength: 4 },
      ),
      quotas: fc.array(
        fc
          .record({ units: some, min: limit, more: limit, orNone: fc.boolean() })
          .map(({ units, min, more, orNone }) => ({ units, min, max: Math.max(1, min + more), orNone })),
        { maxLength: 2 },
      ),
      varieties: fc.array(
        fc.record({ kinds: fc.array(some, { maxLength: 3 }), min: fc.integer({ min: 1, max: 3 }) }),
        { maxLength: 1 },
      ),
    });
  });
}

/** The error a call throws, or null. */
export function errorOf(call: () => unknown): EngineError | null {
  try {
    call();
  } catch (error) {
    if (error instanceof EngineError) return error;
    throw error;
  }
  return null;
}
