import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRng, EngineError, planRounds, type RoundsProblem } from '../../../../engine/index.js';

describe('the rounds planned', () => {
  test('let nobody meet twice in a year of 158 in 16 workshops', () => {
    const problem = { order: 158, rounds: even(16, 16, 9, 10) };
    const plan = planRounds(problem);
    expect(plan.repeats).toBe(0);
    expect(plan.iterations).toBe(0);
    expectSound(problem, plan);
  });

  test.each([
    [5, 3, 7],
    [6, 3, 8],
    [7, 4, 7],
    [8, 4, 9],
  ])('%i groups of %i meet without repeats over %i rounds', (groups, size, rounds) => {
    const problem = { order: groups * size, rounds: even(rounds, groups, size, size) };
    const plan = planRounds(problem);
    expect(plan.repeats).toBe(0);
    expectSound(problem, plan);
  });

  test('keep bounds and absences, and count what they say', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const problem = randomProblem(seed);
        const plan = planRounds(problem, { seed, iterations: 3000 });
        expectSound(problem, plan);
      }),
      { numRuns: 60 },
    );
  });

  test('reach what exhaustive search finds on tiny problems, and never beat it', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(0.3, Number.POSITIVE_INFINITY), (seed, repeatCost) => {
        const rng = createRng(seed);
        const weights = symmetric(5, () => Math.round(100 * rng.next()) / 100);
        const rounds = even(2, 2, 2, 3);
        const history: [number, number, number][] = [[rng.integer(2), 2 + rng.integer(3), 1]];
        const plan = planRounds(
          { order: 5, rounds, weights, history, repeatCost },
          { seed, iterations: 20000 },
        );
        const best = bestOfAll(weights, history, repeatCost);
        expect(plan.fewestPossible).toBeLessThanOrEqual(best.repeats);
        expect(plan.value).toBeCloseTo(best.value, 9);
        expect(plan.repeats).toBe(best.repeats);
      }),
      { numRuns: 25 },
    );
  });

  test('are the same for the same seed', () => {
    const problem = randomProblem(7);
    expect(planRounds(problem, { seed: 3, iterations: 5000 })).toEqual(
      planRounds(problem, { seed: 3, iterations: 5000 }),
    );
  });

  test('avoid those who met before', () => {
    const history: [number, number, number][] = [];
    for (let i = 0; i < 12; i += 3) history.push([i, i + 1, 1], [i + 1, i + 2, 1], [i, i + 2, 1]);
    const plan = planRounds({ order: 12, rounds: even(2, 4, 3, 3), history });
    expect(plan.repeats).toBe(0);
  });

  test('count the repeats of the history', () => {
    const plan = planRounds({ order: 4, rounds: even(1, 2, 2, 2), history: [[0, 1, 3]] });
    expect(plan.repeats).toBe(2);
    expect(plan.fewestPossible).toBe(2);
  });

  test('trade repeats for weight when a repeat has a price', () => {
    const weights = symmetric(4, (i, j) => (i % 2 === j % 2 ? 10 : 0));
    const rounds = even(2, 2, 2, 2);
    const cheap = planRounds({ order: 4, rounds, weights, repeatCost: 1 });
    expect(cheap.repeats).toBe(2);
    expect(cheap.value).toBe(38);
    const dear = planRounds({ order: 4, rounds, weights });
    expect(dear.repeats).toBe(0);
    expect(dear.value).toBe(20);
  });
});

describe('sitting out', () => {
  test('goes round within one turn when there are more units than places', () => {
    for (const [order, groups, rounds] of [
      [11, 3, 5],
      [10, 4, 7],
      [17, 4, 9],
    ] as const) {
      const problem = { order, rounds: even(rounds, groups, 2, 2) };
      const plan = planRounds(problem, { iterations: 5000 });
      expect(Math.max(...plan.sittingOut) - Math.min(...plan.sittingOut)).toBeLessThanOrEqual(1);
      expectSound(problem, plan);
    }
  });

  test('gives an odd number one bye each and no repeats', () => {
    const plan = planRounds({ order: 7, rounds: even(7, 3, 2, 2) });
    expect(plan.repeats).toBe(0);
    expect([...plan.sittingOut]).toEqual(Array(7).fill(1));
  });

  test('is not counted for those who are absent, and evened around them', () => {
    // unit 0 is there in the last round only: its turn is then, others have had theirs
    const absent: [number, number][] = [0, 1, 2].map((r) => [r, 0]);
    const plan = planRounds({ order: 4, rounds: even(4, 1, 0, 2), absent }, { iterations: 1000 });
    expect([...plan.sittingOut].sort()).toEqual([1, 1, 1, 2]);
  });
});

