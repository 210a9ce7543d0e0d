import { describe, expect, test } from 'vitest';
import { createRng } from '../../../../engine/random/rng.js';
import { resolveOptions } from '../../../../engine/resolve-options.js';
import { groupTerritories } from '../../../../engine/workshop/by-territory.js';
import { objectiveCriteria } from '../../../../engine/workshop/rules/objective-criteria.js';

/** Three alike, three others not: together the three are worth most, and leave the others with nothing. */
const order = 6;
const alike = [
  [0, 0.9, 0.9, 0.5, 0.1, 0.1],
  [0.9, 0, 0.9, 0.1, 0.5, 0.1],
  [0.9, 0.9, 0, 0.1, 0.1, 0.5],
  [0.5, 0.1, 0.1, 0, 0.05, 0.05],
  [0.1, 0.5, 0.1, 0.05, 0, 0.05],
  [0.1, 0.1, 0.5, 0.05, 0.05, 0],
];
const values = Float64Array.from(alike.flat());

function lowestOf(objective: 'total' | 'lowest-workshop' | 'worst-served'): {
  workshop: number;
  served: number;
} {
  const { groupOf } = groupTerritories(
    {
      territoryIds: ['a', 'b', 'c', 'd', 'e', 'f'],
      affinity: { rows: order, columns: order, values },
      distances: {
        km: { rows: order, columns: order, values: new Float64Array(order * order) },
        located: new Uint8Array(order),
        meanKm: 0,
      },
      rules: [],
    },
    { ...resolveOptions().workshop, minSize: 3, maxSize: 3, spread: 0, objective },
    createRng(1),
  );
  const served = Array.from(groupOf, (g, i) => {
    const others = [...groupOf.keys()].filter((j) => j !== i && groupOf[j] === g);
    return others.reduce((sum, j) => sum + (values[i * order + j] ?? 0), 0) / others.length;
  });
  const means = [0, 1].map((g) => {
    const own = served.filter((_, i) => groupOf[i] === g);
    return own.reduce((sum, each) => sum + each, 0) / own.length;
  });
  return { workshop: Math.min(...means), served: Math.min(...served) };
}

describe('the objective', () => {
  test('of the total leaves the worst off to themselves', () => {
    expect(lowestOf('total').workshop).toBeCloseTo(0.05, 9);
  });

  test('of the lowest workshop, or of the worst-served territory, lifts them', () => {
    // two of the three with one of the others, one with two: (.9 + .5 + .1) / 3 against (.5 + .1 + .05) / 3
    expect(lowestOf('lowest-workshop').workshop).toBeCloseTo(0.65 / 3, 9);
    // whoever sits with d, e or f has (.1 + .05) / 2 at least
    expect(lowestOf('worst-served').served).toBeCloseTo(0.075, 9);
  });

  test('adds nothing to the total, and one soft criterion that outweighs all pairs otherwise', () => {
    expect(objectiveCriteria('total', values, order)).toEqual([]);
    const [criterion, ...others] = objectiveCriteria('worst-served', values, order);
    expect(others).toEqual([]);
    const pairs = values.reduce((sum, w) => sum + w, 0) / 2;
    expect(criterion).toMatchObject({ level: 'soft', weight: order * pairs });
  });
});
