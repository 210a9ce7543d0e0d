import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Criterion } from '../../../engine/model/criterion.js';
import { createRng } from '../../../engine/random/rng.js';
import { groupCount, order, type RuleCase, ruleCases } from './rule-cases.js';

const terms = { ruleId: 'r1', level: 'soft' as const };
const group = fc.integer({ min: -1, max: groupCount - 1 });
const grouping = fc
  .array(group, { minLength: order, maxLength: order })
  .map((groups) => Int32Array.from(groups));
const unit = fc.nat(order - 1);
const moves = fc.array(fc.tuple(unit, group), { minLength: 1, maxLength: 25 });

const close = (value: number, expected: number): void => expect(value).toBeCloseTo(expected, 9);
const total = (parts: readonly { penalty: number }[]): number =>
  parts.reduce((sum, { penalty }) => sum + penalty, 0);

/** The rule of the hand-checked groupings, and many on drawn facts. */
function rulesLike(known: RuleCase['known'], drawn: RuleCase['drawn']): fc.Arbitrary<Criterion> {
  const random = fc.nat().map((seed) => drawn(terms, createRng(seed)));
  // made in the test, not when tests are listed
  return fc.oneof(
    fc.constant(null).map(() => known(terms)),
    random,
  );
}

describe.each(ruleCases)('rule $name', ({ form, known, satisfied, broken, penalty, behind, drawn }) => {
  const anyRule = rulesLike(known, drawn);

  test('is zero when satisfied, and counts what breaks it and who', () => {
    const criterion = known(terms);
    expect(criterion.evaluate(Int32Array.from(satisfied))).toBe(0);
    expect(criterion.justify(Int32Array.from(satisfied))).toEqual([]);
    close(criterion.evaluate(Int32Array.from(broken)), penalty);
    expect(criterion.justify(Int32Array.from(broken)).map(({ units }) => units)).toEqual(behind);
  });

  test('is never negative, and its parts sum to it', () => {
    fc.assert(
      fc.property(anyRule, grouping, (rule, groupOf) => {
        const value = rule.evaluate(groupOf);
        const parts = rule.justify(groupOf);
        expect(value).toBeGreaterThanOrEqual(0);
        close(total(parts), value);
        expect(parts.every((part) => part.penalty > 0 && part.units.length > 0)).toBe(true);
      }),
    );
  });

  test('changes by its delta when a unit moves, into or out of nowhere too', () => {
    fc.assert(
      fc.property(anyRule, grouping, unit, group, (rule, groupOf, i, g) => {
        const moved = groupOf.with(i, g);
        close(rule.deltaOfMove(groupOf, i, g), rule.evaluate(moved) - rule.evaluate(groupOf));
      }),
    );
  });

  test('changes by its delta when two units exchange their groups', () => {
    fc.assert(
      fc.property(anyRule, grouping, unit, unit, (rule, groupOf, i, j) => {
        const swapped = groupOf.with(i, groupOf[j]!).with(j, groupOf[i]!);
        close(rule.deltaOfSwap(groupOf, i, j), rule.evaluate(swapped) - rule.evaluate(groupOf));
      }),
    );
  });

  test('says how the search carries it', () => {
    const criterion = known(terms);
    const given = (['pairs', 'places', 'tally'] as const).filter((kind) => criterion[kind]);
    expect(given).toEqual([form]);
  });

  test('leaves the grouping it judges as it was', () => {
    const criterion = known(terms);
    const groupOf = Int32Array.from(broken);
    criterion.evaluate(groupOf);
    criterion.justify(groupOf);
    criterion.deltaOfMove(groupOf, 0, 1);
    criterion.deltaOfSwap(groupOf, 0, 6);
    expect([...groupOf]).toEqual(broken);
  });

  test('keeps its rule and its level, and weighs one unless told', () => {
    const criterion = known(terms);
    expect([criterion.ruleId, criterion.level, criterion.weight]).toEqual(['r1', 'soft', 1]);
    const { level, weight } = known({ ruleId: 'r1', level: 'hard', weight: 2.5 });
    expect([level, weight]).toEqual(['hard', 2.5]);
  });
});

