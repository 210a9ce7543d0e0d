import { describe, expect, test } from 'vitest';
import { measureBaselines } from '../../../../engine/explain/measures/baselines.js';
import { measureGrouping } from '../../../../engine/explain/measures/measure-grouping.js';
import { graphFromEdges } from '../../../../engine/methods/graph/weighted-graph.js';
import { baselineMethods, baselineSchema } from '../../../../engine/model/measures.js';
import { groupMembers } from '../../../../engine/numeric/group-members.js';
import { createRng } from '../../../../engine/random/rng.js';
import { randomGround } from '../ground-of.js';

describe('measureBaselines', () => {
  const order = 30;
  const ground = randomGround(order, createRng(11));
  const groupOf = Int32Array.from({ length: order }, (_, i) => (i === 7 ? -1 : i % 5));
  const input = {
    graph: networkOf(),
    features: ground.profiles.features,
    workshops: groupMembers(groupOf),
    minSize: 5,
    maxSize: 7,
  };
  const baselines = measureBaselines(ground, input, createRng(1));

  test('judges the four groupings, in a fixed order, as finite numbers', () => {
    expect(baselines.map((b) => b.method)).toEqual([...baselineMethods]);
    for (const baseline of baselines) {
      expect(baselineSchema.parse(baseline)).toEqual(baseline);
      expect(Object.values(baseline.measures).every(Number.isFinite)).toBe(true);
    }
  });

  test('places the territories that the plan places, and no other', () => {
    for (const { measures } of baselines)
      expect(measures).toMatchObject({ placedCount: 29, unplacedCount: 1 });
  });

  test('keeps the sizes of the plan by lot, and even sizes by département', () => {
    const [random, department] = baselines;
    expect(random?.measures).toMatchObject({ workshopCount: 5, smallestSize: 5, largestSize: 6 });
    expect(random?.outOfBounds).toBe(0);
    expect(department?.measures).toMatchObject({ workshopCount: 5, smallestSize: 5, largestSize: 6 });
    expect(department?.outOfBounds).toBe(0);
  });

  test('puts neighbours of one département together, far more than the lot does', () => {
    const [random, department] = baselines;
    expect(department?.measures.sameDepartmentShare).toBeGreaterThan(
      2 * (random?.measures.sameDepartmentShare ?? 1),
    );
  });

  test('comes close to chance by lot', () => {
    const measures = baselines[0]?.measures;
    expect(Math.abs((measures?.coherence ?? 9) - (measures?.coherenceByChance ?? 0))).toBeLessThan(0.05);
  });

  test('counts the territories of groups out of bounds', () => {
    const tight = measureBaselines(ground, { ...input, minSize: 6, maxSize: 6 }, createRng(1));
    // 29 = 6 + 6 + 6 + 6 + 5
    expect(tight[0]?.outOfBounds).toBe(5);
    expect(tight[1]?.outOfBounds).toBe(5);
  });

  test('gives the same figures for the same seed, and other draws for another', () => {
    expect(measureBaselines(ground, input, createRng(1))).toEqual(baselines);
    expect(measureBaselines(ground, input, createRng(2))[0]).not.toEqual(baselines[0]);
  });

  test('stands when nobody is placed', () => {
    const none = measureBaselines(ground, { ...input, workshops: [] }, createRng(1));
    for (const { measures, outOfBounds } of none) {
      expect(measures).toEqual(measureGrouping(ground, []));
      expect(outOfBounds).toBe(0);
    }
  });

  function networkOf() {
    const sources: number[] = [];
    const targets: number[] = [];
    const weights: number[] = [];
    for (let i = 0; i < order; i++) {
      for (let j = 0; j < i; j++) {
        const weight = ground.affinity.values[i * order + j] as number;
        if (weight < 0.6) continue;
        sources.push(i);
        targets.push(j);
        weights.push(weight);
      }
    }
    return graphFromEdges(
      order,
      Uint32Array.from(sources),
      Uint32Array.from(targets),
      Float64Array.from(weights),
    );
  }
});
