import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../engine/index.js';
import { territoriesNamedBy } from '../../../engine/model/rule.js';
import { findRuleConflicts } from '../../../engine/read/rule-conflicts.js';

const together = (id: string, ...territoryIds: string[]): Rule => ({
  id,
  kind: 'together',
  territoryIds,
  level: 'hard',
});
const apart = (id: string, ...territoryIds: string[]): Rule => ({
  id,
  kind: 'apart',
  territoryIds,
  level: 'hard',
});
const pinned = (id: string, workshop: number, ...territoryIds: string[]): Rule => ({
  id,
  kind: 'pinned',
  territoryIds,
  workshop,
  level: 'hard',
});

const allowed = (id: string, workshops: number[], ...territoryIds: string[]): Rule => ({
  id,
  kind: 'allowed',
  territoryIds,
  workshops,
  level: 'hard',
});
const forbidden = (id: string, workshops: number[], ...territoryIds: string[]): Rule => ({
  id,
  kind: 'forbidden',
  territoryIds,
  workshops,
  level: 'hard',
});

const found = (...rules: Rule[]) =>
  findRuleConflicts(rules).map(({ kind, rules, territoryIds, dropped }) => ({
    kind,
    rules: rules.map(({ id }) => id),
    territoryIds,
    dropped: dropped.id,
  }));

describe('rules that can all be kept', () => {
  it('have no conflict', () => {
    expect(found()).toEqual([]);
    expect(
      found(
        together('1', 'a', 'b'),
        together('2', 'b', 'c'),
        apart('3', 'a', 'd'),
        pinned('4', 1, 'a', 'c'),
        pinned('5', 2, 'd'),
      ),
    ).toEqual([]);
  });
});

