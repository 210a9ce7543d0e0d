import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GroupingProblem } from '../../../../../engine/methods/grouping/problem/grouping-problem.js';
import { perturb } from '../../../../../engine/methods/grouping/search/perturb.js';
import { rebuild } from '../../../../../engine/methods/grouping/search/rebuild.js';
import { createRng } from '../../../../../engine/random/rng.js';
import { expectSound, stateOf, tinyRuled } from './made-state.js';

describe('rebuild', () => {
  test('keeps every rule', () => {
    fc.assert(
      fc.property(tinyRuled(), fc.nat(), (problem, seed) => {
        const state = stateOf(problem);
        fc.pre(state !== null);
        const rng = createRng(seed);
        for (let round = 0; round < 4; round++) {
          rebuild(state, rng);
          expectSound(problem, state);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('mixes two groups in every way and leaves the others, where bounds let it', () => {
    const problem: GroupingProblem = {
      order: 5,
      weights: new Float64Array(25),
      groups: Array.from({ length: 3 }, () => ({ min: 0, max: 5 })),
    };
    const start = [0, 0, 1, 1, 2];
    const expected = new Set<string>();
    for (const [g, h] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const) {
      for (let code = 0; code < 32; code++) {
        const mixed = start.map((at, b) => (at !== g && at !== h ? at : (code >> b) & 1 ? g : h));
        expected.add(mixed.join());
      }
    }
    const seen = new Set<string>();
    const state = stateOf(problem)!;
    for (let seed = 1; seed <= 800; seed++) {
      state.adopt(Int32Array.from(start));
      rebuild(state, createRng(seed));
      seen.add(state.groupOf.join());
    }
    expect([...seen].sort()).toEqual([...expected].sort());
  });

  test('crosses where no move and no exchange of two is allowed', () => {
    // unit 1 could change groups only with 0 and 2 at once
    const problem: GroupingProblem = {
      order: 6,
      weights: new Float64Array(36),
      groups: [3, 3].map((size) => ({ min: size, max: size })),
      apart: [
        [0, 1],
        [1, 2],
      ],
    };
    const groupsSeenBy = (disturb: typeof rebuild): Set<number> => {
      const state = stateOf(problem)!;
      const rng = createRng(1);
      const seen = new Set<number>();
      for (let round = 0; round < 60; round++) {
        disturb(state, rng);
        seen.add(state.groupOf[1]!);
        expectSound(problem, state);
      }
      return seen;
    };
    expect(groupsSeenBy((state, rng) => perturb(state, rng, 2)).size).toBe(1);
    expect(groupsSeenBy(rebuild)).toEqual(new Set([0, 1]));
  });
});
