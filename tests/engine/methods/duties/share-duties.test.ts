import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DutyProblem } from '../../../../engine/methods/duties/duty-problem.js';
import { shareDuties } from '../../../../engine/methods/duties/share-duties.js';

const arbitraryDuties: fc.Arbitrary<DutyProblem> = fc
  .record({ people: fc.integer({ min: 1, max: 4 }), seats: fc.integer({ min: 1, max: 5 }) })
  .chain(({ people, seats }) =>
    fc.record({
      people: fc.constant(people),
      rounds: fc.constant(3),
      roundOf: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: seats, maxLength: seats }),
      candidates: fc.array(fc.subarray(Array.from({ length: people }, (_, p) => p)), {
        minLength: seats,
        maxLength: seats,
      }),
      past: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: people, maxLength: people }),
      level: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: people, maxLength: people }),
    }),
  );

/** Every way to fill the seats, as holders by seat. */
function everySharing({ roundOf, candidates }: DutyProblem): number[][] {
  const all: number[][] = [];
  const extend = (holders: number[]): void => {
    const seat = holders.length;
    if (seat === candidates.length) {
      all.push(holders);
      return;
    }
    extend([...holders, -1]);
    for (const p of candidates[seat] ?? []) {
      if (holders.some((q, k) => q === p && roundOf[k] === roundOf[seat])) continue;
      extend([...holders, p]);
    }
  };
  extend([]);
  return all;
}

function costOf({ people, past, level }: DutyProblem, holders: readonly number[]): number[] {
  const duties = Array.from({ length: people }, (_, p) => holders.filter((q) => q === p).length);
  return [
    holders.filter((p) => p === -1).length,
    duties.reduce((sum, d, p) => sum + d * (level[p] ?? 0), 0),
    duties.reduce((sum, d, p) => sum + (d + (past[p] ?? 0)) ** 2, 0),
  ];
}

const lower = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((order, value, k) => order || value - (b[k] ?? 0), 0);

describe('shareDuties', () => {
  test('gives the duty to who had fewest, and moves others when the seat asks for someone else', () => {
    // person 1 never chaired but may only hold seat 0, which person 0 would take first
    const sheet = shareDuties({
      people: 2,
      rounds: 1,
      roundOf: [0, 0],
      candidates: [[0, 1], [0]],
      past: [0, 5],
      level: [0, 0],
    });
    expect([...sheet.holderOf]).toEqual([1, 0]);
  });

  test('nobody holds two seats of one round, and every sharing tried costs as much or more', () => {
    fc.assert(
      fc.property(arbitraryDuties, (problem) => {
        const sheet = shareDuties(problem);
        const sharings = everySharing(problem);
        const found = [...sheet.holderOf];
        expect(sharings).toContainEqual(found);
        const best = sharings.map((holders) => costOf(problem, holders)).sort(lower)[0];
        expect(costOf(problem, found)).toEqual(best);
        const { vacant, levels, squares } = sheet.cost();
        expect([vacant, levels, squares]).toEqual(best);
      }),
      { numRuns: 300 },
    );
  });
});
