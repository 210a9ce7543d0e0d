import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  impossibleWithAll,
  type Prover,
  provenImpossible,
  seenImpossible,
} from '../../../../../engine/methods/grouping/conflicts/impossible.js';
import { everyRule } from '../../../../../engine/methods/grouping/conflicts/rule-selection.js';
import type { GroupingRules } from '../../../../../engine/methods/grouping/problem/grouping-problem.js';
import { alike, onlySelected, possible, selected, tinyRules } from './conflict-oracle.js';

/** A ring of five and a unit apart from all: four groups are needed, though no four are mutually apart. */
const wheel: [number, number][] = [0, 1, 2, 3, 4].flatMap((i): [number, number][] => [
  [i, (i + 1) % 5],
  [i, 5],
]);

/** Twice the graph, joined crosswise under one more vertex: one colour more, no new triangle (Mycielski 1955). */
function mycielskian(order: number, edges: readonly (readonly [number, number])[]) {
  const crossed = edges.flatMap(([i, j]): [number, number][] => [
    [i, j],
    [i, j + order],
    [j, i + order],
  ]);
  const under = Array.from({ length: order }, (_, i): [number, number] => [order + i, 2 * order]);
  return { order: 2 * order + 1, apart: [...crossed, ...under] };
}

describe.each<[string, Prover]>([
  ['seenImpossible', seenImpossible],
  ['provenImpossible', provenImpossible],
])('%s', (_, prover) => {
  test('holds every rule to account for sizes that do not add up', () => {
    const problem: GroupingRules = {
      order: 9,
      groups: alike(2, 1, 4),
      apart: [[0, 1]],
      quotas: [{ units: [0, 1] }],
    };
    expect(prover(problem)?.()).toEqual(everyRule(problem));
    expect(prover({ order: 9, groups: alike(2, 1, 4) })?.()).toEqual(selected({}));
    expect(prover({ ...problem, groups: alike(2, 1, 5) })).toBeNull();
  });

  test('names the rules of a conflict that needs no search, and them alone', () => {
    const problem: GroupingRules = {
      order: 6,
      groups: alike(2, 2, 4),
      apart: [
        [0, 1],
        [2, 3],
      ],
      together: [[2, 3]],
    };
    const conflict = selected({ together: [0], apart: [1] });
    expect(prover(problem)?.()).toEqual(conflict);
    expect(prover({ ...problem, quotas: [{ units: [0, 1], max: 1 }] })?.()).toEqual(conflict);
  });

  test('names the rules that a longer reason gives, where there are places or counts', () => {
    const problem: GroupingRules = {
      order: 8,
      groups: alike(3, 1, 4),
      apart: [[6, 7]],
      allowed: [0, 1, 2].map((i) => [i, [0, 1]] as const),
      quotas: [{ units: [0, 1, 2], max: 1 }],
    };
    expect(prover(problem)?.()).toEqual(selected({ allowed: [0, 1, 2], quotas: [0] }));
    expect(prover({ ...problem, allowed: problem.allowed?.slice(1) })).toBeNull();
  });
});

describe('seenImpossible', () => {
  test('searches nothing', () => {
    expect(seenImpossible({ order: 6, groups: alike(3, 1, 4), apart: wheel })).toBeNull();
  });
});

describe('provenImpossible', () => {
  test('tries every placement where no reason is seen, and then blames every rule', () => {
    const rules: GroupingRules = {
      order: 6,
      groups: alike(3, 1, 4),
      apart: wheel,
    };
    expect(provenImpossible(rules)?.()).toEqual(everyRule(rules));
    expect(provenImpossible({ ...rules, groups: alike(4, 1, 4) })).toBeNull();
    expect(provenImpossible({ ...rules, apart: wheel.slice(1) })).toBeNull();
  });

  test.each<[string, Partial<GroupingRules>]>([
    ['places', { allowed: [[0, [0, 1, 2]]] }],
    ['a quota', { quotas: [{ units: [0], max: 1 }] }],
    ['a variety', { varieties: [{ kinds: [[0, 1, 2, 3, 4, 5]], min: 1 }] }],
  ])('does so with %s as well', (_, more) => {
    const rules: GroupingRules = { order: 6, groups: alike(3, 1, 4), apart: wheel, ...more };
    expect(provenImpossible(rules)?.()).toEqual(everyRule(rules));
    expect(provenImpossible({ ...rules, apart: wheel.slice(1) })).toBeNull();
  });

  test('gives up on rules that are too entangled, which proves nothing', () => {
    // chromatic numbers 3, 4, 5 and 6, never a triangle: six groups hold the last, five do not
    const ring = { order: 5, apart: wheel.filter(([, j]) => j !== 5) };
    const four = mycielskian(ring.order, ring.apart);
    const five = mycielskian(four.order, four.apart);
    const six = mycielskian(five.order, five.apart);
    expect(provenImpossible({ ...four, groups: alike(3, 0, 11) })?.()).toEqual(everyRule(four));
    expect(provenImpossible({ ...five, groups: alike(4, 0, 23) })?.()).toEqual(everyRule(five));
    expect(provenImpossible({ ...five, groups: alike(5, 0, 23) })).toBeNull();
    expect(provenImpossible({ ...six, groups: alike(5, 0, 47) })).toBeNull();
    const counted = { quotas: [{ units: [0, 1, 2], max: 3 }] };
    expect(provenImpossible({ ...six, ...counted, groups: alike(5, 0, 47) })).toBeNull();
  });

  test('is right about every tiny problem, and blames rules that conflict', () => {
    fc.assert(
      fc.property(tinyRules(6), (problem) => {
        const cause = provenImpossible(problem)?.();
        expect(cause === undefined).toBe(possible(problem));
        if (cause) expect(possible(onlySelected(problem, cause))).toBe(false);
      }),
      { numRuns: 150 },
    );
  });
});

describe('impossibleWithAll', () => {
  const rules = {
    order: 4,
    apart: [[0, 1]] as const,
    pinned: [
      [2, 0],
      [3, 1],
    ] as const,
  };
  const choices = [1, 2].map((count) => alike(count, 1, 4));

  test('is null as soon as one choice may do, and never looks at the others', () => {
    const asked: number[] = [];
    const prover: Prover = ({ groups }) => {
      asked.push(groups.length);
      return groups.length === 1 ? null : () => selected({ apart: [0] });
    };
    expect(impossibleWithAll(prover, rules, choices)).toBeNull();
    expect(asked).toEqual([1]);
  });

  test('puts the causes of all choices together', () => {
    const prover: Prover = ({ groups, order }) => {
      expect(order).toBe(4);
      return () => selected(groups.length === 1 ? { apart: [0], pinned: [1] } : { pinned: [0, 1] });
    };
    expect(impossibleWithAll(prover, rules, choices)?.()).toEqual(selected({ apart: [0], pinned: [0, 1] }));
  });
});
