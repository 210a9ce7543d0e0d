import { describe, expect, test } from 'vitest';
import { meetingLimits } from '../../../../../engine/methods/grouping/bounds/meeting-limits.js';
import { SplitRelaxation } from '../../../../../engine/methods/grouping/bounds/split-relaxation.js';
import { blockRules } from '../../../../../engine/methods/grouping/problem/block-rules.js';
import { createRng } from '../../../../../engine/random/rng.js';
import { symmetricWeights } from '../every-grouping.js';
import { petersen, ring } from './known-graphs.js';

const even = (count: number, size: number) => Array.from({ length: count }, () => ({ min: size, max: size }));

function relaxationOf(weights: Float64Array, groups: { min: number; max: number }[]): SplitRelaxation {
  const order = Math.sqrt(weights.length);
  return new SplitRelaxation(weights, meetingLimits(groups, blockRules({ order, groups })));
}

/** The bound after so many steps, no inequality added. */
function boundAfter(steps: number, weights: Float64Array, groups: { min: number; max: number }[]): number {
  const relaxation = relaxationOf(weights, groups);
  for (let step = 0; step < steps; step++) relaxation.step();
  return relaxation.bound();
}

// The value of the relaxation itself, where symmetry leaves so few numbers that it is found by hand.
const cos = (degrees: number): number => Math.cos((degrees * Math.PI) / 180);
const known: [string, Float64Array, { min: number; max: number }[], number, number][] = [
  // neighbours meet by a, others by b, with 3 a + 6 b = 4 partners; of eigenvalue −2: 1 − 2 a + b ≥ 0, so a ≤ 2 / 3
  ['the Petersen graph in two fives', petersen, even(2, 5), 10, 0.06],
  // neighbours by a, the next ones by 1 − a; of the eigenvector of 160°: 1 − 2 a cos 20° + 2 (1 − a) cos 40° ≥ 0
  [
    'a ring of nine in threes',
    ring(9),
    even(3, 3),
    (9 * (1 + 2 * cos(40))) / (2 * cos(20) + 2 * cos(40)),
    0.006,
  ],
];

describe('SplitRelaxation', () => {
  test.each(known)(
    'comes near the value of the relaxation, and soon: %s',
    (_, weights, groups, value, after10) => {
      const at = (steps: number): number => boundAfter(steps, weights, groups) - value;
      expect(at(10)).toBeLessThan(after10);
      expect(at(20)).toBeLessThan(5e-4);
      expect(at(60)).toBeLessThan(1e-6);
      for (const steps of [0, 1, 10, 20, 60]) expect(at(steps)).toBeGreaterThan(-1e-9);
    },
  );

  test('counts with no unit of weight: weights a thousand times as large have bounds a thousand times as large', () => {
    const rng = createRng(2);
    const weights = symmetricWeights(12, () => rng.integer(100) - 40);
    const groups = even(3, 4);
    for (const scale of [1024, 1 / 1024]) {
      const scaled = weights.map((weight) => scale * weight);
      for (const steps of [1, 30, 50]) {
        const ratio = boundAfter(steps, scaled, groups) / boundAfter(steps, weights, groups) / scale;
        expect(ratio).toBeCloseTo(1, 9);
      }
    }
  });

  test('does not read the weights of units with themselves', () => {
    const weights = ring(9).map((weight, at) => (at % 10 === 0 ? 50 : weight));
    expect(boundAfter(20, weights, even(3, 3))).toBeCloseTo(boundAfter(20, ring(9), even(3, 3)), 9);
  });

  test('needs no differences between weights', () => {
    // two fours of six pairs each, at 3
    const alike = symmetricWeights(8, () => 3);
    const bound = boundAfter(20, alike, even(2, 4));
    expect(bound).toBeGreaterThan(36 - 1e-9);
    expect(bound).toBeLessThan(36.005);
    expect(boundAfter(60, alike, even(2, 4))).toBeCloseTo(36, 9);
    expect(boundAfter(60, new Float64Array(64), even(2, 4))).toBeCloseTo(0, 9);
  });

  test('adds the inequalities that are broken, each once', () => {
    const [relaxation, other] = [1, 2].map(() => relaxationOf(ring(9), even(3, 3))) as [
      SplitRelaxation,
      SplitRelaxation,
    ];
    const step = (one: SplitRelaxation): void => {
      for (let k = 0; k < 40; k++) one.step();
    };
    step(relaxation);
    const before = relaxation.bound();
    const added = relaxation.addCuts();
    expect(added).toBeGreaterThan(0);
    step(relaxation);
    // three threes of neighbours, two pairs each
    expect(relaxation.bound()).toBeLessThan(before - 0.5);
    expect(relaxation.bound()).toBeGreaterThan(6 - 1e-9);
    step(other);
    expect(other.addCuts()).toBe(added);
    // the point is where it was, and breaks them still
    expect(other.addCuts()).toBe(0);
  });

  test('adds five inequalities a unit at most', () => {
    const rng = createRng(7);
    const weights = symmetricWeights(24, () => rng.next());
    const relaxation = relaxationOf(weights, even(4, 6));
    for (let step = 0; step < 40; step++) relaxation.step();
    expect(relaxation.addCuts()).toBe(5 * 24);
    // the others come next
    expect(relaxation.addCuts()).toBeGreaterThan(0);
  });
});
