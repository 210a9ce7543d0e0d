import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apartCriterion } from '../../../../engine/criteria/apart.js';
import { pinnedCriterion } from '../../../../engine/criteria/pinned.js';
import { togetherCriterion } from '../../../../engine/criteria/together.js';
import {
  type Alternative,
  alternativesOf,
  type StandingGrouping,
} from '../../../../engine/explain/reasons/next-best.js';
import { createRng } from '../../../../engine/random/rng.js';

/** Weights drawn from a seed, symmetric. */
function drawn(order: number, seed: number): Float64Array {
  const rng = createRng(seed);
  const weights = new Float64Array(order * order);
  for (let i = 0; i < order; i++) {
    for (let j = i + 1; j < order; j++) {
      weights[i * order + j] = rng.next();
      weights[j * order + i] = weights[i * order + j]!;
    }
  }
  return weights;
}

/** The mean worth of a pair, soft costs taken off, computed afresh. */
function meanWorth({ weights, order, rules }: StandingGrouping, workshops: readonly (readonly number[])[]) {
  const groupOf = new Int32Array(order).fill(-1);
  let sum = 0;
  let pairs = 0;
  for (const [g, members] of workshops.entries()) {
    for (const [rank, i] of members.entries()) {
      groupOf[i] = g;
      for (const j of members.slice(rank + 1)) {
        sum += weights[i * order + j]!;
        pairs++;
      }
    }
  }
  for (const { level, criterion } of rules)
    if (level === 'soft') sum -= criterion.weight * criterion.evaluate(groupOf);
  const broken = rules.some(({ level, criterion }) => level === 'hard' && criterion.evaluate(groupOf) > 0);
  return { mean: pairs > 0 ? sum / pairs : 0, broken };
}

function changedBy(
  workshops: readonly (readonly number[])[],
  i: number,
  { workshop, exchangedWith }: Pick<Alternative, 'workshop' | 'exchangedWith'>,
): number[][] {
  const here = workshops.findIndex((members) => members.includes(i));
  return workshops.map((members, g) => {
    const kept = members.filter((j) => j !== i && j !== exchangedWith);
    if (g === workshop) kept.push(i);
    if (g === here && exchangedWith >= 0) kept.push(exchangedWith);
    return kept;
  });
}

/** Two workshops of 3 and one of 4, with rules that hold. */
const groupings = fc
  .record({
    seed: fc.nat(1e6),
    minSize: fc.integer({ min: 2, max: 3 }),
    maxSize: fc.integer({ min: 4, max: 5 }),
  })
  .map(
    ({ seed, minSize, maxSize }): StandingGrouping => ({
      weights: drawn(10, seed),
      order: 10,
      workshops: [
        [0, 3, 6],
        [1, 4, 7, 9],
        [2, 5, 8],
      ],
      minSize,
      maxSize,
      rules: [
        { level: 'hard', criterion: apartCriterion({ ruleId: 'r1', level: 'hard', units: [0, 1] }) },
        { level: 'hard', criterion: pinnedCriterion({ ruleId: 'r2', level: 'hard', units: [2], group: 2 }) },
        {
          level: 'soft',
          criterion: togetherCriterion({ ruleId: 'r3', level: 'soft', weight: 0.3, units: [4, 5] }),
        },
      ],
    }),
  );

