import { expect, test } from 'vitest';
import { mostDeclared } from '../../../../engine/methods/over-representation/most-declared.js';

const needs = { rows: 4, columns: 3, values: Float64Array.of(1, 0.5, 0, 1, 0, 0, 1, 0.5, 0, 0, 0, 1) };

test('gives what half of the group declares, the most declared first', () => {
  expect(mostDeclared(needs, [0, 1, 2])).toEqual([
    { problem: 0, share: 1, lift: 4 / 3 },
    { problem: 1, share: 2 / 3, lift: 4 / 3 },
  ]);
});

test('says nothing of what one member alone declares, nor of a group without members', () => {
  expect(mostDeclared(needs, [3, 0])).toEqual([]);
  expect(mostDeclared(needs, [])).toEqual([]);
});

test('speaks of the whole assembly too, where nothing is over-represented', () => {
  expect(mostDeclared(needs, [0, 1, 2, 3]).map(({ problem }) => problem)).toEqual([0, 1]);
});
