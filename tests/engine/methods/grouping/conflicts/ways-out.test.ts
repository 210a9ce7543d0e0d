import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainConflict } from '../../../../../engine/methods/grouping/conflicts/explain-conflict.js';
import {
  everyRule,
  type RuleSelection,
  statedRules,
} from '../../../../../engine/methods/grouping/conflicts/rule-selection.js';
import { waysOut } from '../../../../../engine/methods/grouping/conflicts/ways-out.js';
import type {
  GroupBounds,
  GroupingRules,
} from '../../../../../engine/methods/grouping/problem/grouping-problem.js';
import {
  after,
  alike,
  only,
  possible,
  selected,
  tinyPlaces,
  tinyRules,
  withoutSome,
} from './conflict-oracle.js';

const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
const onlyIn = (g: number, ...units: number[]) => units.map((i) => [i, [g]] as const);

/** The changes told for a conflict, each in short: what is changed, and whether it is enough. */
function told(
  problem: GroupingRules,
  conflict: Partial<RuleSelection>,
  alternatives: readonly (readonly GroupBounds[])[] = [problem.groups],
): string[] {
  return waysOut(problem, alternatives, statedRules(problem, selected(conflict))).map((change) => {
    const { sufficient, kind } = change;
    const verdict = sufficient ? 'enough' : 'another remains';
    if (kind === 'drop') return `drop ${change.rule.kind} ${indexOf(change.rule)}: ${verdict}`;
    if (kind === 'drop-some') {
      return `drop ${change.count} of ${change.rules.map((rule) => `${rule.kind} ${indexOf(rule)}`)}: ${verdict}`;
    }
    if (kind === 'limit') {
      const { rule, min, max } = change;
      return `${rule.kind} ${rule.index}${min === undefined ? '' : ` min ${min}`}${max === undefined ? '' : ` max ${max}`}: ${verdict}`;
    }
    if (kind === 'bounds') {
      return `${change.group === undefined ? 'groups' : `group ${change.group}`} of ${change.min} to ${change.max}: ${verdict}`;
    }
    return kind === 'group-count' ? `${change.groupCount} groups: ${verdict}` : kind;
  });
}

function indexOf(rule: object): number {
  return 'index' in rule ? Number(rule.index) : -1;
}

