import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overRepresented } from '../../../../engine/methods/over-representation/over-representation.js';
import type { Matrix } from '../../../../engine/numeric/matrix.js';
import { thrownBy } from '../../thrown-error.js';

function matrix(...rows: readonly (readonly number[])[]): Matrix {
  return { rows: rows.length, columns: rows[0]?.length ?? 0, values: Float64Array.from(rows.flat()) };
}

// column 0: everyone; 1: the first group; 2: two of the second; 3: one of the second
const needs = matrix(
  [1, 0.5, 0, 0],
  [1, 0.5, 0, 0],
  [1, 0.2, 0, 0],
  [1, 0, 0.5, 0.9],
  [1, 0, 0.5, 0],
  [1, 0, 0, 0],
);
const groups = [0, 0, 0, 1, 1, 1];

test('share and shrunk lift are those of the formula', () => {
  const [first, second] = overRepresented(needs, groups, 2);
  expect(first).toHaveLength(1);
  expect(first?.[0]).toMatchObject({ problem: 1, share: 1 });
  // k = 3, n = 3, p = 1/2: (3 + 2) / 7 / (1/2)
  expect(first?.[0]?.lift).toBeCloseTo(10 / 7, 12);
  expect(second).toHaveLength(1);
  expect(second?.[0]).toMatchObject({ problem: 2 });
  expect(second?.[0]?.share).toBeCloseTo(2 / 3, 12);
  // k = 2, n = 3, p = 1/3: (2 + 4/3) / 7 / (1/3)
  expect(second?.[0]?.lift).toBeCloseTo(10 / 7, 12);
});

test('what most of the group shares comes before what is only rare', () => {
  const rows = [
    ...Array.from({ length: 8 }, (_, i) => [1, i < 3 ? 1 : 0]),
    ...Array.from({ length: 32 }, (_, i) => [i < 8 ? 1 : 0, 0]),
  ];
  const [problems] = overRepresented(
    matrix(...rows),
    rows.map((_, i) => (i < 8 ? 0 : 1)),
    2,
  );
  // 8 of 8 against 16 of 40, before 3 of 8 against 3 of 40, whose lift is higher
  expect(problems?.map(({ problem }) => problem)).toEqual([0, 1]);
  expect(problems?.[1]?.lift).toBeGreaterThan(problems?.[0]?.lift ?? Number.POSITIVE_INFINITY);
});

test('ties go to the stronger need, then to the smaller index', () => {
  const tied = matrix([0.5, 0.5, 0.9], [0.5, 0.5, 0.9], [0, 0, 0]);
  const [problems] = overRepresented(tied, [0, 0, 1], 2);
  expect(problems?.map(({ problem }) => problem)).toEqual([2, 0, 1]);
});

test('a group of one speaks for itself; an empty group is silent', () => {
  const [one, none] = overRepresented(matrix([1, 0], [0, 1], [0, 1]), [0, -1, -1], 2);
  expect(one?.map(({ problem }) => problem)).toEqual([0]);
  expect(none).toEqual([]);
});

test('a row in no group still counts in the assembly', () => {
  const [alone] = overRepresented(matrix([1], [1]), [0, 0], 1);
  expect(alone).toEqual([]);
  const [beside] = overRepresented(matrix([1], [1], [0]), [0, 0, -1], 1);
  expect(beside?.[0]?.lift).toBeGreaterThan(1);
});

test('nobody, nothing declared and no group have no problem', () => {
  expect(overRepresented(matrix(), [], 0)).toEqual([]);
  expect(overRepresented(matrix([0], [0]), [0, 0], 1)).toEqual([[]]);
});

test('every problem kept is declared more in the group than in the assembly, best excess first', () => {
  const cases = fc.array(
    fc.record({
      row: fc.array(fc.constantFrom(0, 0, 0.5, 1), { minLength: 4, maxLength: 4 }),
      group: fc.integer({ min: -1, max: 2 }),
    }),
    { minLength: 1, maxLength: 15 },
  );
  fc.assert(
    fc.property(cases, (territories) => {
      const found = overRepresented(
        matrix(...territories.map(({ row }) => row)),
        territories.map(({ group }) => group),
        3,
      );
      found.forEach((problems, g) => {
        const members = territories.filter(({ group }) => group === g);
        const excess = problems.map(({ problem, share, lift }) => {
          const declaring = members.filter(({ row }) => row[problem]! > 0).length;
          const overall = territories.filter(({ row }) => row[problem]! > 0).length / territories.length;
          expect(declaring).toBeGreaterThanOrEqual(Math.min(2, members.length));
          expect(share).toBeCloseTo(declaring / members.length, 12);
          expect(share).toBeGreaterThan(overall);
          expect(lift).toBeGreaterThan(1);
          expect(lift).toBeLessThanOrEqual(share / overall + 1e-12);
          return share - overall;
        });
        expect(excess).toEqual([...excess].sort((a, b) => b - a));
      });
    }),
  );
});

test('bad use is refused', () => {
  expect(thrownBy(() => overRepresented(needs, [0], 1)).code).toBe('lengths-differ');
  expect(thrownBy(() => overRepresented(needs, [0, 0, 0, 0, 0, 2], 2)).value).toEqual([5, 2]);
  expect(thrownBy(() => overRepresented(needs, [0, 0, 0, 0, 0, -2], 2)).code).toBe('index-out-of-range');
  expect(thrownBy(() => overRepresented(needs, groups, Number.NaN)).code).toBe('count-not-usable');
  expect(thrownBy(() => overRepresented(matrix([Number.NaN]), [0], 1)).code).toBe('entry-not-usable');
});
