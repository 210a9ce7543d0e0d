import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apartCriterion } from '../../../../../engine/criteria/apart.js';
import { pinnedCriterion } from '../../../../../engine/criteria/pinned.js';
import { togetherCriterion } from '../../../../../engine/criteria/together.js';
import { blockRules } from '../../../../../engine/methods/grouping/problem/block-rules.js';
import type { GroupingProblem } from '../../../../../engine/methods/grouping/problem/grouping-problem.js';
import { GroupingState } from '../../../../../engine/methods/grouping/search/grouping-state.js';
import { keepsRules, recountValue, tinyProblems } from '../every-grouping.js';
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
      { numRuns: 200 },
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
    );
  });
});