describe('waysOut drops', () => {
  const base = { order: 9, groups: alike(3, 2, 4) };

  test('of rules on places that are alike as few as are enough, those of the conflict first', () => {
    // six are only for the last group, of four places; any five conflict
    const allowed = [...onlyIn(0, 8), ...onlyIn(2, 0, 1, 2, 3, 4, 5)];
    const conflict = { allowed: [1, 2, 3, 4, 6] };
    expect(told({ ...base, allowed }, conflict)).toEqual([
      'drop 2 of allowed 1,allowed 2,allowed 3,allowed 4,allowed 6: enough',
      'groups of 2 to 5: another remains',
    ]);
    expect(told({ ...base, allowed: allowed.slice(0, 6) }, { allowed: [1, 2, 3, 4, 5] })).toEqual([
      'drop 1 of allowed 1,allowed 2,allowed 3,allowed 4,allowed 5: enough',
      'groups of 2 to 5: enough',
    ]);
  });

  test('more than the conflict names where more are to give way', () => {
    // six places for nine, and three are to be in the last group
    const problem = { order: 9, groups: alike(3, 3, 3), allowed: upTo(9).map((i) => [i, [0, 1]] as const) };
    expect(told(problem, { allowed: upTo(7) })).toEqual([
      `drop 3 of ${upTo(7).map((k) => `allowed ${k}`)}: enough`,
    ]);
    const halves = { order: 8, groups: alike(2, 4, 4), allowed: onlyIn(1, ...upTo(8)) };
    expect(told(halves, { allowed: [0, 1] })[0]).toBe(
      'drop 4 of allowed 0,allowed 1,allowed 2,allowed 3: enough',
    );
  });

  test('one by one pins of which one is enough, three of them at most', () => {
    const pinned = [0, 1, 2, 3, 4, 5].map((i) => [i, 1] as const);
    expect(told({ ...base, pinned: pinned.slice(0, 5) }, { pinned: upTo(5) })).toEqual([
      'drop pinned 0: enough',
      'drop pinned 1: enough',
      'drop pinned 2: enough',
      'groups of 2 to 5: enough',
    ]);
    expect(told({ ...base, pinned }, { pinned: upTo(5) })).toEqual([
      `drop 2 of ${upTo(5).map((k) => `pinned ${k}`)}: enough`,
      'groups of 2 to 5: another remains',
    ]);
  });

  test('says so where another conflict remains, even without all of them', () => {
    const other = { together: [[6, 7]], apart: [[7, 6]] as const };
    const named = upTo(5).map((k) => `allowed ${k}`);
    expect(told({ ...base, ...other, allowed: onlyIn(2, ...upTo(5)) }, { allowed: upTo(5) })).toEqual([
      `drop 1 of ${named}: another remains`,
      'groups of 2 to 5: another remains',
    ]);
    const pinned = upTo(5).map((i) => [i, 1] as const);
    expect(told({ ...base, ...other, pinned }, { pinned: upTo(5) })).toEqual([
      'drop pinned 0: another remains',
      'drop pinned 1: another remains',
      'drop pinned 2: another remains',
      'groups of 2 to 5: another remains',
    ]);
  });

  test('rules that are not alike each by itself, those that are enough first', () => {
    // a unit held to two places; without its pin the others fit, without the list of its places they do not
    const problem = {
      order: 6,
      groups: alike(3, 1, 2),
      pinned: upTo(3).map((i) => [i, 0] as const),
      allowed: [...onlyIn(2, 5), ...onlyIn(1, 0)],
    };
    expect(told(problem, { pinned: [0], allowed: [1] })).toEqual([
      'drop pinned 0: enough',
      'drop allowed 1: another remains',
    ]);
    const clique: GroupingRules = {
      order: 5,
      groups: alike(2, 1, 4),
      together: [[0, 1]],
      apart: [
        [3, 4],
        [0, 1],
        [0, 2],
        [1, 2],
      ],
    };
    // without the list three are apart, for two groups
    expect(told(clique, { together: [0], apart: [1] })).toEqual([
      'drop apart 1: enough',
      'drop together 0: another remains',
    ]);
  });

  test('lists one by one, alike or not', () => {
    const together = [
      [0, 1],
      [2, 3],
      [4, 5],
      [6, 7],
    ];
    expect(told({ order: 9, groups: alike(3, 3, 3), together }, { together: [0, 1, 2, 3] })).toEqual([
      'drop together 0: enough',
      'drop together 1: enough',
      'drop together 2: enough',
    ]);
  });

  test('separations one by one, three of them at most', () => {
    const apart: [number, number][] = [
      [0, 1],
      [0, 2],
      [0, 3],
      [1, 2],
      [1, 3],
      [2, 3],
    ];
    expect(told({ ...base, apart }, { apart: upTo(6) })).toEqual([
      'drop apart 0: enough',
      'drop apart 1: enough',
      'drop apart 2: enough',
      '4 groups: enough',
    ]);
  });
});

