import fc from 'fast-check';
import { expect, test } from 'vitest';
import { largeClique } from '../../../../../engine/methods/grouping/conflicts/large-clique.js';
import { blockRules } from '../../../../../engine/methods/grouping/problem/block-rules.js';

const order = 9;

type Edges = readonly (readonly [number, number])[];

const search = (edges: Edges, size: number): number[] | null => searchAmong(order, edges, size);

function searchAmong(count: number, edges: Edges, size: number): number[] | null {
  const { apartStart, apartBlocks } = blockRules({ order: count, groups: [], apart: edges });
  return largeClique(count, apartStart, apartBlocks, size);
}

/** The most units that are all neighbours, by trying every set of them. */
function largestByTrial(edges: Edges): number {
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

/** Rings of five units, each unit joined to all of the other rings: two of each ring are a clique, and no more. */
function joinedRings(rings: number): [number, number][] {
  const edges: [number, number][] = [];
  for (let i = 0; i < 5 * rings; i++) {
    for (let j = 0; j < i; j++) {
      const sameRing = Math.floor(i / 5) === Math.floor(j / 5);
      if (!sameRing || [1, 4].includes(i - j)) edges.push([i, j]);
    }
  }
  return edges;
}

test('looks no further where too few colours are left', () => {
  // eight parts of five, all joined but within a part: a part a colour
  const parts: [number, number][] = [];
  for (let i = 0; i < 40; i++) for (let j = 0; j < i; j++) if (i % 8 !== j % 8) parts.push([i, j]);
  expect(searchAmong(40, parts, 9)).toBeNull();
  expect(searchAmong(40, parts, 8)).toHaveLength(8);
});

test('looks at none whose neighbours are too few, nor at those that this leaves with too few', () => {
  // a chain of triangles, then four that are all neighbours
  const chain = Array.from({ length: 60 }, (_, i) => [
    [i, i + 1],
    [i, i + 2],
  ]).flat() as [number, number][];
  for (const i of [62, 63, 64, 65]) for (const j of [62, 63, 64, 65]) if (i < j) chain.push([i, j]);
  expect(searchAmong(66, chain, 4)).toEqual([62, 63, 64, 65]);
  expect(searchAmong(66, chain, 5)).toBeNull();
});

test('is exact on small rings joined, and gives up on many rather than never end', () => {
  expect(searchAmong(15, joinedRings(3), 6)).toHaveLength(6);
  expect(searchAmong(15, joinedRings(3), 7)).toBeNull();
  // seventeen of forty would take more than every one of 5⁸ choices to rule out
  expect(searchAmong(40, joinedRings(8), 17)).toBeNull();
});
