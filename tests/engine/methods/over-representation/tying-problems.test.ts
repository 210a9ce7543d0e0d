import { describe, expect, it } from 'vitest';
import { mostDeclared } from '../../../../engine/methods/over-representation/most-declared.js';
import { overRepresentedAmong } from '../../../../engine/methods/over-representation/over-representation.js';
import { tyingProblems } from '../../../../engine/methods/over-representation/tying-problems.js';

// six territories, two problems: the first three declare the first, everyone declares the second
const needs = {
  rows: 6,
  columns: 2,
  values: Float64Array.of(1, 1, 1, 1, 1, 1, 0, 1, 0, 1, 0, 1),
};

describe('tyingProblems', () => {
  it('are those over-represented in a group, where there are any', () => {
    const [own] = tyingProblems(needs, [[0, 1, 2]]);
    expect(own).toEqual(overRepresentedAmong(needs, [[0, 1, 2]])[0]);
    expect(own?.map(({ problem }) => problem)).toEqual([0]);
  });

  it('are those that most declare in a group where nothing is over-represented', () => {
    const whole = [0, 1, 2, 3, 4, 5];
    expect(overRepresentedAmong(needs, [whole])).toEqual([[]]);
    expect(tyingProblems(needs, [whole])).toEqual([mostDeclared(needs, whole)]);
    expect(tyingProblems(needs, [whole])[0]?.map(({ problem }) => problem)).toEqual([1, 0]);
  });
});
