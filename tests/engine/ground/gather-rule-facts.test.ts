import { expect, test } from 'vitest';
import { distancesBetween } from '../../../engine/geography/distances-between.js';
import { perimeterOverlap } from '../../../engine/geography/perimeter-overlap.js';
import { positionsOf } from '../../../engine/geography/positions-of.js';
import { gatherRuleFacts, territoryUnits } from '../../../engine/ground/gather-rule-facts.js';
import type { Assembly } from '../../../engine/model/assembly.js';
import { madeTerritory } from '../made-territory.js';

const input: Assembly = {
  taxonomy: { version: '', themes: [] },
  territories: [
    madeTerritory({
      id: 'a',
      departments: ['31', '82'],
      position: { lat: 43, lon: 1 },
      members: ['1', '2'],
      wishes: ['c', 'atelier 2', 'a', 'le matin', 'atelier 0'],
      availability: ['mardi'],
    }),
    madeTerritory({ id: 'b', members: ['2'], availability: [] }),
    madeTerritory({ id: 'c', position: { lat: 44, lon: 1 } }),
  ],
  seats: [
    {
      id: '1',
      territoryId: 'a',
      college: 'Élus',
      holder: { name: 'Anne', civility: 'F' },
      deputy: { civility: 'M' },
    },
    { id: '2', territoryId: 'a', college: 'Citoyens', holder: { civility: 'unspecified' } },
    { id: '3', territoryId: 'c', deputy: { name: 'Paul', civility: 'M' } },
  ],
  history: [
    { kind: 'workshop', territoryIds: ['a', 'b', 'gone'], date: '2025-01-01', label: 'Eau' },
    { kind: 'chairs', territoryIds: ['b', 'a'], date: '2025-01-01', label: 'Eau' },
    { kind: 'workshop', territoryIds: ['a', 'b'], date: '2025-06-01', label: 'Eau' },
    { kind: 'pairing', territoryIds: ['c', 'a'] },
    { kind: 'pairing', territoryIds: ['a', 'c'] },
  ],
  rules: [],
};
const facts = gatherRuleFacts(
  input,
  distancesBetween(positionsOf(input.territories)),
  perimeterOverlap(input.territories),
);

test('a territory counts for its main département, and wishes for others and for workshops from 1', () => {
  expect(facts.departments).toEqual(['31', undefined, undefined]);
  expect(facts.wishedTerritories).toEqual([[2], [], []]);
  expect(facts.wishedWorkshops).toEqual([[1], [], []]);
  expect(facts.availability).toEqual([['mardi'], null, null]);
});

test('a workshop and its chairs of one day are one meeting, meetings without a day count each', () => {
  expect(facts.meetings).toEqual([
    [0, 1, 2],
    [0, 2, 2],
  ]);
});

test('distances are unknown where a position is', () => {
  expect(facts.distanceKm[2]).toBeCloseTo(111.2, 1);
  expect(facts.distanceKm[1]).toBeNaN();
  expect(facts.overlaps).toEqual([[0, 1, 1]]);
});

test('seats give civilities and colleges, never a name', () => {
  const units = territoryUnits(input);
  expect(units).toEqual([
    { territory: 0, colleges: ['Citoyens', 'Élus'], civilities: ['F'], woman: true, man: true },
    { territory: 1, colleges: [], civilities: [], woman: false, man: false },
    // a deputy alone sits, and may chair
    { territory: 2, colleges: [], civilities: ['M'], woman: false, man: true },
  ]);
  expect(JSON.stringify([units, facts])).not.toMatch(/Anne|Paul/);
});
