import { describe, expect, test } from 'vitest';
import { graphFromEdges } from '../../../../engine/index.js';
import { checkLeiden } from '../../../../engine/methods/graph/leiden-options.js';
import { partsOf, takeOver } from '../../../../engine/methods/graph/leiden-parts.js';
import { leidenScratch } from '../../../../engine/methods/graph/leiden-scratch.js';

function scratchOfPath(order: number) {
  const sources = Uint32Array.from({ length: order - 1 }, (_, i) => i);
  const targets = Uint32Array.from({ length: order - 1 }, (_, i) => i + 1);
  return leidenScratch(checkLeiden(graphFromEdges(order, sources, targets), {}).base);
}

describe('taking refined parts over', () => {
  const parts = {
    partOf: Uint32Array.of(4, 4, 4, 1, 1, 0),
    communityOf: Uint32Array.of(2, 2, 2, 5, 5, 5),
  };

  test('parts that nobody left stay, numbered by smallest member', () => {
    const scratch = scratchOfPath(6);
    scratch.membership.set(parts.communityOf);
    expect(takeOver(parts, scratch)).toBe(3);
    expect([...scratch.refined]).toEqual([0, 0, 0, 1, 1, 2]);
  });

  test('the members of a part that someone left are single, as it may have fallen apart', () => {
    const scratch = scratchOfPath(6);
    // place 1 held 0 and 2 together
    scratch.membership.set([2, 5, 2, 5, 5, 5]);
    expect(takeOver(parts, scratch)).toBe(5);
    expect([...scratch.refined]).toEqual([0, 1, 2, 3, 3, 4]);
  });

  test('there are parts only where a level lies between the finest and the communities', () => {
    const [fine, middle, last] = [Uint32Array.of(0, 1), Uint32Array.of(0, 1), Uint32Array.of(0, 0)];
    expect(partsOf([fine, middle, last])).toEqual({ partOf: middle, communityOf: last });
    expect(partsOf([fine, last])).toBeNull();
    expect(partsOf([])).toBeNull();
  });
});
