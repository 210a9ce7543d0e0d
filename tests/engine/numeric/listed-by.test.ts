import { describe, expect, it } from 'vitest';
import { listedBy } from '../../../engine/numeric/listed-by.js';

describe('listedBy', () => {
  it('keeps the order of items under a key, and that of keys by their first item', () => {
    expect([...listedBy([5, 2, 7, 4, 9], (n) => (n % 2 === 0 ? 'even' : 'odd'))]).toEqual([
      ['odd', [5, 7, 9]],
      ['even', [2, 4]],
    ]);
  });

  it('has no key without an item', () => {
    expect(listedBy([], String).size).toBe(0);
  });
});