describe('waysOut eases', () => {
  const base = { order: 9, groups: alike(3, 2, 5) };

  test('a maximum, by as little as undoes the conflict', () => {
    const quotas = [
      { units: [8], max: 1 },
      { units: upTo(7), min: 1, max: 2 },
    ];
    expect(told({ ...base, quotas }, { quotas: [1] })).toEqual([
      'quota 1 max 3: enough',
      'drop quota 1: enough',
      '4 groups: enough',
    ]);
    expect(told({ ...base, quotas: [{ units: upTo(9), max: 1 }] }, { quotas: [0] })).toEqual([
      'quota 0 max 3: enough',
      'drop quota 0: enough',
    ]);
  });

  test('a minimum, down to one', () => {
    const of = (units: number, min: number) =>
      told({ ...base, quotas: [{ units: upTo(units), min }] }, { quotas: [0] });
    expect(of(4, 2)).toEqual(['quota 0 min 1: enough', 'drop quota 0: enough', '2 groups: enough']);
    expect(of(3, 3)).toEqual(['quota 0 min 1: enough', 'drop quota 0: enough']);
    // no minimum says nothing
    expect(of(2, 1)).toEqual(['drop quota 0: enough', '2 groups: enough']);
  });

  test('either limit, where either undoes the conflict', () => {
    const quotas = [
      { units: [0, 1, 2, 3], min: 3, max: 4 },
      { units: [0, 1], min: 1 },
    ];
    expect(told({ ...base, quotas }, { quotas: [0] })).toEqual([
      'quota 0 min 1: another remains',
      'drop quota 0: another remains',
    ]);
    // two in each of two lists of three, at most one: a list holds three
    const problem = { ...base, together: [[0, 1, 2]], quotas: [{ units: [0, 1, 2, 3, 4], min: 1, max: 2 }] };
    expect(told(problem, { together: [0], quotas: [0] })).toEqual([
      'quota 0 max 3: enough',
      'drop together 0: enough',
      'drop quota 0: enough',
    ]);
  });

  test('so many or none, and kinds, down to two', () => {
    const orNone = (units: number, min: number) =>
      told({ ...base, quotas: [{ units: upTo(units), min, orNone: true }] }, { quotas: [0] });
    expect(orNone(2, 4)).toEqual(['quota 0 min 2: enough', 'drop quota 0: enough']);
    expect(orNone(1, 2)).toEqual(['drop quota 0: enough']);
    const variety = (kinds: number[][], min: number) =>
      told({ ...base, varieties: [{ kinds, min }] }, { varieties: [0] });
    expect(variety([[0, 1, 2], [3, 4, 5], [6]], 3)).toEqual([
      'variety 0 min 2: enough',
      'drop variety 0: enough',
    ]);
    // one kind at least would do, and says nothing
    expect(variety([[0, 1], [2]], 2)).toEqual(['drop variety 0: enough']);
  });
});

describe('waysOut regroups', () => {
  const quotas = [{ units: upTo(4), min: 2 }];
  const base = { order: 9, groups: alike(3, 2, 5), quotas };
  const fewerOf = (problem: GroupingRules): string | undefined =>
    told(problem, { quotas: [0] }).find((change) => change.startsWith('2 groups'));
  const fewer = '2 groups: enough';

  test('into fewer groups only where no rule names those that would go', () => {
    expect(fewerOf(base)).toBe(fewer);
    expect(fewerOf({ ...base, pinned: [[8, 1]] })).toBe(fewer);
    expect(fewerOf({ ...base, pinned: [[8, 2]] })).toBeUndefined();
    expect(fewerOf({ ...base, allowed: [[8, [0, 1]]] })).toBe(fewer);
    expect(fewerOf({ ...base, allowed: [[8, [0, 2]]] })).toBeUndefined();
    // places beyond the groups there are ask for none in particular
    expect(fewerOf({ ...base, allowed: [[8, [0, 2, 3]]] })).toBe(fewer);
  });

  test('where the number of groups is free, by their bounds alone', () => {
    const problem = { order: 6, groups: [], together: [[3, 4, 5]], apart: [[0, 1] as const] };
    expect(told(problem, { together: [0] }, [alike(3, 1, 2)])).toEqual([
      'drop together 0: enough',
      'groups of 1 to 3: enough',
    ]);
    const free = [2, 3].map((count) => alike(count, 1, 3));
    const list = { ...problem, together: [[2, 3, 4, 5]] };
    expect(told(list, { together: [0] }, free)).toEqual([
      'drop together 0: enough',
      'groups of 1 to 4: enough',
    ]);
  });

  test('by the maximum of one group where they are unlike', () => {
    const groups = [2, 4, 4].map((max) => ({ min: 1, max }));
    const pinned = [0, 1, 2, 3].map((i) => [i, 0] as const);
    expect(told({ order: 8, groups, pinned }, { pinned: [0, 1, 2] })).toEqual([
      'drop 2 of pinned 0,pinned 1,pinned 2: enough',
      'group 0 of 1 to 3: another remains',
    ]);
  });
});

