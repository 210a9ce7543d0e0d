import { describe, expect, test } from 'vitest';
import { ElitePool } from '../../../../../engine/methods/grouping/search/elite-pool.js';
import { createRng } from '../../../../../engine/random/rng.js';

/** All groupings that a pool gives in many draws, by their first entry. */
function held(pool: ElitePool): number[] {
  const rng = createRng(1);
  const seen = new Set<number>();
  for (let k = 0; k < 200; k++) for (const groupOf of pool.draw(rng) ?? []) seen.add(groupOf[0]!);
  return [...seen].sort((a, b) => a - b);
}

describe('ElitePool', () => {
  test('takes all until it is full, then only what beats its least one', () => {
    const pool = new ElitePool(3, 0);
    for (const value of [5, 7]) pool.add(value, Int32Array.of(value));
    expect(pool.isFull).toBe(false);
    pool.add(6, Int32Array.of(6));
    expect(pool.isFull).toBe(true);
    pool.add(4, Int32Array.of(4));
    expect(held(pool)).toEqual([5, 6, 7]);
    pool.add(8, Int32Array.of(8));
    expect(held(pool)).toEqual([6, 7, 8]);
  });

  test('says what is better than all before it', () => {
    const pool = new ElitePool(2, 0.01);
    const taken = [5, 4, 6, 6.005, 5.5, 7].map((value) => pool.add(value, Int32Array.of(value)));
    expect(taken).toEqual([true, false, true, false, false, true]);
  });

  test('unites the better halves of two pools, no two of one value', () => {
    const filled = (...values: number[]): ElitePool => {
      const pool = new ElitePool(4, 0);
      for (const value of values) pool.add(value, Int32Array.of(value));
      return pool;
    };
    const pool = filled(3, 9, 1, 5);
    pool.unite(filled(8, 2, 7, 4));
    expect(held(pool)).toEqual([5, 7, 8, 9]);
    const alike = filled(3, 9, 1, 5);
    alike.unite(filled(9, 2, 7, 4));
    expect(held(alike)).toEqual([5, 7, 9]);
    expect(alike.isFull).toBe(false);
  });

  test('gives up its least one, wherever it stands', () => {
    for (const values of [
      [5, 7, 6],
      [7, 5, 6],
      [6, 7, 5],
    ]) {
      const pool = new ElitePool(3, 0);
      for (const value of values) pool.add(value, Int32Array.of(value));
      pool.add(8, Int32Array.of(8));
      expect(held(pool)).toEqual([6, 7, 8]);
    }
  });

  test('holds no two of one value', () => {
    const pool = new ElitePool(3, 0.01);
    pool.add(5, Int32Array.of(1));
    pool.add(5.005, Int32Array.of(2));
    pool.add(6, Int32Array.of(3));
    expect(pool.isFull).toBe(false);
    expect(held(pool)).toEqual([1, 3]);
    const exact = new ElitePool(2, 0);
    exact.add(5, Int32Array.of(1));
    exact.add(5, Int32Array.of(2));
    expect(exact.isFull).toBe(false);
  });

  test('draws two different ones each time, once it has two', () => {
    const pool = new ElitePool(2, 0);
    pool.add(1, Int32Array.of(1));
    expect(pool.draw(createRng(3))).toBe(null);
    pool.add(2, Int32Array.of(2));
    const rng = createRng(3);
    for (let k = 0; k < 50; k++) {
      const [first, second] = pool.draw(rng)!;
      expect(first).not.toBe(second);
    }
  });

  test('keeps a copy: what becomes of the grouping later is not its concern', () => {
    const pool = new ElitePool(2, 0);
    const groupOf = Int32Array.of(1);
    pool.add(1, groupOf);
    groupOf[0] = 9;
    pool.add(2, groupOf);
    expect(held(pool)).toEqual([1, 9]);
  });
});