describe('rounds that cannot be without repeats', () => {
  test('are planned with the fewest, and the bound is said', () => {
    const plan = planRounds({ order: 4, rounds: even(5, 2, 2, 2) });
    expect(plan.fewestPossible).toBe(4);
    expect(plan.repeats).toBe(4);
  });

  test('are known when groups are larger than there are groups', () => {
    const plan = planRounds({ order: 6, rounds: even(2, 2, 3, 3) });
    expect(plan.fewestPossible).toBe(2);
    expect(plan.repeats).toBe(2);
  });
});

describe('what cannot be planned is refused', () => {
  const rounds = even(2, 2, 2, 3);
  test.each<[string, RoundsProblem, string]>([
    ['a broken order', { order: -1, rounds }, 'bad-order'],
    ['crossed bounds', { order: 5, rounds: [[{ min: 3, max: 2 }]] }, 'bad-bounds'],
    ['bounds that are not whole', { order: 5, rounds: [[{ min: 1.5, max: 2 }]] }, 'bad-bounds'],
    ['an absence in a round that is not', { order: 5, rounds, absent: [[2, 0]] }, 'bad-round'],
    ['an absence of nobody', { order: 5, rounds, absent: [[0, 5]] }, 'bad-unit'],
    ['a history of nobody', { order: 5, rounds, history: [[0, 9, 1]] }, 'bad-unit'],
    ['a history with oneself', { order: 5, rounds, history: [[1, 1, 1]] }, 'bad-history'],
    [
      'a weight that is not a number',
      { order: 5, rounds, weights: symmetric(5, () => Number.NaN) },
      'bad-weights',
    ],
    ['a matrix of another size', { order: 5, rounds, weights: new Float64Array(9) }, 'bad-weights'],
    ['a price that is not a number', { order: 5, rounds, repeatCost: Number.NaN }, 'bad-repeat-cost'],
    ['groups that need more units than there are', { order: 3, rounds }, 'too-few-units'],
  ])('%s', (_name, problem, code) => {
    expect(() => planRounds(problem)).toThrowError(expect.objectContaining({ code }));
  });

  test('with the number of groups that can be filled', () => {
    try {
      planRounds({ order: 9, rounds: even(1, 4, 3, 4) });
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(EngineError);
      expect((error as EngineError).value).toEqual({ round: 0, present: 9, needed: 12, groupCount: 3 });
    }
  });
});

test('rounds in which nobody could sit elsewhere are planned at once', () => {
  const weights = symmetric(5, (i, j) => i + j);
  const plan = planRounds({ order: 5, rounds: even(2, 1, 5, 5), weights, repeatCost: 1 });
  expect(plan.value).toBe(2 * 40 - 10);
  expect(plan.iterations).toBe(0);
});

test('no round, no unit and no group are planned as they are', () => {
  expect(planRounds({ order: 3, rounds: [] }).groupOf).toEqual([]);
  expect(planRounds({ order: 0, rounds: even(2, 2, 0, 3) }).repeats).toBe(0);
  expect([...planRounds({ order: 2, rounds: [[]] }).sittingOut]).toEqual([1, 1]);
});

function even(rounds: number, groups: number, min: number, max: number) {
  return Array.from({ length: rounds }, () => Array.from({ length: groups }, () => ({ min, max })));
}

function symmetric(order: number, weight: (i: number, j: number) => number): Float64Array {
  const weights = new Float64Array(order * order);
  for (let i = 0; i < order; i++) {
    for (let j = 0; j < i; j++) weights[i * order + j] = weights[j * order + i] = weight(i, j);
  }
  return weights;
}

