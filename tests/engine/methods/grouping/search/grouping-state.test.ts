import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apartCriterion } from '../../../../../engine/criteria/apart.js';
import { pinnedCriterion } from '../../../../../engine/criteria/pinned.js';
import { togetherCriterion } from '../../../../../engine/criteria/together.js';
import { blockRules } from '../../../../../engine/methods/grouping/problem/block-rules.js';
import type { GroupingProblem } from '../../../../../engine/methods/grouping/problem/grouping-problem.js';
import { GroupingState } from '../../../../../engine/methods/grouping/search/grouping-state.js';
import { createRng } from '../../../../../engine/random/rng.js';
import { keepsRules, recountValue, symmetricWeights, tinyProblems } from '../every-grouping.js';
import { derived, stateOf, unitsOf } from './made-state.js';

/** The value inside blocks is constant and left out of the objective. */
function withinBlocks(problem: GroupingProblem, state: GroupingState): number {
  return recountValue(problem, state.rules.blockOf);
}

const drawn = { minLength: 24, maxLength: 24 };
const steps = fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { minLength: 1, maxLength: 12 });

describe('GroupingState', () => {
  test('equals a fresh computation after any moves, and its objective the value recounted', () => {
    fc.assert(
      fc.property(tinyProblems(), steps, (problem, moves) => {
        const state = stateOf(problem);
        fc.pre(state !== null);
        for (const [b, g] of moves) state.move(b % state.rules.blockCount, g % problem.groups.length);
        const fresh = new GroupingState(state.rules, state.weights, state.criteria, state.groupOf);
        expect(derived(state)).toEqual(derived(fresh));
        expect(state.objective).toBe(recountValue(problem, unitsOf(state)) - withinBlocks(problem, state));
      }),
      { numRuns: 60 },
    );
  });

  test('counts what each block is worth in its group, through moves, exchanges and undoing', () => {
    fc.assert(
      fc.property(
        tinyProblems(),
        steps,
        fc.array(fc.integer({ min: -20, max: 20 }), drawn),
        (problem, changes, values) => {
          const { blockCount, groupCount } = blockRules(problem);
          const places = Float64Array.from(values.slice(0, groupCount * blockCount));
          const state = stateOf(problem, { worthOf: (b, g) => places[g * blockCount + b]! });
          fc.pre(state !== null);
          for (const [x, y] of changes) {
            const [a, b, h] = [x % blockCount, y % blockCount, y % groupCount];
            const before = state.objective;
            if (state.groupOf[a] !== state.groupOf[b]) {
              const gain = state.gainOfSwap(a, b);
              state.exchange(a, b, gain);
              expect(state.objective - before).toBe(gain);
            } else if (state.groupOf[a] !== h) {
              const gain = state.gainOfMove(a, h);
              state.move(a, h);
              expect(state.objective - before).toBe(gain);
            }
            const worth = [...state.groupOf].reduce((sum, g, c) => sum + places[g * blockCount + c]!, 0);
            const pairs = recountValue(problem, unitsOf(state)) - withinBlocks(problem, state);
            expect(state.objective).toBe(pairs + worth);
            expect(state.recount()).toBe(pairs + worth);
            const fresh = new GroupingState(state.rules, state.weights, state.criteria, state.groupOf);
            expect(derived(state)).toEqual(derived(fresh));
            if (x % 3 === 0) state.rollback(before);
            else state.commit();
          }
          state.refresh();
          expect(state.objective).toBe(state.recount());
        },
      ),
      { numRuns: 60 },
    );
  });

  test('becomes any other grouping when it adopts it', () => {
    fc.assert(
      fc.property(tinyProblems(), fc.array(fc.nat(20), drawn), (problem, draws) => {
        const state = stateOf(problem);
        fc.pre(state !== null);
        const other = state.groupOf.map((_, b) => draws[b]! % problem.groups.length);
        state.adopt(other);
        expect(derived(state)).toEqual(
          derived(new GroupingState(state.rules, state.weights, state.criteria, other)),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('foretells the gain of a move and of an exchange, criteria and blocks included', () => {
    fc.assert(
      fc.property(tinyProblems(), fc.boolean(), steps, (problem, plain, draws) => {
        const { order } = problem;
        const criteria = [
          togetherCriterion({ ruleId: 't', level: 'soft', weight: 3, units: [0, order - 1] }),
          apartCriterion({ ruleId: 'a', level: 'soft', weight: 5, units: [...Array(order).keys()] }),
          pinnedCriterion({ ruleId: 'p', level: 'hard', units: [0, order >> 1], group: 0 }),
        ];
        const state = stateOf(plain ? problem : { ...problem, criteria });
        fc.pre(state !== null);
        for (const [x, y] of draws) {
          const a = x % state.rules.blockCount;
          const b = y % state.rules.blockCount;
          const h = y % problem.groups.length;
          const before = state.objective;
          const move = state.groupOf[a] === h ? 0 : state.gainOfMove(a, h);
          state.commit();
          state.move(a, h);
          expect(state.objective - before).toBe(move);
          expect(state.recount()).toBe(state.objective);
          state.rollback(before);
          if (state.groupOf[a] === state.groupOf[b]) continue;
          const swap = state.gainOfSwap(a, b);
          const [ga, gb] = [state.groupOf[a]!, state.groupOf[b]!];
          state.move(a, gb);
          state.move(b, ga);
          expect(state.objective - before).toBe(swap);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('returns by rollback to what was committed', () => {
    fc.assert(
      fc.property(tinyProblems(), steps, (problem, moves) => {
        const state = stateOf(problem);
        fc.pre(state !== null);
        const before = structuredClone(derived(state));
        const { objective } = state;
        for (const [b, g] of moves) state.move(b % state.rules.blockCount, g % problem.groups.length);
        state.rollback(objective);
        expect(derived(state)).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  test('allows just the moves and exchanges after which every rule holds', () => {
    fc.assert(
      fc.property(tinyProblems(), (problem) => {
        const state = stateOf(problem);
        fc.pre(state !== null);
        const { blockCount, pinnedTo } = state.rules;
        const { objective } = state;
        const holdsAfter = (change: () => void): boolean => {
          state.commit();
          change();
          const holds = keepsRules(problem, unitsOf(state));
          state.rollback(objective);
          return holds;
        };
        for (let a = 0; a < blockCount; a++) {
          for (let h = 0; h < problem.groups.length; h++) {
            if (state.groupOf[a] === h) continue;
            expect(state.allowsMove(a, h)).toBe(holdsAfter(() => state.move(a, h)));
          }
          for (let b = 0; b < blockCount; b++) {
            const [ga, gb] = [state.groupOf[a]!, state.groupOf[b]!];
            if (ga === gb) continue;
            const holds = holdsAfter(() => {
              state.move(a, gb);
              state.move(b, ga);
            });
            expect(state.allowsSwap(a, b)).toBe(holds && pinnedTo[a] === -1 && pinnedTo[b] === -1);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('is free of rounding once refreshed', () => {
    const rng = createRng(2);
    const problem: GroupingProblem = {
      order: 12,
      weights: symmetricWeights(12, () => Math.log(1 - rng.next()) + 1),
      groups: Array.from({ length: 3 }, () => ({ min: 0, max: 12 })),
    };
    const state = stateOf(problem)!;
    for (let k = 0; k < 300; k++) state.move(rng.integer(12), rng.integer(3));
    const { rules, weights, criteria, groupOf } = state;
    const fresh = derived(new GroupingState(rules, weights, criteria, groupOf));
    expect(derived(state)).not.toEqual(fresh);
    state.refresh();
    expect(derived(state)).toEqual(fresh);
    // what came before cannot be undone any more
    state.rollback(state.objective);
    expect(derived(state)).toEqual(fresh);
  });

  test('names each group that changed once, and none after it is undone', () => {
    const taken = (state: GroupingState): number[] => {
      const groups: number[] = [];
      for (let g = state.takeDirty(); g !== -1; g = state.takeDirty()) groups.push(g);
      return groups.sort((a, b) => a - b);
    };
    const problem: GroupingProblem = {
      order: 6,
      weights: new Float64Array(36),
      groups: Array.from({ length: 4 }, () => ({ min: 0, max: 6 })),
    };
    const state = stateOf(problem)!;
    state.adopt(Int32Array.of(0, 0, 1, 1, 2, 3));
    expect(taken(state)).toEqual([0, 1, 2, 3]);
    state.move(0, 0);
    expect(taken(state)).toEqual([]);
    state.move(0, 1);
    state.move(1, 1);
    state.exchange(2, 5, 0);
    expect(taken(state)).toEqual([0, 1, 3]);
    state.commit();
    state.move(4, 0);
    state.rollback(state.objective);
    expect(taken(state)).toEqual([]);
  });

  test('counts the changes of each group, and of all when it is refreshed', () => {
    const state = stateOf({
      order: 6,
      weights: new Float64Array(36),
      groups: Array.from({ length: 4 }, () => ({ min: 0, max: 6 })),
    })!;
    state.adopt(Int32Array.of(0, 0, 1, 1, 2, 3));
    const since = (change: () => void): number[] => {
      const before = state.changes.slice();
      change();
      return [...state.changes].map((count, g) => Math.sign(count - before[g]!));
    };
    expect(since(() => state.move(0, 1))).toEqual([1, 1, 0, 0]);
    expect(since(() => state.exchange(2, 5, 0))).toEqual([0, 1, 0, 1]);
    expect(since(() => state.move(4, 2))).toEqual([0, 0, 0, 0]);
    expect(since(() => state.commit())).toEqual([0, 0, 0, 0]);
    expect(since(() => state.refresh())).toEqual([1, 1, 1, 1]);
  });

  test('allows no exchange within a group, and no move to where a block is', () => {
    const state = stateOf({
      order: 4,
      weights: new Float64Array(16),
      groups: [0, 1].map(() => ({ min: 1, max: 3 })),
    })!;
    state.adopt(Int32Array.of(0, 0, 1, 1));
    expect([state.allowsSwap(0, 1), state.allowsSwap(1, 2), state.allowsSwap(3, 3)]).toEqual([
      false,
      true,
      false,
    ]);
    expect([state.allowsMove(0, 0), state.allowsMove(0, 1)]).toEqual([false, true]);
  });
});