test.each([
  ['rules of every kind', tinyRules],
  ['places', tinyPlaces],
])('each change undoes the conflict, and one step less does not: %s', (_, tiny) => {
  let changes = 0;
  fc.assert(
    fc.property(tiny(6), (problem) => {
      const { conflict = [], relaxation = [] } = explainConflict(problem) ?? {};
      const rules = conflict.filter(({ kind }) => kind !== 'sizes');
      if (rules.length === 0) return;
      const alone = only(problem, rules);
      for (const change of relaxation) {
        changes++;
        const { kind, sufficient } = change;
        if (kind === 'drop' || kind === 'drop-some') {
          if (kind === 'drop-some') {
            const { count } = change;
            expect(possible(withoutSome(problem, change, count))).toBe(sufficient);
            if (count > 1) expect(possible(withoutSome(problem, change, count - 1))).toBe(false);
          }
          continue;
        }
        if (kind === 'limit') {
          const eased = limited(rules, change, 0);
          expect(possible(only(problem, eased))).toBe(true);
          expect(possible(only(problem, limited(rules, change, 1)))).toBe(false);
        } else {
          expect(possible(after(alone, change)!)).toBe(true);
          expect(possible(stepBack(alone, change))).toBe(false);
        }
        expect(possible(after(problem, change)!)).toBe(sufficient);
      }
    }),
    { numRuns: 120 },
  );
  expect(changes).toBeGreaterThan(40);
});

type Relaxation = ReturnType<typeof waysOut>[number];
type Rules = ReturnType<typeof statedRules>;

/** The rules with the limit of a change, less so many steps. */
function limited(
  rules: readonly object[],
  { rule, min, max }: Extract<Relaxation, { kind: 'limit' }>,
  steps: number,
): Rules {
  return rules.map((one) => {
    const same = 'kind' in one && one.kind === rule.kind && indexOf(one) === rule.index;
    if (!same) return one;
    return {
      ...one,
      ...(min === undefined ? {} : { min: min + steps }),
      ...(max === undefined ? {} : { max: max - steps }),
    };
  }) as Rules;
}

/** The problem with the groups one step nearer to those there were. */
function stepBack(problem: GroupingRules, change: Relaxation): GroupingRules {
  const { groups } = problem;
  if (change.kind === 'group-count') {
    const { groupCount } = change;
    const nearer = groupCount + Math.sign(groups.length - groupCount);
    return { ...problem, groups: alike(nearer, groups[0]!.min, groups[0]!.max) };
  }
  if (change.kind !== 'bounds') throw new Error(change.kind);
  const old = groups[change.group ?? 0]!;
  const { min, max } = change;
  return after(problem, {
    ...change,
    min: min + Math.sign(old.min - min),
    max: max + Math.sign(old.max - max),
  })!;
}

test('every rule of the problem is asked whether a change is enough, not those of the conflict alone', () => {
  const problem: GroupingRules = {
    order: 9,
    groups: alike(3, 2, 4),
    quotas: [
      { units: upTo(7), max: 2 },
      { units: [0, 1], min: 1 },
    ],
  };
  expect(everyRule(problem).quotas).toEqual([0, 1]);
  expect(told(problem, { quotas: [0] })).toEqual([
    'quota 0 max 3: another remains',
    'drop quota 0: another remains',
    '4 groups: another remains',
  ]);
});
