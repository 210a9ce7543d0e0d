import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openGroups } from '../../../../../engine/methods/grouping/opening/open-groups.js';
import { openingUpperBound } from '../../../../../engine/methods/grouping/opening/opening-bound.js';
import type {
  OpenGroup,
  OpeningProblem,
} from '../../../../../engine/methods/grouping/opening/opening-problem.js';
import { createRng } from '../../../../../engine/random/rng.js';
import { everySubset } from '../every-subset.js';
import { made, worthOf } from './made-openings.js';

/** Every way to open groups on so few topics, each opened at most once. */
function bestOfAll(problem: OpeningProblem): number {
  const { order, topicCount, worth, bounds, perUnit } = problem;
  let best = 0;
  const groups: OpenGroup[] = [];
  const visit = (topic: number): void => {
    if (topic === topicCount) {
      best = Math.max(best, worthOf(problem, groups));
      return;
    }
    visit(topic + 1);
    for (const units of everySubset(order)) {
      if (units.length < bounds.min || units.length > bounds.max) continue;
      if (units.some((i) => worth[i * topicCount + topic] === 0)) continue;
      if (units.some((i) => groups.filter((group) => group.units.includes(i)).length >= perUnit)) continue;
      groups.push({ topic, units });
      visit(topic + 1);
      groups.pop();
    }
  };
  visit(0);
  return best;
}

const problems = fc.record({
  seed: fc.nat(1000),
  order: fc.integer({ min: 4, max: 24 }),
  topicCount: fc.integer({ min: 1, max: 6 }),
  perUnit: fc.integer({ min: 1, max: 3 }),
  most: fc.integer({ min: 1, max: 9 }),
});