describe('rules that contradict each other', () => {
  it('seat apart what a shortest chain of rules ties', () => {
    expect(
      found(
        together('1', 'a', 'b'),
        together('2', 'b', 'c'),
        together('3', 'c', 'd'),
        together('4', 'b', 'd'),
        apart('5', 'd', 'x', 'a'),
      ),
    ).toEqual([
      { kind: 'apart-inside-together', rules: ['4', '1', '5'], territoryIds: ['d', 'a'], dropped: '5' },
    ]);
  });

  it('pin a territory, or a tied group, to two workshops', () => {
    expect(found(pinned('1', 1, 'a'), pinned('2', 2, 'a'))).toEqual([
      { kind: 'pinned-twice', rules: ['1', '2'], territoryIds: ['a'], dropped: '2' },
    ]);
    expect(
      found(pinned('1', 1, 'a'), pinned('2', 2, 'c'), together('3', 'a', 'b'), together('4', 'b', 'c')),
    ).toEqual([
      { kind: 'pinned-twice', rules: ['1', '3', '4', '2'], territoryIds: ['a', 'c'], dropped: '2' },
    ]);
  });

  it('pin to one workshop what must be apart', () => {
    expect(found(pinned('1', 1, 'a', 'x'), pinned('2', 1, 'b'), apart('3', 'a', 'b'))).toEqual([
      {
        kind: 'pinned-together-inside-apart',
        rules: ['1', '2', '3'],
        territoryIds: ['a', 'b'],
        dropped: '3',
      },
    ]);
    expect(
      found(pinned('1', 1, 'a'), pinned('2', 1, 'b'), together('3', 'b', 'c'), apart('4', 'c', 'a')),
    ).toEqual([
      {
        kind: 'pinned-together-inside-apart',
        rules: ['2', '1', '3', '4'],
        territoryIds: ['c', 'a'],
        dropped: '4',
      },
    ]);
  });

  it('leave a territory, or a tied group, without a workshop', () => {
    expect(
      found(allowed('1', [1, 2], 'a'), forbidden('2', [1], 'a'), forbidden('3', [2, 3], 'a', 'b')),
    ).toEqual([{ kind: 'no-workshop-left', rules: ['1', '2', '3'], territoryIds: ['a'], dropped: '3' }]);
    // rule 2 says nothing new of a, and rule 5 nothing against: they are no part of it
    expect(
      found(
        pinned('1', 1, 'a'),
        allowed('2', [1, 3], 'a'),
        together('3', 'a', 'b'),
        forbidden('4', [1], 'b'),
        forbidden('5', [3], 'a'),
      ),
    ).toEqual([{ kind: 'no-workshop-left', rules: ['1', '3', '4'], territoryIds: ['a', 'b'], dropped: '4' }]);
  });

  it('leave one and the same workshop to territories kept apart', () => {
    expect(
      found(allowed('1', [1, 2], 'a'), forbidden('2', [2], 'a'), pinned('3', 1, 'b'), apart('4', 'a', 'b')),
    ).toEqual([
      {
        kind: 'pinned-together-inside-apart',
        rules: ['1', '2', '3', '4'],
        territoryIds: ['a', 'b'],
        dropped: '4',
      },
    ]);
  });

  it('name conflicts that are true and minimal, and all of them where nobody is apart, places limited too', () => {
    const ids = ['a', 'b', 'c'];
    const someIds = fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 2 });
    const workshops = fc.uniqueArray(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 });
    const rule = fc.oneof(
      someIds.map((territoryIds) => ({ kind: 'together', territoryIds })),
      someIds.map((territoryIds) => ({ kind: 'apart', territoryIds })),
      fc.tuple(someIds, fc.integer({ min: 1, max: 2 })).map(([territoryIds, workshop]) => ({
        kind: 'pinned',
        territoryIds,
        workshop,
      })),
      fc.record({ kind: fc.constantFrom('allowed', 'forbidden'), territoryIds: someIds, workshops }),
    );
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 6 }), (drawn) => {
        const rules = drawn.map((each, k) => ({ ...each, id: `r${k}`, level: 'hard' }) as Rule);
        const conflicts = findRuleConflicts(rules);
        for (const conflict of conflicts) {
          expect(canBeKept(conflict.rules, ids)).toBe(false);
          for (const left of conflict.rules) {
            const others = conflict.rules.filter((each) => each !== left);
            expect(canBeKept(others, ids)).toBe(true);
          }
        }
        if (rules.some(({ kind }) => kind === 'apart')) return;
        const dropped = new Set(conflicts.map((conflict) => conflict.dropped));
        const kept = rules.filter((each) => !dropped.has(each));
        expect(canBeKept(kept, ids)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('leave a set that can be kept, found by trying every seating, once those to drop are dropped', () => {
    const ids = ['a', 'b', 'c', 'd'];
    const someIds = fc.uniqueArray(fc.constantFrom(...ids), { minLength: 2, maxLength: 3 });
    const rule = fc.oneof(
      someIds.map((territoryIds) => ({ kind: 'together' as const, territoryIds })),
      someIds.map((territoryIds) => ({ kind: 'apart' as const, territoryIds })),
      fc
        .tuple(
          fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 2 }),
          fc.integer({ min: 1, max: 2 }),
        )
        .map(([territoryIds, workshop]) => ({ kind: 'pinned' as const, territoryIds, workshop })),
    );
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 5 }), (drawn) => {
        const rules = drawn.map((each, k) => ({ ...each, id: `r${k}`, level: 'hard' }) as Rule);
        const conflicts = findRuleConflicts(rules);
        const dropped = new Set(conflicts.map(({ dropped }) => dropped));
        expect(
          canBeKept(
            rules.filter((each) => !dropped.has(each)),
            ids,
          ),
        ).toBe(true);
        if (conflicts.length === 0) expect(canBeKept(rules, ids)).toBe(true);
        for (const conflict of conflicts) {
          expect(canBeKept(conflict.rules, ids)).toBe(false);
          // none is needless: without any one of them, the others can be kept
          for (const left of conflict.rules) {
            expect(
              canBeKept(
                conflict.rules.filter((each) => each !== left),
                ids,
              ),
            ).toBe(true);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

/** Tries every seating of the territories in as many workshops as there are territories, and two more. */
function canBeKept(rules: readonly Rule[], ids: readonly string[]): boolean {
  const workshops = ids.length + 2;
  for (let code = 0; code < workshops ** ids.length; code++) {
    const seat = new Map(ids.map((id, k) => [id, (Math.floor(code / workshops ** k) % workshops) + 1]));
    if (rules.every((rule) => isKept(rule, seat))) return true;
  }
  return false;
}

function isKept(rule: Rule, seat: ReadonlyMap<string, number>): boolean {
  const seats = territoriesNamedBy(rule).map((id) => seat.get(id) ?? 0);
  switch (rule.kind) {
    case 'pinned':
      return seats.every((each) => each === rule.workshop);
    case 'allowed':
      return seats.every((each) => rule.workshops.includes(each));
    case 'forbidden':
      return !seats.some((each) => rule.workshops.includes(each));
    case 'together':
      return new Set(seats).size === 1;
    default:
      return new Set(seats).size === seats.length;
  }
}
