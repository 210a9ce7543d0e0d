import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestSubset } from '../../../../../engine/methods/grouping/subset/best-subset.js';
import { changeSubset } from '../../../../../engine/methods/grouping/subset/change-subset.js';
import type { SubsetProblem } from '../../../../../engine/methods/grouping/subset/subset-problem.js';
import { subsetWorth } from '../../../../../engine/methods/grouping/subset/subset-value.js';
import { createRng } from '../../../../../engine/random/rng.js';
import { symmetricWeights } from '../every-grouping.js';
import { everySubset } from '../every-subset.js';

function made(order: number, seed: number): SubsetProblem {
  const rng = createRng(seed);
  const some = (chance: number) =>
    Float64Array.from({ length: order * 2 }, () => (rng.next() < chance ? rng.next() : 0));
  return {
    order,
    topicCount: 2,
    concern: some(0.5),
    topicWeights: Float64Array.of(0.5, 0.5),
    worth: new Float64Array(order),
    eligible: Uint8Array.from({ length: order }, () => (rng.next() < 0.8 ? 1 : 0)),
    weights: symmetricWeights(order, () => rng.next() / 2),
    bounds: { min: 3, max: 4 },
    cover: some(0.3),
    wanted: Uint8Array.from({ length: order }, () => (rng.next() < 0.3 ? 1 : 0)),
    wantedShare: 0.25,
    apart: [[1, 3]],
    required: seed % 3 === 0 ? [2] : [],
  };
}

/** A subset chosen by other answers, and the last units newcomers. */
function publishedBefore(order: number, seed: number, newcomers: number) {
  const problem = made(order, seed);
  const known = Uint8Array.from({ length: order }, (_, i) => (i < order - newcomers ? 1 : 0));
  const before = { ...made(order, seed + 5000), apart: [], required: [] };
  const eligible = before.eligible.map((may, i) => (known[i] === 1 ? may : 0));
  const found = bestSubset({ ...before, eligible }, createRng(1), { iterations: 5 });
  return { problem, published: found?.units ?? [], known, frozen: false };
}

/** For each number of moves the fewest that lack, then the largest value. */
function bestOfAll(
  { problem, published, known }: ReturnType<typeof publishedBefore>,
  budget: number,
): ({ lacking: number; value: number } | null)[] {
  const { bounds, apart = [], eligible, required = [] } = problem;
  const worthOf = subsetWorth(problem);
  const best: ({ lacking: number; value: number } | null)[] = Array.from({ length: budget + 1 }, () => null);
  const mayBe = (i: number) => eligible[i] === 1 || required.includes(i);
  for (const units of everySubset(problem.order)) {
    if (units.length < bounds.min || units.length > bounds.max || !units.every(mayBe)) continue;
    if (apart.some((pair) => pair.every((i) => units.includes(i)))) continue;
    if (required.some((i) => !units.includes(i))) continue;
    const came = units.filter((i) => known[i] === 1 && !published.includes(i) && !required.includes(i));
    const left = published.filter((i) => known[i] === 1 && !units.includes(i) && mayBe(i));
    const found = worthOf(units);
    for (let k = came.length + left.length; k <= budget; k++) {
      const known = best[k];
      if (
        !known ||
        found.lacking < known.lacking ||
        (found.lacking === known.lacking && found.value > known.value)
      )
        best[k] = found;
    }
  }
  return best;
}

describe('changeSubset', () => {
  test('finds, for each number of moves, the best of all subsets', () => {
    let told = 0;
    fc.assert(
      fc.property(
        fc.nat(4000),
        fc.integer({ min: 5, max: 9 }),
        fc.integer({ min: 0, max: 2 }),
        (seed, order, newcomers) => {
          const change = publishedBefore(order, seed, newcomers);
          const budget = 6;
          const fresh = { problem: change.problem, rng: createRng(2), iterations: 10 };
          const { byMoves, fewest, free } = changeSubset(change, { budget, rng: createRng(1), fresh });
          const expected = bestOfAll(change, budget);
          const worthOf = subsetWorth(change.problem);
          for (const [k, best] of expected.entries()) {
            const found = byMoves[k];
            expect(found === null).toBe(best === null);
            if (!found || !best) continue;
            expect(worthOf(found.units).lacking).toBe(best.lacking);
            expect(worthOf(found.units).value).toBeCloseTo(best.value, 9);
            expect(found.moves).toBeLessThanOrEqual(k);
            told++;
          }
          const least = expected.findIndex((best) => best !== null);
          if (least !== -1) expect(fewest).toBe(least);
          if (free && byMoves[budget]) expect(free.sought).toBeGreaterThanOrEqual(byMoves[budget].sought);
        },
      ),
      { numRuns: 60 },
    );
    expect(told).toBeGreaterThan(100);
  });

  test('leaves a frozen subset as it is, but for who is gone', () => {
    const change = { ...publishedBefore(8, 4, 1), frozen: true };
    const fresh = { problem: change.problem, rng: createRng(2), iterations: 10 };
    const { byMoves } = changeSubset(change, { budget: 4, rng: createRng(1), fresh });
    for (const found of byMoves) expect(found?.units ?? change.published).toEqual(change.published);
  });
});