describe('openGroups', () => {
  test('keeps sizes, places and how many groups a unit sits in, and counts its value as defined', () => {
    fc.assert(
      fc.property(problems, ({ seed, order, topicCount, perUnit, most }) => {
        const problem = made(order, topicCount, seed, {
          perUnit,
          mostGroups: most,
          together: [[0, 1]],
          apart: [[2, 3]],
          bonuses: [
            [0, 3, 0.5],
            [1, 2, -0.5],
          ],
        });
        const { groups, value } = openGroups(problem, createRng(seed), { iterations: 5 });
        expect(groups.length).toBeLessThanOrEqual(most);
        const homes = new Array<number>(order).fill(0);
        for (const { topic, units } of groups) {
          expect(units.length).toBeGreaterThanOrEqual(2);
          expect(units.length).toBeLessThanOrEqual(4);
          expect(units.includes(0)).toBe(units.includes(1));
          expect(units.includes(2) && units.includes(3)).toBe(false);
          for (const i of units) {
            homes[i]!++;
            const block = i < 2 ? [0, 1] : [i];
            expect(block.some((j) => problem.worth[j * topicCount + topic]! > 0)).toBe(true);
          }
        }
        expect(Math.max(...homes)).toBeLessThanOrEqual(perUnit);
        // nobody twice on one topic
        for (let i = 0; i < order; i++) {
          const own = groups.filter(({ units }) => units.includes(i)).map(({ topic }) => topic);
          expect(new Set(own).size).toBe(own.length);
        }
        expect(value).toBeCloseTo(worthOf(problem, groups), 8);
        expect(openingUpperBound(problem)).toBeGreaterThanOrEqual(value - 1e-9);
      }),
      { numRuns: 60 },
    );
  });

  test('finds the best of all openings when they can be counted', () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      // at most five units of two topics: one group a topic is all that can be
      const problem = made(5, 2, seed, { bounds: { min: 3, max: 5 } });
      const { value } = openGroups(problem, createRng(1), { iterations: 60 });
      expect(value).toBeCloseTo(bestOfAll(problem), 8);
    }
  });

  test('opens no group that would be too small, and several on one topic that many share', () => {
    const shared = (count: number) => ({
      ...made(12, 1, 3, { bounds: { min: 4, max: 5 }, perUnit: 1 }),
      worth: Float64Array.from({ length: 12 }, (_, i) => (i < count ? 0.5 : 0)),
    });
    expect(openGroups(shared(3), createRng(1), { iterations: 10 }).groups).toEqual([]);
    expect(openGroups(shared(4), createRng(1), { iterations: 10 }).groups).toEqual([
      { topic: 0, units: [0, 1, 2, 3] },
    ]);
    const three = openGroups(shared(12), createRng(1), { iterations: 10 }).groups;
    expect(three.map(({ units }) => units.length)).toEqual([4, 4, 4]);
    expect(
      openGroups({ ...shared(12), mostGroups: 1 }, createRng(1), { iterations: 10 }).groups,
    ).toHaveLength(1);
  });

  test('gathers those who are alike, on the topic that is worth most to them', () => {
    // two cliques that both care for both topics, one more for each
    const order = 8;
    const weights = Float64Array.from({ length: order * order }, (_, at) =>
      Math.floor(at / order) === at % order ? 0 : Math.floor(at / order) < 4 === at % order < 4 ? 1 : 0,
    );
    const worth = Float64Array.from({ length: order * 2 }, (_, at) =>
      Math.floor(at / 2) < 4 === (at % 2 === 0) ? 1 : 0.4,
    );
    const problem = { ...made(order, 2, 1), order, weights, worth, bounds: { min: 4, max: 4 }, perUnit: 1 };
    expect(openGroups(problem, createRng(1), { iterations: 20 }).groups).toEqual([
      { topic: 0, units: [0, 1, 2, 3] },
      { topic: 1, units: [4, 5, 6, 7] },
    ]);
  });

  test('gives the same groups for the same draws, never less for more rounds, and stops when told', () => {
    const problem = made(30, 8, 7, { bounds: { min: 4, max: 6 } });
    const once = openGroups(problem, createRng(5), { iterations: 20 });
    expect(openGroups(problem, createRng(5), { iterations: 20 })).toEqual(once);
    const none = openGroups(problem, createRng(5), { iterations: 20, shouldStop: () => true });
    expect(none.iterations).toBe(0);
    expect(once.value).toBeGreaterThanOrEqual(none.value);
  });

  test('starts from groups that are given, and leaves those alone that are to stand', () => {
    fc.assert(
      fc.property(fc.nat(500), (seed) => {
        const problem = made(18, 5, seed, { apart: [[2, 3]] });
        const found = openGroups(problem, createRng(seed), { iterations: 4 });
        const again = openGroups(problem, createRng(1), { iterations: 0, initial: found.groups });
        expect(again.value).toBeGreaterThanOrEqual(found.value - 1e-9);
        const standing = found.groups.slice(0, 2);
        const beside = openGroups(problem, createRng(2), { iterations: 4, standing });
        for (const group of standing) expect(beside.groups).toContainEqual(group);
        const heard: number[] = [];
        const onBetter = (groups: readonly OpenGroup[]) => heard.push(worthOf(problem, groups));
        const told = openGroups(problem, createRng(seed), { iterations: 4, onBetter });
        expect([...heard].sort((a, b) => a - b)).toEqual(heard);
        expect(heard.at(-1)).toBeCloseTo(told.value, 8);
      }),
      { numRuns: 10 },
    );
  });

  test('lists its groups by topic, then smallest unit, each ascending, and tells every ten rounds', () => {
    const problem = made(24, 3, 9, { bounds: { min: 2, max: 3 }, perUnit: 1 });
    const told: [number, number][] = [];
    const { groups, iterations } = openGroups(problem, createRng(3), {
      iterations: 25,
      onProgress: (done, total) => told.push([done, total]),
    });
    expect(iterations).toBe(25);
    expect(told).toEqual([0, 10, 20].map((done) => [done, 25]));
    expect(groups.length).toBeGreaterThan(4);
    const places = groups.map(({ topic, units }) => topic * 100 + (units[0] ?? 0));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    for (const { units } of groups) expect(units).toEqual([...units].sort((a, b) => a - b));
  });
});
