import fc from 'fast-check';
import { expect, test } from 'vitest';
import { largeClique } from '../../../../../engine/methods/grouping/conflicts/large-clique.js';
import { blockRules } from '../../../../../engine/methods/grouping/problem/block-rules.js';

const order = 9;

function search(edges: readonly (readonly [number, number])[], size: number): number[] | null {
  const { apartStart, apartBlocks } = blockRules({ order, groups: [], apart: edges });
  return largeClique(order, apartStart, apartBlocks, size);
}

/** The most units that are all neighbours, by trying every set of them. */
function largestByTrial(edges: readonly (readonly [number, number])[]): number {
  const joined = new Set(edges.flatMap(([i, j]) => [i * order + j, j * order + i]));
  let largest = 0;
  for (let set = 0; set < 2 ** order; set++) {
    const members = [...Array(order).keys()].filter((i) => (set >> i) & 1);
    const all = members.every((i, k) => members.slice(k + 1).every((j) => joined.has(i * order + j)));
    if (all) largest = Math.max(largest, members.length);
  }
  return largest;
}

test('finds a clique of a size exactly when there is one', () => {
  const unit = fc.integer({ min: 0, max: order - 1 });
  const edges = fc.array(
    fc.tuple(unit, unit).filter(([i, j]) => i !== j),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(edges, (drawn) => {
      const largest = largestByTrial(drawn);
      expect(search(drawn, largest + 1)).toBeNull();
      const found = search(drawn, largest) ?? [];
      expect(found).toHaveLength(largest);
      const joined = new Set(drawn.flatMap(([i, j]) => [`${i} ${j}`, `${j} ${i}`]));
      for (const i of found) for (const j of found) if (i !== j) expect(joined.has(`${i} ${j}`)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('is not misled by a vertex with more neighbours than any of the clique', () => {
  const edges: [number, number][] = [4, 5, 6, 7, 8].map((j): [number, number] => [3, j]);
  edges.push([0, 1], [0, 2], [1, 2]);
  expect(search(edges, 3)).toEqual([0, 1, 2]);
  expect(search(edges, 4)).toBeNull();
});
