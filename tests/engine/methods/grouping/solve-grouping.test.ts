import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lowestWorkshopCriterion } from '../../../../engine/criteria/lowest-workshop.js';
import { pinnedCriterion } from '../../../../engine/criteria/pinned.js';
import { targetShareCriterion } from '../../../../engine/criteria/target-share.js';
import type { GroupingProblem } from '../../../../engine/methods/grouping/problem/grouping-problem.js';
import {
  defaultIterations,
  groupingValue,
  solveGrouping,
} from '../../../../engine/methods/grouping/solve-grouping.js';
import type { Criterion } from '../../../../engine/model/criterion.js';
import { createRng } from '../../../../engine/random/rng.js';
import {
  bestOfAll,
  errorOf,
  everyGrouping,
  keepsRules,
  recountValue,
  symmetricWeights,
  tinyProblems,
} from './every-grouping.js';

const shared = process.env.DECROISE_SHARED ?? '../shared';

/** 40 units, 5 groups of 6 to 10, with every kind of rule. */
function mediumProblem(seed: number): GroupingProblem {
  const rng = createRng(seed);
  return {
    order: 40,
    weights: symmetricWeights(40, () => Math.floor(rng.next() * 100)),
    groups: Array.from({ length: 5 }, () => ({ min: 6, max: 10 })),
    together: [
      [0, 1, 2],
      [10, 11],
      [11, 12],
    ],
    apart: [
      [0, 10],
      [20, 21],
      [21, 22],
      [20, 22],
      [22, 23],
    ],
    pinned: [
      [5, 3],
      [30, 0],
      [10, 4],
    ],
    allowed: [
      [15, [1, 3]],
      [15, [0, 3, 4]],
      [16, [0, 2]],
    ],
  };
}

