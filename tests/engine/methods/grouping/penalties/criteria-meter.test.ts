import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CriteriaMeter } from '../../../../../engine/methods/grouping/penalties/criteria-meter.js';
import { blockRules } from '../../../../../engine/methods/grouping/problem/block-rules.js';
import type { Criterion } from '../../../../../engine/model/criterion.js';
import { createRng } from '../../../../../engine/random/rng.js';
import { groupCount, order, ruleCases } from '../../../criteria/rule-cases.js';

const rules = blockRules({
  order,
  groups: Array.from({ length: groupCount }, () => ({ min: 0, max: order })),
  together: [[1, 4, 5]],
});
const block = fc.nat(rules.blockCount - 1);
const group = fc.nat(groupCount - 1);
const startingGroups = fc.array(group, { minLength: rules.blockCount, maxLength: rules.blockCount });

/** Some of all rules, soft; those named lose their tallies. */
function drawnCriteria(seed: number, untallied: readonly string[]): Criterion[] {
  const rng = createRng(seed);
  return ruleCases.flatMap(({ name, drawn }) => {
    const { tally, ...criterion } = drawn({ ruleId: name, level: 'soft', weight: rng.integer(4) }, rng);
    if (rng.integer(3) > 0) return [];
    return [tally && !untallied.includes(name) ? { ...criterion, tally } : criterion];
  });
}

function placed(criteria: readonly Criterion[], groupOfBlock: readonly number[]): CriteriaMeter {
  const meter = new CriteriaMeter(criteria, rules, 0);
  groupOfBlock.forEach((g, b) => {
    meter.record(b, g);
  });
  return meter;
}

function cost(criteria: readonly Criterion[], groupOfBlock: readonly number[]): number {
  const groupOf = rules.blockOf.map((b) => groupOfBlock[b]!);
  return criteria.reduce((sum, { weight, evaluate }) => sum + weight * evaluate(groupOf), 0);
}

const groupWise = ruleCases.filter(({ form }) => form === 'tally').map(({ name }) => name);
/** with every tally, without some of them, and without any */
const variants = fc.constantFrom([], ['not alone', 'worst served'], groupWise);