describe.each(ruleCases.filter(({ form }) => form !== 'tally'))('rule $name', ({ known, drawn }) => {
  const anyRule = rulesLike(known, drawn);

  test('is a constant plus its pairs or its places', () => {
    fc.assert(
      fc.property(anyRule, grouping, ({ evaluate, pairs = [], places = [] }, groupOf) => {
        const nowhere = evaluate(new Int32Array(order).fill(-1));
        const sharing = pairs.filter(([i, j]) => groupOf[i] !== -1 && groupOf[i] === groupOf[j]);
        const sitting = places.filter(([i, g]) => groupOf[i] === g);
        const changes = [...sharing, ...sitting].map(([, , change]) => ({ penalty: change }));
        close(evaluate(groupOf), nowhere + total(changes));
        expect(pairs.every(([i, j, change]) => i < j && change !== 0)).toBe(true);
      }),
    );
  });
});

describe.each(ruleCases.filter(({ form }) => form === 'tally'))('rule $name', ({ known, drawn }) => {
  const anyRule = rulesLike(known, drawn);

  test('is followed by its tally through any moves, deltas and bounds included', () => {
    fc.assert(
      fc.property(anyRule, moves, unit, group, unit, (rule, made, i, g, j) => {
        const tally = rule.tally!(groupCount, order);
        const groupOf = new Int32Array(order).fill(-1);
        for (const [k, to] of made) {
          tally.record(k, groupOf[k]!, to);
          groupOf[k] = to;
        }
        const parts = [...Array(groupCount).keys()].map((h) => ({ penalty: tally.penaltyOf(h) }));
        expect(parts.every((part) => part.penalty >= 0)).toBe(true);
        close(total(parts), rule.evaluate(groupOf));
        const [from, to] = [groupOf[i]!, groupOf[j]!];
        const moved = tally.deltaOfMove(i, from, g);
        close(moved, rule.deltaOfMove(groupOf, i, g));
        if (from === -1) return;
        /** the most that a change between two groups may lower the penalty */
        const mostFall = (h: number, k: number): number => {
          const byParts = parts[h]!.penalty + parts[k]!.penalty + 1e-9;
          const closer = tally.mostFall ? tally.mostFall(h, k) + 1e-9 : byParts;
          expect(closer).toBeLessThanOrEqual(byParts + 1e-9);
          return closer;
        };
        if (g !== -1 && g !== from) expect(-moved).toBeLessThanOrEqual(mostFall(from, g));
        if (to === -1 || from === to) return;
        const swapped = tally.deltaOfSwap(i, from, j, to);
        close(swapped, rule.deltaOfSwap(groupOf, i, j));
        expect(-swapped).toBeLessThanOrEqual(mostFall(from, to));
      }),
      { numRuns: 500 },
    );
  });

  test('keeps the part of a group while its members stay, where it says so', () => {
    fc.assert(
      fc.property(anyRule, moves, unit, group, (rule, made, i, g) => {
        const tally = rule.tally!(groupCount, order);
        const groupOf = new Int32Array(order).fill(-1);
        for (const [k, to] of made) {
          tally.record(k, groupOf[k]!, to);
          groupOf[k] = to;
        }
        const before = [...Array(groupCount).keys()].map((h) => tally.penaltyOf(h));
        tally.record(i, groupOf[i]!, g);
        if (!tally.local) return;
        for (let h = 0; h < groupCount; h++) {
          if (h !== g && h !== groupOf[i]) expect(tally.penaltyOf(h)).toBe(before[h]);
        }
      }),
    );
  });

  test('is followed by a tally that forgets who left', () => {
    fc.assert(
      fc.property(anyRule, moves, (rule, made) => {
        const tally = rule.tally!(groupCount, order);
        const groupOf = new Int32Array(order).fill(-1);
        const leaving = [...groupOf.keys()].map((i): [number, number] => [i, -1]);
        for (const [k, to] of [...made, ...leaving]) {
          tally.record(k, groupOf[k]!, to);
          groupOf[k] = to;
        }
        for (let g = 0; g < groupCount; g++) expect(tally.penaltyOf(g)).toBe(0);
      }),
    );
  });
});

test('the part of a group hangs on its members alone, but for the lowest of all and the worst served', () => {
  const others = ruleCases.filter(({ known }) => !known(terms).tally?.(groupCount, order).local);
  const tallied = others.filter(({ known }) => known(terms).tally !== undefined);
  expect(tallied.map(({ name }) => name)).toEqual(['lowest workshop', 'worst served']);
});