describe('solveGrouping against every grouping', () => {
  test('finds the best of all groupings of tiny problems, or refuses those without any', () => {
    fc.assert(
      fc.property(tinyProblems(), (problem) => {
        const best = bestOfAll(problem);
        if (best === null) {
          expect(errorOf(() => solveGrouping(problem))?.code).toBe('infeasible');
          return;
        }
        const { groupOf, value, upperBound, gap } = solveGrouping(problem);
        expect(keepsRules(problem, groupOf)).toBe(true);
        expect(value).toBe(best.value);
        expect(recountValue(problem, groupOf)).toBe(value);
        expect(upperBound).toBeGreaterThanOrEqual(best.value);
        expect(gap).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 250 },
    );
  });

  test('finds the best three groups of exactly three among nine, with a pair that must stay together', () => {
    for (let seed = 1; seed <= 8; seed++) {
      const rng = createRng(seed);
      const problem: GroupingProblem = {
        order: 9,
        weights: symmetricWeights(9, () => Math.floor(rng.next() * 50)),
        groups: [3, 3, 3].map((size) => ({ min: size, max: size })),
        together: [[2, 7]],
        apart: [[0, 1]],
      };
      expect(solveGrouping(problem, { seed }).value).toBe(bestOfAll(problem)?.value);
    }
  });

  test('lets a soft criterion cost its weight, and never breaks a hard one', () => {
    const rng = createRng(4);
    const order = 7;
    const groups = [
      { min: 2, max: 4 },
      { min: 2, max: 4 },
    ];
    for (let round = 0; round < 12; round++) {
      const weights = symmetricWeights(order, () => Math.floor(rng.next() * 10));
      const [i, j, k] = [rng.integer(3), 3 + rng.integer(2), 5 + rng.integer(2)];
      const criteria = [meet('hard', 0, i, j), meet('soft', 3, j, k)];
      const problem = { order, weights, groups, criteria };
      let best = Number.NEGATIVE_INFINITY;
      for (const groupOf of everyGrouping(problem)) {
        if (groupOf[i] !== groupOf[j]) continue;
        best = Math.max(best, recountValue(problem, groupOf) - (groupOf[j] === groupOf[k] ? 0 : 3));
      }
      const { groupOf, value } = solveGrouping(problem);
      expect(groupOf[i]).toBe(groupOf[j]);
      expect(value - (groupOf[j] === groupOf[k] ? 0 : 3)).toBe(best);
      expect(value).toBe(recountValue(problem, groupOf));
    }
  });
});

describe('solveGrouping', () => {
  test('keeps every rule and counts its value right on a larger problem', () => {
    for (const seed of [1, 2, 3]) {
      const problem = mediumProblem(seed);
      const { groupOf, value, upperBound, gap } = solveGrouping(problem, { seed, iterations: 200 });
      expect(keepsRules(problem, groupOf)).toBe(true);
      expect(value).toBe(recountValue(problem, groupOf));
      expect(gap).toBeCloseTo((upperBound - value) / upperBound, 12);
    }
  });

  test('gives the same groups for the same seed, and ends within the rounds asked', () => {
    const problem = mediumProblem(7);
    const first = solveGrouping(problem, { seed: 5, iterations: 120 });
    expect(solveGrouping(problem, { seed: 5, iterations: 120 })).toEqual(first);
    expect(first.iterations).toBe(120);
    expect(solveGrouping(problem, { seed: 6, iterations: 0 }).iterations).toBe(0);
  });

  test('does not lose by more rounds', () => {
    const problem = mediumProblem(8);
    const short = solveGrouping(problem, { iterations: 0 }).value;
    expect(solveGrouping(problem, { iterations: 500 }).value).toBeGreaterThanOrEqual(short);
  });

  test('stops when asked, with the rules kept, and no more than a moment after', () => {
    const problem = mediumProblem(9);
    for (const patience of [0, 1, 5, 50]) {
      let asked = 0;
      const { groupOf, iterations } = solveGrouping(problem, {
        iterations: 1e9,
        shouldStop: () => ++asked > patience,
      });
      expect(keepsRules(problem, groupOf)).toBe(true);
      expect(iterations).toBeLessThanOrEqual(500 * (patience + 1));
    }
  });

  test('goes back to even sizes where the sizes with the most pairs cannot keep a hard share', () => {
    // 11 of 32: groups of 10, 10, 6 and 6 would hold 3 + 3 + 2 + 2 of them, those of 10, 8, 8 and 6 hold all
    const order = 32;
    const units = Array.from({ length: 11 }, (_, i) => i);
    const share = targetShareCriterion({ ruleId: 's', level: 'hard', units, share: 11 / order });
    const weights = symmetricWeights(order, () => 1);
    const groups = Array.from({ length: 4 }, () => ({ min: 6, max: 10 }));
    for (let seed = 1; seed <= 3; seed++) {
      const { groupOf } = solveGrouping(
        { order, weights, groups, criteria: [share] },
        { seed, iterations: 0 },
      );
      expect(share.evaluate(groupOf)).toBe(0);
    }
  });

  test('cools to the end of the time that remains, keeping every rule, and ends with it', () => {
    const entangled = mediumProblem(10);
    const { order, weights, groups } = entangled;
    for (const problem of [entangled, { order, weights, groups }]) {
      let asked = 0;
      const { groupOf, value, iterations } = solveGrouping(problem, {
        iterations: 1e9,
        remaining: () => 1 - ++asked / 200,
      });
      expect(keepsRules(problem, groupOf)).toBe(true);
      expect(asked).toBeLessThan(220);
      expect(iterations).toBeGreaterThan(200);
      expect(value).toBeGreaterThan(solveGrouping(problem, { iterations: 0 }).value);
    }
  });

  test('goes on with cycles where the time is long for so few units', () => {
    const weights = symmetricWeights(6, (i, j) => (i >> 1 === j >> 1 ? 9 : 1));
    const groups = [2, 2, 2].map((size) => ({ min: size, max: size }));
    let asked = 0;
    const { value } = solveGrouping(
      { order: 6, weights, groups },
      { iterations: 1e9, remaining: () => 1 - ++asked / 50 },
    );
    expect(value).toBe(27);
    expect(asked).toBeLessThan(60);
  });

  test('recombines what it found where there is time for many coolings, the same way each time', () => {
    const order = 20;
    const weights = symmetricWeights(order, (i, j) => (37 * i * i + 61 * j * j + 13 * i * j) % 101);
    const problem = { order, weights, groups: Array.from({ length: 5 }, () => ({ min: 3, max: 5 })) };
    const once = () => {
      let asked = 0;
      // as good as endless at first, then soon over
      const remaining = () => (++asked < 50 ? 1 - asked / 1e6 : 1 - asked / 100);
      return solveGrouping(problem, { iterations: 1e9, remaining });
    };
    const { groupOf, value, iterations } = once();
    expect(keepsRules(problem, groupOf)).toBe(true);
    // beyond a full pool of coolings
    expect(iterations).toBeGreaterThan(24 * 500);
    expect(value).toBe(solveGrouping(problem, { iterations: 5000 }).value);
    expect(once().groupOf).toEqual(groupOf);
  });

  test('starts from a given grouping and never returns a worse one', () => {
    const problem = mediumProblem(10);
    const good = solveGrouping(problem, { iterations: 800 });
    const again = solveGrouping(problem, { seed: 99, iterations: 0, initial: good.groupOf });
    expect(again.value).toBeGreaterThanOrEqual(good.value);
  });

  test('places anew what the given grouping leaves out or puts where the rules forbid', () => {
    const problem = mediumProblem(11);
    for (const initial of [new Int32Array(40).fill(-1), new Int32Array(40).fill(2)]) {
      expect(keepsRules(problem, solveGrouping(problem, { initial, iterations: 0 }).groupOf)).toBe(true);
    }
  });

  test('reports its progress to the end', () => {
    const reports: [number, number][] = [];
    solveGrouping(mediumProblem(1), {
      iterations: 300,
      onProgress: (done, total) => reports.push([done, total]),
    });
    expect(reports.length).toBe(100);
    expect(reports.at(-1)).toEqual([300, 300]);
  });

  test('answers for nobody, for one unit and for one group', () => {
    expect(solveGrouping({ order: 0, weights: new Float64Array(), groups: [] })).toEqual({
      groupOf: new Int32Array(),
      value: 0,
      upperBound: 0,
      gap: 0,
      iterations: 0,
    });
    const alone = { order: 1, weights: new Float64Array(1), groups: [{ min: 1, max: 1 }] };
    expect([...solveGrouping(alone).groupOf]).toEqual([0]);
    const weights = symmetricWeights(4, () => -2);
    const one = solveGrouping({ order: 4, weights, groups: [{ min: 4, max: 4 }] });
    expect([one.value, one.upperBound, one.gap]).toEqual([-12, -12, 0]);
  });

  test('does not read the diagonal', () => {
    const problem = mediumProblem(12);
    const weights = problem.weights.slice();
    for (let i = 0; i < 40; i++) weights[i * 41] = Number.NaN;
    const { groupOf, value } = solveGrouping(problem, { iterations: 50 });
    const other = solveGrouping({ ...problem, weights }, { iterations: 50 });
    expect(other.value).toBe(value);
    expect(other.groupOf).toEqual(groupOf);
  });

  test('finds groups of exactly two with every unit in some separation', () => {
    const order = 60;
    const groups = Array.from({ length: 30 }, () => ({ min: 2, max: 2 }));
    // unit i may only meet units of the other half that lie at an even distance
    const apart: [number, number][] = [];
    for (let i = 0; i < order; i++) {
      for (let j = 0; j < i; j++)
        if (Math.floor(i / 30) === Math.floor(j / 30) || (i - j) % 2) apart.push([i, j]);
    }
    const problem = { order, weights: new Float64Array(order * order), groups, apart };
    expect(keepsRules(problem, solveGrouping(problem, { iterations: 10 }).groupOf)).toBe(true);
  });

  test.skipIf(!existsSync(`${shared}/data/mdgp`))(
    'comes within one percent of the best known on 158 territories (needs ../shared/data)',
    () => {
      const problem = readInstance('Terr_n158_k20_6-10_s2');
      const { groupOf, value } = solveGrouping(problem);
      expect(keepsRules(problem, groupOf)).toBe(true);
      expect(value).toBeGreaterThan(0.99 * 22859);
    },
  );
});

describe('defaultIterations', () => {
  test('are as many for small problems, and fewer the more units there are', () => {
    expect([0, 1, 140].map(defaultIterations)).toEqual([2500, 2500, 2500]);
    expect([1000, 5000].map(defaultIterations)).toEqual([350, 70]);
  });

  test('are made where none are asked for, a third of them where a rule ties all groups', () => {
    const order = 6;
    const weights = symmetricWeights(order, (i, j) => i + j);
    const groups = [3, 3].map((size) => ({ min: size, max: size }));
    const criteria = [lowestWorkshopCriterion({ ruleId: 'l', level: 'soft', weight: 1, weights, order })];
    expect(solveGrouping({ order, weights, groups }).iterations).toBe(2500);
    expect(solveGrouping({ order, weights, groups, criteria }).iterations).toBe(Math.round(2500 / 3));
  });
});

describe('groupingValue', () => {
  test('is the sum over pairs in one group, those in none left out', () => {
    const weights = symmetricWeights(4, (i, j) => 10 * i + j);
    expect(groupingValue(4, weights, Int32Array.of(0, 0, 1, 0))).toBe(10 + 30 + 31);
    expect(groupingValue(4, weights, Int32Array.of(-1, -1, 1, 1))).toBe(32);
    expect(groupingValue(0, new Float64Array(), new Int32Array())).toBe(0);
  });
});

describe('solveGrouping refuses', () => {
  const groups = [
    { min: 1, max: 2 },
    { min: 1, max: 2 },
  ];
  const sound: GroupingProblem = { order: 3, weights: symmetricWeights(3, (i, j) => i + j), groups };
  const with_ =
    (changes: Partial<GroupingProblem>): (() => unknown) =>
    () =>
      solveGrouping({ ...sound, ...changes });
  const weightsWith = (at: number, w: number): Float64Array => sound.weights.with(at, w);

  test.each([
    ['an order that is no count', with_({ order: -1 }), 'bad-order', -1],
    ['a matrix of the wrong size', with_({ weights: new Float64Array(8) }), 'bad-weights', 8],
    ['a weight that is no number', with_({ weights: weightsWith(1, Number.NaN) }), 'bad-weights', Number.NaN],
    [
      'an infinite weight',
      with_({ weights: weightsWith(5, Number.POSITIVE_INFINITY) }),
      'bad-weights',
      Number.POSITIVE_INFINITY,
    ],
    ['weights that are not symmetric', with_({ weights: weightsWith(1, 7) }), 'bad-weights', [7, 1]],
    [
      'weights whose sum overflows',
      with_({ weights: symmetricWeights(3, () => 1.7e308) }),
      'bad-weights',
      Number.POSITIVE_INFINITY,
    ],
    ['bounds that cross', with_({ groups: [{ min: 3, max: 2 }] }), 'bad-bounds', [3, 2]],
    ['bounds that are not whole', with_({ groups: [{ min: 1, max: 2.5 }] }), 'bad-bounds', [1, 2.5]],
    ['an unknown unit in together', with_({ together: [[0, 3]] }), 'bad-unit', 3],
    ['an unknown unit in apart', with_({ apart: [[-1, 2]] }), 'bad-unit', -1],
    ['a unit apart from itself', with_({ apart: [[2, 2]] }), 'bad-unit', [2, 2]],
    ['an unknown group', with_({ pinned: [[0, 2]] }), 'bad-group', 2],
    [
      'a pin given twice',
      with_({
        pinned: [
          [0, 1],
          [0, 1],
        ],
      }),
      'bad-pin',
      [0, 1],
    ],
    ['a negative number of rounds', () => solveGrouping(sound, { iterations: -1 }), 'bad-iterations', -1],
    [
      'a start of the wrong length',
      () => solveGrouping(sound, { initial: new Int32Array(2) }),
      'bad-initial',
      2,
    ],
    [
      'a start in an unknown group',
      () => solveGrouping(sound, { initial: Int32Array.of(0, 1, 2) }),
      'bad-initial',
      2,
    ],
    ['a criterion of negative weight', with_({ criteria: [meet('soft', -1, 0, 1)] }), 'bad-weights', -1],
  ])('%s, naming it and a way out', (_, call, code, value) => {
    const error = errorOf(call);
    expect(error?.code).toBe(code);
    expect(error?.value).toEqual(value);
    expect(error?.message).toMatch(/\nMaybe \S/);
  });

  test('what it could neither place nor refute, naming the hard rules that took part', () => {
    // blocks of four and six in groups of exactly fifteen: no parity, but nothing short of trying all ways says so
    const sizes = Array.from({ length: 24 }, (_, k) => (k % 2 ? 4 : 6));
    let next = 0;
    const together = sizes.map((size) => Array.from({ length: size }, () => next++));
    const order = next;
    const odd: GroupingProblem = {
      order,
      weights: new Float64Array(order * order),
      groups: Array.from({ length: order / 15 }, () => ({ min: 15, max: 15 })),
      together,
    };
    const error = errorOf(() => solveGrouping(odd));
    expect(error?.code).toBe('no-grouping-found');
    expect(error?.message).toMatch(/nor proof/);
    expect(error?.value).toEqual({ order, groupCount: 8, ruleIds: [] });
    const hard = pinnedCriterion({ ruleId: 'place', level: 'hard', units: [0], group: 2 });
    const named = errorOf(() => solveGrouping({ ...odd, criteria: [hard] }));
    expect(named?.code).toBe('no-grouping-found');
    expect(named?.message).toContain('hard rules place with');
    expect(named?.value).toEqual({ order, groupCount: 8, ruleIds: ['place'] });
  });

  test('sizes that cannot add up, carrying the numbers', () => {
    const error = errorOf(with_({ groups: [{ min: 1, max: 2 }] }));
    expect(error?.code).toBe('infeasible');
    expect(error?.value).toMatchObject({ conflict: [{ kind: 'sizes', order: 3, largestTotal: 2 }] });
  });

  test('a hard criterion that nothing meets, naming the rule and the units', () => {
    const criteria = [meet('hard', 1, 0, 1)];
    const error = errorOf(with_({ apart: [[0, 1]], criteria }));
    expect(error?.code).toBe('hard-criterion-broken');
    expect(error?.value).toEqual({ ruleId: 'meet', justification: [{ units: [0, 1], penalty: 1 }] });
  });
});

/** A criterion of this file's own: i and j share a group. */
function meet(level: 'hard' | 'soft', weight: number, i: number, j: number): Criterion {
  const evaluate = (groupOf: Int32Array): number => (groupOf[i] === groupOf[j] ? 0 : 1);
  const changed = (groupOf: Int32Array, change: (copy: Int32Array) => void): number => {
    const copy = groupOf.slice();
    change(copy);
    return evaluate(copy) - evaluate(groupOf);
  };
  return {
    ruleId: 'meet',
    level,
    weight,
    evaluate,
    deltaOfMove: (groupOf, a, g) =>
      changed(groupOf, (copy) => {
        copy[a] = g;
      }),
    deltaOfSwap: (groupOf, a, b) =>
      changed(groupOf, (copy) => {
        copy[a] = groupOf[b]!;
        copy[b] = groupOf[a]!;
      }),
    justify: (groupOf) => (evaluate(groupOf) === 0 ? [] : [{ units: [i, j], penalty: 1 }]),
  };
}

function readInstance(name: string): GroupingProblem {
  const [head = '', ...lines] = gunzipSync(readFileSync(`${shared}/data/mdgp/${name}.txt.gz`))
    .toString()
    .trim()
    .split('\n');
  const [n = '', , , ...bounds] = head.trim().split(/\s+/);
  const order = Number(n);
  const weights = new Float64Array(order * order);
  for (const line of lines) {
    const [i = 0, j = 0, w = 0] = line.trim().split(/\s+/).map(Number);
    weights[i * order + j] = w;
    weights[j * order + i] = w;
  }
  const groups = [];
  for (let k = 0; k < bounds.length; k += 2)
    groups.push({ min: Number(bounds[k]), max: Number(bounds[k + 1]) });
  return { order, weights, groups };
}