describe('CriteriaMeter', () => {
  test('foretells what a move and an exchange cost, blocks of several units included', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        variants,
        startingGroups,
        block,
        block,
        group,
        (seed, without, groups, a, b, h) => {
          const criteria = drawnCriteria(seed, without);
          const meter = placed(criteria, groups);
          const before = cost(criteria, groups);
          expect(meter.total()).toBeCloseTo(before, 9);
          expect(meter.deltaOfMove(a, h)).toBeCloseTo(cost(criteria, groups.with(a, h)) - before, 9);
          const [ga, gb] = [groups[a]!, groups[b]!];
          if (ga === gb) return;
          const swapped = groups.with(a, gb).with(b, ga);
          expect(meter.deltaOfSwap(a, b)).toBeCloseTo(cost(criteria, swapped) - before, 9);
          // asking changes nothing
          expect(meter.total()).toBeCloseTo(before, 9);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('refuses outright what would break a hard criterion, and tells all other changes exactly', () => {
    let refusals = 0;
    fc.assert(
      fc.property(fc.nat(), startingGroups, block, block, group, (seed, groups, a, b, h) => {
        const drawn = drawnCriteria(seed, []).map(
          (criterion, k): Criterion => (k % 2 === 0 ? { ...criterion, level: 'hard' } : criterion),
        );
        // with any hard rule, or only with those that count inside a group
        const criteria =
          seed % 2 === 0
            ? drawn
            : drawn.filter(({ level, tally }) => level === 'soft' || tally?.(groupCount, order).local);
        const meter = placed(criteria, groups);
        const costs = (after: readonly number[]): number => placed(criteria, after).total();
        const before = meter.total();
        const [ga, gb] = [groups[a]!, groups[b]!];
        const changes = [
          { told: meter.deltaOfMove(a, h), change: costs(groups.with(a, h)) - before },
          ...(ga === gb
            ? []
            : [{ told: meter.deltaOfSwap(a, b), change: costs(groups.with(a, gb).with(b, ga)) - before }]),
        ];
        for (const { told, change } of changes) {
          if (told === Number.POSITIVE_INFINITY) {
            refusals++;
            expect(change).toBeGreaterThanOrEqual(meter.leastBreak / 2);
          } else expect(told / meter.leastBreak).toBeCloseTo(change / meter.leastBreak, 9);
        }
      }),
      { numRuns: 300 },
    );
    expect(refusals).toBeGreaterThan(0);
  });

  test('records what changed, and bounds what any change between two groups can gain', () => {
    fc.assert(
      fc.property(fc.nat(), startingGroups, block, block, (seed, groups, a, b) => {
        const criteria = drawnCriteria(seed, []).filter(({ tally }) => tally);
        const meter = placed(criteria, groups);
        const [g, h] = [groups[a]!, groups[b]!];
        if (g === h) return;
        const most = meter.mostGain(g, h);
        expect(meter.mostGain(h, g)).toBeCloseTo(most, 9);
        expect(-meter.deltaOfMove(a, h)).toBeLessThanOrEqual(most + 1e-9);
        expect(-meter.deltaOfSwap(a, b)).toBeLessThanOrEqual(most + 1e-9);
        const before = meter.total();
        expect(meter.record(a, h)).toBeCloseTo(cost(criteria, groups.with(a, h)) - before, 9);
        expect(meter.record(a, h)).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  test('has nothing to gain where all is well, and no bound without a tally', () => {
    const tallied = ruleCases.find(({ name }) => name === 'at most')!;
    const criterion = tallied.known({ ruleId: 'r', level: 'soft' });
    const wide = blockRules({ order, groups: Array.from({ length: 3 }, () => ({ min: 0, max: order })) });
    const meterOf = (criteria: readonly Criterion[], groups: readonly number[]): CriteriaMeter => {
      const meter = new CriteriaMeter(criteria, wide, 0);
      groups.forEach((g, b) => {
        meter.record(b, g);
      });
      return meter;
    };
    expect(meterOf([criterion], tallied.satisfied).mostGain(0, 1)).toBe(0);
    // 4 in group 0 and 1 in group 1
    expect(meterOf([criterion], tallied.broken).mostGain(0, 1)).toBe(5);
    expect(meterOf([criterion], tallied.broken).mostGain(1, 2)).toBe(1);
    const { tally: _, ...plain } = criterion;
    expect(meterOf([plain], tallied.satisfied).mostGain(0, 1)).toBe(Number.POSITIVE_INFINITY);
    expect(meterOf([], tallied.satisfied).mostGain(0, 1)).toBe(0);
  });

  test('weighs the least break of a hard rule above everything else', () => {
    const terms = { ruleId: 'r', level: 'hard' as const };
    const share = ruleCases.find(({ name }) => name === 'target share')!.known(terms);
    const meter = new CriteriaMeter([share], rules, 1000);
    for (let b = 0; b < rules.blockCount; b++) meter.record(b, 0);
    // three of seven: half of one too few, which satisfies; two of six: half of one more
    expect(meter.total()).toBe(0);
    expect(meter.deltaOfMove(0, 1)).toBeGreaterThan(1000);
  });

  test('prices the least break of a hard rule above all that soft ones and weights could pay', () => {
    const soft = ruleCases
      .find(({ name }) => name === 'at most')!
      .known({
        ruleId: 's',
        level: 'soft',
        weight: 2,
      });
    const hard = ruleCases.find(({ name }) => name === 'not alone')!.known({ ruleId: 'h', level: 'hard' });
    const wide = blockRules({ order, groups: Array.from({ length: 3 }, () => ({ min: 0, max: order })) });
    const meter = new CriteriaMeter([soft, hard], wide, 3);
    // 1 + twice 3 + 2 for each of 7 × 7
    expect(meter.leastBreak).toBe(105);
    // 0 with 1 and 3, where nobody shares the third value; three alone in the others
    [0, 0, 1, 0, 1, 2, 2].forEach((g, b) => {
      meter.record(b, g);
    });
    const groupOf = Int32Array.of(0, 0, 1, 0, 1, 2, 2);
    expect(meter.total()).toBe(2 * soft.evaluate(groupOf) + 64 * 105 * hard.evaluate(groupOf));
    expect([0, 1, 2].map((g) => meter.isBroken(g))).toEqual(
      [0, 1, 2].map((g) => hard.justify(groupOf).some(({ units }) => units.some((i) => groupOf[i] === g))),
    );
  });

  test('says whether rules tie the groups to each other, and whether there is any', () => {
    const of = (...names: string[]): CriteriaMeter =>
      new CriteriaMeter(
        names.map((name) =>
          ruleCases.find((each) => each.name === name)!.known({ ruleId: name, level: 'soft' }),
        ),
        rules,
        0,
      );
    expect([of().none, of().tiesGroups]).toEqual([true, false]);
    expect([of('not alone').none, of('not alone').tiesGroups]).toEqual([false, false]);
    expect(of('not alone', 'worst served').tiesGroups).toBe(true);
    expect(of('lowest workshop').tiesGroups).toBe(true);
  });

  test('refuses a break at once where hard rules count inside groups, and weighs it where one ties the groups', () => {
    const wide = blockRules({ order, groups: Array.from({ length: 3 }, () => ({ min: 0, max: order })) });
    const find = (name: string) => ruleCases.find((each) => each.name === name)!;
    const most = find('at most');
    const meterOf = (...criteria: Criterion[]): CriteriaMeter => {
      const meter = new CriteriaMeter(criteria, wide, 0);
      let cost = 0;
      most.satisfied.forEach((g, b) => {
        cost += meter.record(b, g);
      });
      // what placing each has told adds up
      expect(cost).toBeCloseTo(meter.total(), 9);
      return meter;
    };
    const hard = most.known({ ruleId: 'h', level: 'hard' });
    const soft = find('not alone').known({ ruleId: 's', level: 'soft' });
    for (const meter of [meterOf(hard), meterOf(hard, soft)]) {
      // 0 and 1 share a value, 3 shares one with both; 6 and 4 too
      expect(meter.deltaOfMove(1, 0)).toBe(Number.POSITIVE_INFINITY);
      expect(meter.deltaOfMove(4, 1)).toBe(Number.POSITIVE_INFINITY);
      expect(meter.deltaOfSwap(5, 1)).toBe(Number.POSITIVE_INFINITY);
      expect(Number.isFinite(meter.deltaOfMove(5, 1))).toBe(true);
    }
    const tied = meterOf(hard, find('worst served').known({ ruleId: 't', level: 'hard' }));
    const told = tied.deltaOfMove(1, 0);
    expect(Number.isFinite(told)).toBe(true);
    expect(told).toBeGreaterThan(tied.leastBreak);
  });
});
