import fc from 'fast-check';
import { expect, test } from 'vitest';
import { perimeterOverlap } from '../../../engine/geography/perimeter-overlap.js';
import type { Territory } from '../../../engine/model/territory.js';
import { madeTerritory } from '../made-territory.js';

function triples(territories: readonly Territory[]): number[][] {
  const { sources, targets, shares } = perimeterOverlap(territories);
  return Array.from(sources, (i, e) => [i, targets[e]!, shares[e]!]);
}

test('a PETR that lists an EPCI covers it, whichever comes first', () => {
  const epci = madeTerritory({ id: '200', members: ['81001'] });
  const petr = madeTerritory({ id: '900', members: ['200', '201'] });
  expect(triples([epci, petr])).toEqual([[0, 1, 1]]);
  expect(triples([petr, epci])).toEqual([[0, 1, 1]]);
});

test('common members count against the smaller perimeter, each code once', () => {
  const small = madeTerritory({ id: 'a', members: ['1', '2', '2'] });
  const large = madeTerritory({ id: 'b', members: ['2', '3', '4', '5'] });
  expect(triples([small, large])).toEqual([[0, 1, 0.5]]);
});

test('nobody overlaps without members, or alone', () => {
  expect(triples([])).toEqual([]);
  expect(triples([madeTerritory({ id: 'a', members: ['a', '1'] })])).toEqual([]);
  expect(triples([madeTerritory({ id: 'a' }), madeTerritory({ id: 'b' })])).toEqual([]);
});

test('pairs are those of a naive count, sorted', () => {
  const lists = fc.array(fc.array(fc.constantFrom('0', '1', '2', '3', 'x', 'y', 'z'), { maxLength: 4 }), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(lists, (members) => {
      const territories = members.map((codes, i) => madeTerritory({ id: String(i), members: codes }));
      const expected: number[][] = [];
      for (let i = 0; i < members.length; i++) {
        for (let j = i + 1; j < members.length; j++) {
          const a = new Set<string>(members[i]);
          const b = new Set<string>(members[j]);
          const common = [...a].filter((code) => b.has(code)).length;
          const covers = a.has(String(j)) || b.has(String(i));
          if (covers) expected.push([i, j, 1]);
          else if (common > 0) expected.push([i, j, common / Math.min(a.size, b.size)]);
        }
      }
      expect(triples(territories)).toEqual(expected);
    }),
  );
});
