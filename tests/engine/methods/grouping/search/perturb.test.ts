import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GroupingProblem } from '../../../../../engine/methods/grouping/problem/grouping-problem.js';
import { perturb } from '../../../../../engine/methods/grouping/search/perturb.js';
import { createRng } from '../../../../../engine/random/rng.js';
import { drawnProblem, expectSound, neighbours, stateOf, tinyRuled } from './made-state.js';

/** All that one perturbation of a problem's first grouping makes, over many seeds. */
function reached(problem: GroupingProblem, start: Int32Array, seeds = 400): Set<string> {
  const seen = new Set<string>();
  const state = stateOf(problem)!;
  for (let seed = 1; seed <= seeds; seed++) {
    state.adopt(start);
    perturb(state, createRng(seed), 1);
    seen.add(state.groupOf.join());
  }
  return seen;
}

describe('perturb', () => {
  test('keeps every rule', () => {
    fc.assert(
      fc.property(tinyRuled(), fc.nat(), (problem, seed) => {
        const state = stateOf(problem);
        fc.pre(state !== null);
        const rng = createRng(seed);
        for (let round = 0; round < 6; round++) {
          perturb(state, rng, 1 + (round % 3));
          expectSound(problem, state);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('makes each move and each exchange that is allowed, and nothing else', () => {
    const problem: GroupingProblem = {
      ...drawnProblem(7, 3, { min: 1, max: 3 }),
      apart: [[0, 1]],
      pinned: [[2, 1]],
      allowed: [[3, [1, 2]]],
    };
    const start = Int32Array.of(0, 1, 1, 1, 2, 2, 0);
    const { rules } = stateOf(problem)!;
    const expected = new Set([start.join()]);
    for (const changed of neighbours(problem, { rules, groupOf: start })) {
      // a unit that is pinned takes no part, wherever it goes
      expected.add(changed.join());
    }
    expect(reached(problem, start)).toEqual(expected);
  });

  test('changes two groups, by no more exchanges than asked', () => {
    const problem = drawnProblem(20, 4, { min: 3, max: 7 });
    const state = stateOf(problem)!;
    const rng = createRng(9);
    const pairs = new Set<string>();
    let most = 0;
    for (let round = 0; round < 400; round++) {
      const before = state.groupOf.slice();
      const strength = round % 4;
      perturb(state, rng, strength);
      const changed = [...before.keys()].filter((b) => before[b] !== state.groupOf[b]);
      expect(changed.length).toBeLessThanOrEqual(2 * strength);
      const touched = new Set(changed.flatMap((b) => [before[b]!, state.groupOf[b]!]));
      expect(touched.size).toBeLessThanOrEqual(2);
      if (touched.size === 2) pairs.add([...touched].sort().join());
      most = Math.max(most, changed.length);
    }
    expect(pairs.size).toBe(6);
    expect(most).toBe(6);
  });

  test('does nothing with one group', () => {
    const problem = drawnProblem(5, 1, { min: 0, max: 5 });
    const state = stateOf(problem)!;
    perturb(state, createRng(1), 3);
    expectSound(problem, state);
    const draws = { next: fail, integer: fail, stream: fail };
    perturb(state, draws, 3);
  });

  test('carries a pair through groups of exact size, for two single units that may go', () => {
    const exact: GroupingProblem = {
      order: 8,
      weights: new Float64Array(64),
      groups: [4, 4].map((size) => ({ min: size, max: size })),
      together: [[0, 1]],
      pinned: [[7, 1]],
      apart: [[3, 6]],
    };
    // blocks: {0, 1}, 2, 3, 4, 5, 6, 7; 6 must not come to 3, and 7 stays
    const start = Int32Array.of(0, 0, 0, 1, 1, 1, 1);
    const seen = reached(exact, start);
    const forPair = [...seen].filter((groups) => groups.startsWith('1'));
    expect(forPair).toEqual(['1,0,0,0,0,1,1']);
    // and back, drawn from the other group
    expect(reached(exact, Int32Array.of(1, 0, 0, 0, 0, 1, 1))).toContain(start.join());
  });

  test('leaves a block where it is when no others together are as large', () => {
    const unequal: GroupingProblem = {
      order: 10,
      weights: new Float64Array(100),
      groups: [5, 5].map((size) => ({ min: size, max: size })),
      together: [
        [0, 1, 2],
        [3, 4],
        [5, 6],
        [7, 8],
      ],
    };
    // three against two and two: 3 = 2 + 1 with the single unit, never more
    const seen = reached(unequal, Int32Array.of(0, 0, 1, 1, 1));
    for (const groups of seen) {
      const sizes = [3, 2, 2, 2, 1];
      const first = groups.split(',').reduce((sum, g, b) => sum + (g === '0' ? sizes[b]! : 0), 0);
      expect(first).toBe(5);
    }
    expect(seen).toContain('1,0,0,1,0');
    expect(seen).toContain('1,0,1,0,0');
  });

  test('moves no block that is pinned or unwelcome, be it for several others', () => {
    const base: GroupingProblem = {
      order: 6,
      weights: new Float64Array(36),
      groups: [3, 3].map((size) => ({ min: size, max: size })),
      together: [[0, 1]],
    };
    // blocks {0, 1}, 2 | 3, 4, 5
    const start = Int32Array.of(0, 0, 1, 1, 1);
    const pairMoves = (more: Partial<GroupingProblem>): boolean =>
      [...reached({ ...base, ...more }, start)].some((groups) => groups.startsWith('1'));
    expect(pairMoves({})).toBe(true);
    expect(pairMoves({ pinned: [[1, 0]] })).toBe(false);
    expect(pairMoves({ allowed: [[0, [0]]] })).toBe(false);
    expect(pairMoves({ allowed: [[3, [1]]] })).toBe(true);
    expect(
      pairMoves({
        allowed: [
          [3, [1]],
          [4, [1]],
        ],
      }),
    ).toBe(false);
    expect(
      pairMoves({
        pinned: [
          [3, 1],
          [4, 1],
        ],
      }),
    ).toBe(false);
    expect(pairMoves({ pinned: [[3, 1]] })).toBe(true);
    // whichever leaves, one that the pair must not meet is among those that stay, or 2 must not meet both who come
    expect(pairMoves({ apart: [[0, 3]] })).toBe(false);
    expect(
      pairMoves({
        apart: [
          [2, 3],
          [2, 4],
        ],
      }),
    ).toBe(false);
  });
});

function fail(): never {
  throw new Error('nothing is to be drawn');
}