describe('alternativesOf', () => {
  // a, b | c, d: a is as close to c as to b
  const small: StandingGrouping = {
    weights: Float64Array.from([0, 4, 4, 0, 4, 0, 0, 0, 4, 0, 0, 4, 0, 0, 4, 0]),
    order: 4,
    workshops: [
      [0, 1],
      [2, 3],
    ],
    minSize: 2,
    maxSize: 2,
    rules: [],
  };

  it('says what an exchange costs, counted by hand', () => {
    // worth 4 + 4 over two pairs; a for c leaves b–c and a–d: nothing; a for d leaves a–c and b–d: 4
    expect(alternativesOf(small)[0]?.best).toEqual({ workshop: 1, exchangedWith: 3, loss: 0.5 });
  });

  it('lets a unit move alone where sizes allow, and judges by pair', () => {
    // b | a, c, d: 4 + 0 + 4 over three pairs, against 8 over two
    const [first] = alternativesOf({ ...small, minSize: 1, maxSize: 3 });
    expect(first?.best?.workshop).toBe(1);
    expect(first?.best?.exchangedWith).toBe(-1);
    expect(first?.best?.loss).toBeCloseTo(1 / 3, 12);
  });

  it('names the rule that holds a unit from a better place', () => {
    // a and b share nothing here, a and c do; a rule keeps a with b
    const weights = Float64Array.from([0, 1, 9, 1, 1, 0, 1, 1, 9, 1, 0, 1, 1, 1, 1, 0]);
    const criterion = togetherCriterion({ ruleId: 'R7', level: 'hard', units: [0, 1] });
    const [first] = alternativesOf({ ...small, weights, rules: [{ level: 'hard', criterion }] });
    // every exchange of a would part it from b
    expect(first?.best).toBeNull();
    expect(first?.held).toMatchObject({ workshop: 1, exchangedWith: 3, ruleIds: ['R7'] });
    // 2 worth over two pairs here, 10 there
    expect(first?.held?.loss).toBeCloseTo(-4, 12);
  });

  it('is silent on a unit without a workshop, and on one workshop alone', () => {
    const alone = alternativesOf({ ...small, workshops: [[0, 1]], order: 4 });
    expect(alone).toEqual(Array.from({ length: 4 }, () => ({ best: null, held: null })));
  });

  it('costs what a recomputation costs, keeps every hard rule, and is the least costly change', () => {
    fc.assert(
      fc.property(groupings, (standing) => {
        const { workshops, minSize, maxSize, order } = standing;
        const base = meanWorth(standing, workshops).mean;
        const found = alternativesOf(standing);
        for (let i = 0; i < order; i++) {
          const here = workshops.findIndex((members) => members.includes(i));
          let least = Number.POSITIVE_INFINITY;
          for (const [h, members] of workshops.entries()) {
            if (h === here) continue;
            for (const j of [-1, ...members]) {
              const changed = changedBy(workshops, i, { workshop: h, exchangedWith: j });
              if (changed.some(({ length }) => length < minSize || length > maxSize)) continue;
              const { mean, broken } = meanWorth(standing, changed);
              if (!broken) least = Math.min(least, 1 - mean / base);
            }
          }
          const best = found[i]?.best ?? null;
          expect(best?.loss ?? Number.POSITIVE_INFINITY).toBeCloseTo(least, 9);
          if (!best) continue;
          const { mean, broken } = meanWorth(standing, changedBy(workshops, i, best));
          expect(broken).toBe(false);
          expect(best.loss).toBeCloseTo(1 - mean / base, 9);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('names only rules that the better place would break further', () => {
    fc.assert(
      fc.property(groupings, (standing) => {
        const { workshops, order, rules } = standing;
        const groupOf = (lists: readonly (readonly number[])[]) => {
          const groups = new Int32Array(order).fill(-1);
          for (const [g, members] of lists.entries()) for (const i of members) groups[i] = g;
          return groups;
        };
        for (const [i, { held }] of alternativesOf(standing).entries()) {
          if (!held) continue;
          const changed = groupOf(changedBy(workshops, i, held));
          const worse = rules.filter(
            ({ criterion }) => criterion.evaluate(changed) > criterion.evaluate(groupOf(workshops)) + 1e-9,
          );
          expect([...held.ruleIds].sort()).toEqual(worse.map(({ criterion }) => criterion.ruleId).sort());
          expect(held.loss).toBeLessThan(0);
        }
      }),
      { numRuns: 40 },
    );
  });
});