function randomProblem(seed: number): RoundsProblem {
  const rng = createRng(seed);
  const order = 4 + rng.integer(14);
  const rounds = Array.from({ length: 1 + rng.integer(4) }, () =>
    Array.from({ length: 1 + rng.integer(4) }, () => {
      const min = rng.integer(2);
      return { min, max: min + rng.integer(5) };
    }),
  );
  const absent = rounds.flatMap((_, r) =>
    order > 8 && rng.integer(2) ? [[r, rng.integer(order)] as const] : [],
  );
  const history = [[0, 1, rng.integer(3)] as const];
  const weights = rng.integer(2) ? symmetric(order, () => rng.next()) : undefined;
  return { order, rounds, absent, history, weights, repeatCost: rng.integer(2) ? 0.2 : undefined };
}

function expectSound(problem: RoundsProblem, plan: ReturnType<typeof planRounds>): void {
  const { order, rounds } = problem;
  const met = new Map<number, number>();
  let value = 0;
  for (const [i, j, times] of problem.history ?? []) {
    const key = Math.min(i, j) * order + Math.max(i, j);
    met.set(key, (met.get(key) ?? 0) + times);
  }
  const absent = new Set((problem.absent ?? []).map(([r, i]) => r * order + i));
  const turns = new Int32Array(order);
  rounds.forEach((groups, r) => {
    const groupOf = plan.groupOf[r] ?? new Int32Array();
    groups.forEach(({ min, max }, g) => {
      const members = [...groupOf.keys()].filter((i) => groupOf[i] === g);
      expect(members.length).toBeGreaterThanOrEqual(min);
      expect(members.length).toBeLessThanOrEqual(max);
      members.forEach((j, at) => {
        for (const i of members.slice(0, at)) {
          met.set(i * order + j, (met.get(i * order + j) ?? 0) + 1);
          value += problem.weights?.[i * order + j] ?? 0;
        }
      });
    });
    let out = 0;
    groupOf.forEach((g, i) => {
      if (absent.has(r * order + i)) expect(g).toBe(-1);
      else if (g === -1) {
        turns[i]!++;
        out++;
      }
    });
    const places = groups.reduce((sum, { max }) => sum + max, 0);
    const present = [...groupOf.keys()].filter((i) => !absent.has(r * order + i)).length;
    expect(out).toBe(Math.max(0, present - places));
  });
  const repeats = [...met.values()].reduce((sum, m) => sum + Math.max(0, m - 1), 0);
  const cost = [...met.values()].reduce((sum, m) => sum + (m * (m - 1)) / 2, 0);
  expect(plan.repeats).toBe(repeats);
  expect(plan.fewestPossible).toBeLessThanOrEqual(repeats);
  expect(plan.value).toBeCloseTo(value - (problem.repeatCost ?? 0) * cost, 9);
  expect([...plan.sittingOut]).toEqual([...turns]);
}

/** Both rounds of 5 units in two groups of 2 and 3, every way: least cost first, or largest value less price. */
function bestOfAll(
  weights: Float64Array,
  history: readonly [number, number, number][],
  repeatCost: number,
): { repeats: number; value: number } {
  const ways: number[][] = [];
  for (let mask = 0; mask < 32; mask++) {
    const groupOf = Array.from({ length: 5 }, (_, i) => (mask >> i) & 1);
    const ones = groupOf.filter((g) => g === 1).length;
    if (ones === 2 || ones === 3) ways.push(groupOf);
  }
  let best = { repeats: 0, value: Number.NEGATIVE_INFINITY, rank: Number.NEGATIVE_INFINITY };
  for (const first of ways) {
    for (const second of ways) {
      let [value, cost, repeats] = [0, 0, 0];
      for (let i = 0; i < 5; i++) {
        for (let j = i + 1; j < 5; j++) {
          const times = [first, second].filter((groupOf) => groupOf[i] === groupOf[j]).length;
          const before = history.find(([a, b]) => a === i && b === j)?.[2] ?? 0;
          value += times * (weights[i * 5 + j] ?? 0);
          cost += ((times + before) * (times + before - 1)) / 2;
          repeats += Math.max(0, times + before - 1);
        }
      }
      const priced = Number.isFinite(repeatCost);
      const rank = value - (priced ? repeatCost : 1000) * cost;
      if (rank > best.rank) best = { repeats, value: priced ? rank : value, rank };
    }
  }
  return best;
}
