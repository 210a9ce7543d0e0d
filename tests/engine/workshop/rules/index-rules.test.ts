import { describe, expect, test } from 'vitest';
import type { EngineError } from '../../../../engine/engine-error.js';
import type { Rule } from '../../../../engine/model/rule.js';
import { noRuleFacts, type RuleFacts } from '../../../../engine/model/rule-facts.js';
import { type RuleUnit, seatUnit, territoryUnit } from '../../../../engine/model/rule-unit.js';
import type { Seat } from '../../../../engine/model/seat.js';
import { indexRules } from '../../../../engine/workshop/rules/index-rules.js';
import { ruleOutcomes } from '../../../../engine/workshop/rules/rule-outcomes.js';

const ids = ['a', 'b', 'c', 'd'];
const km = (i: number, j: number): number => Math.abs(i - j) * 100;

/** a and b in the 31, c in the 09, d nowhere; a and d of the mountain; each 100 km from the next. */
const facts: RuleFacts = {
  ...noRuleFacts(ids),
  departments: ['31', '31', '09', undefined],
  kinds: ['CC', 'CA', 'CC', 'PNR'],
  traits: [['montagne', 'rural'], ['rural'], [], ['montagne']],
  wishedTerritories: [[1, 2], [], [], [0]],
  wishedWorkshops: [[], [1, 0], [], [3]],
  availability: [['lundi'], ['lundi', 'mardi'], ['mardi'], null],
  meetings: [
    [0, 1, 2],
    [1, 3, 1],
  ],
  distanceKm: Float64Array.from({ length: 16 }, (_, at) => km(Math.floor(at / 4), at % 4)),
  overlaps: [[0, 2, 0.5]],
};

const seat = (territoryId: string, holder: 'F' | 'M' | null, deputy?: 'F' | 'M', college = 'Élus'): Seat => ({
  id: `${territoryId}-${college}`,
  territoryId,
  college,
  ...(holder && { holder: { civility: holder } }),
  ...(deputy && { deputy: { civility: deputy } }),
});

// a: a woman, and a man in her place; b: a man and a woman; c: nobody but a deputy; d: no seat
const seats = [
  seat('a', 'F', 'M'),
  seat('b', 'M'),
  seat('b', 'F', undefined, 'Citoyens'),
  seat('c', null, 'M'),
];
const units = ids.map((id, i) =>
  territoryUnit(
    i,
    seats.filter(({ territoryId }) => territoryId === id),
  ),
);

const soft = (terms: object): Rule => ({ id: 'r', level: 'soft', ...terms }) as Rule;

/** What becomes of one rule in these groups: the parts of its penalty, by the territories behind them. */
function partsOf(terms: object, groupOf: number[], on: RuleUnit[] = units): (string | number)[][] {
  const [outcome] = ruleOutcomes([soft(terms)], on, facts, Int32Array.from(groupOf));
  return (outcome?.broken ?? []).map(({ territoryIds, penalty, workshop }) => [
    territoryIds.join(''),
    Math.round(penalty * 1e6) / 1e6,
    workshop ?? '–',
  ]);
}

describe('a rule on territories', () => {
  test('on who sits together', () => {
    expect(partsOf({ kind: 'together', territoryIds: ['a', 'b', 'c'] }, [0, 0, 1, 1])).toEqual([
      ['ac', 1, '–'],
      ['bc', 1, '–'],
    ]);
    expect(partsOf({ kind: 'apart', territoryIds: ['a', 'b', 'c'] }, [0, 0, 1, 1])).toEqual([['ab', 1, 1]]);
    expect(partsOf({ kind: 'past-meetings' }, [1, 1, 0, 1])).toEqual([
      ['ab', 4, 2],
      ['bd', 1, 2],
    ]);
    expect(partsOf({ kind: 'same-perimeter' }, [0, 1, 0, 1])).toEqual([['ac', 0.5, 1]]);
    expect(partsOf({ kind: 'spread', minKm: 200 }, [0, 0, 0, 0])).toEqual([
      ['ab', 0.5, 1],
      ['bc', 0.5, 1],
      ['cd', 0.5, 1],
    ]);
    expect(partsOf({ kind: 'spread', maxKm: 200 }, [0, 0, 0, 0])).toEqual([['ad', 0.5, 1]]);
  });

  test('on where', () => {
    expect(partsOf({ kind: 'pinned', territoryIds: ['a', 'b'], workshop: 2 }, [0, 1, 1, 1])).toEqual([
      ['a', 1, 1],
    ]);
    expect(
      partsOf({ kind: 'allowed', territoryIds: ['a', 'b', 'c'], workshops: [1, 3] }, [0, 1, 2, 1]),
    ).toEqual([['b', 1, 2]]);
    expect(partsOf({ kind: 'forbidden', territoryIds: ['a', 'b'], workshops: [1, 3] }, [0, 1, 2, 1])).toEqual(
      [['a', 1, 1]],
    );
  });

  test('on what a workshop counts, of one value, of every value, of some territories', () => {
    expect(partsOf({ kind: 'at-most', attribute: 'department', count: 1 }, [0, 0, 0, 0])).toEqual([
      ['ab', 1, 1],
    ]);
    expect(
      partsOf({ kind: 'at-most', attribute: 'department', value: '09', count: 1 }, [0, 0, 0, 0]),
    ).toEqual([]);
    const among = { kind: 'at-most', attribute: 'kind', count: 1, territoryIds: ['a', 'b'] };
    expect(partsOf(among, [0, 0, 0, 0])).toEqual([]);
    expect(partsOf({ ...among, territoryIds: ['a', 'c'] }, [0, 0, 0, 0])).toEqual([['ac', 1, 1]]);
    expect(partsOf({ kind: 'at-least-different', attribute: 'kind', count: 2 }, [0, 1, 0, 1])).toEqual([
      ['ac', 1, 1],
    ]);
    expect(partsOf({ kind: 'not-alone', attribute: 'trait', value: 'montagne' }, [0, 0, 1, 1])).toEqual([
      ['a', 1, 1],
      ['d', 1, 2],
    ]);
    expect(partsOf({ kind: 'not-alone', attribute: 'trait' }, [0, 0, 1, 0])).toEqual([]);
  });

  test('on shares: those asked for, or else those of all the units', () => {
    const share = { kind: 'target-share', attribute: 'trait', value: 'montagne' };
    // half of all have it: one of two each
    expect(partsOf(share, [0, 0, 1, 1])).toEqual([]);
    // two of two, against one: half a territory too many beyond rounding; and none of two
    expect(partsOf(share, [0, 1, 1, 0])).toEqual([
      ['ad', 0.5, 1],
      ['bc', 0.5, 2],
    ]);
    expect(partsOf({ ...share, share: 1 }, [0, 0, 0, 0])).toEqual([['bc', 1.5, 1]]);
  });

  test('on the people of its seats, nobody being named', () => {
    expect(partsOf({ kind: 'chair-pair' }, [0, 0, 1, 1])).toEqual([['cd', 1, 2]]);
    // a could give both, but to chair takes two territories
    expect(partsOf({ kind: 'chair-pair' }, [0, 1, 1, 0])).toEqual([['ad', 1, 1]]);
    expect(partsOf({ kind: 'at-most', attribute: 'civility', value: 'M', count: 1 }, [0, 0, 0, 0])).toEqual([
      ['bc', 1, 1],
    ]);
    expect(partsOf({ kind: 'not-alone', attribute: 'college', value: 'Citoyens' }, [0, 0, 0, 0])).toEqual([
      ['b', 1, 1],
    ]);
  });

  test('on slots: those who cannot come to the best of them', () => {
    expect(partsOf({ kind: 'common-slots' }, [0, 0, 1, 1])).toEqual([]);
    expect(partsOf({ kind: 'common-slots' }, [0, 1, 0, 0])).toEqual([['c', 1, 1]]);
  });

  test('on wishes: workshops and company, the best first', () => {
    // b has its second workshop of two: 1/2; d wishes the fourth, and a's company; a wishes b (2/3) then c (1/3)
    expect(partsOf({ kind: 'wishes' }, [0, 0, 1, 1])).toEqual([
      ['ad', 1, '–'],
      ['d', 1, 2],
      ['b', 0.5, 1],
      ['ac', 0.333333, '–'],
    ]);
  });
});

describe('units that are seats', () => {
  // two seats of b; the others one each, d none: [a, b, b', c]
  const seated = seats.map((each) => seatUnit(ids.indexOf(each.territoryId), each));

  test('of territories to be together go by rank; the first of a territory is pinned; none meets a seat apart', () => {
    const rules: Rule[] = [
      { id: '1', kind: 'together', territoryIds: ['a', 'b'], level: 'hard' },
      { id: '2', kind: 'pinned', territoryIds: ['b'], workshop: 2, level: 'hard' },
      { id: '3', kind: 'apart', territoryIds: ['b', 'c'], level: 'hard' },
      { id: '4', kind: 'allowed', territoryIds: ['b'], workshops: [3], level: 'hard' },
    ];
    const { together, pinned, apart, ruleIdOf, criteria } = indexRules(rules, seated, facts);
    expect(together).toEqual([[0, 1]]);
    expect(apart).toEqual([
      [1, 3],
      [2, 3],
    ]);
    // one workshop allowed is a pin, of every seat
    expect(pinned).toEqual([
      [1, 1],
      [1, 2],
      [2, 2],
    ]);
    expect(ruleIdOf).toMatchObject({ together: ['1'], apart: ['3', '3'], pinned: ['2', '4', '4'] });
    expect(criteria).toEqual([]);
  });

  test('have a college and people of their own', () => {
    expect(partsOf({ kind: 'at-most', attribute: 'college', count: 2 }, [0, 0, 0, 0], seated)).toEqual([
      ['abc', 1, 1],
    ]);
    expect(partsOf({ kind: 'chair-pair' }, [0, 1, 0, 1], seated)).toEqual([['bc', 1, 2]]);
    // two seats of one territory are not two who met, nor neighbours
    expect(partsOf({ kind: 'past-meetings' }, [1, 0, 0, 1], seated)).toEqual([]);
    expect(partsOf({ kind: 'spread', minKm: 50 }, [1, 0, 0, 1], seated)).toEqual([]);
  });

  test('wish for the seat of their rank', () => {
    expect(partsOf({ kind: 'wishes' }, [0, 0, 1, 0], seated)).toEqual([['b', 0.5, 1]]);
  });
});

describe('indexRules', () => {
  test('keeps hard together, apart and pinned as lists, and all the rest as criteria, by id', () => {
    const rules: Rule[] = [
      { id: '3', kind: 'at-most', attribute: 'kind', count: 1, level: 'hard' },
      { id: '2', kind: 'together', territoryIds: ['d', 'a'], level: 'hard' },
      { id: '1', kind: 'together', territoryIds: ['b', 'a'], level: 'soft', weight: 3 },
      { id: '4', kind: 'allowed', territoryIds: ['b'], workshops: [2, 5], level: 'hard' },
      { id: '5', kind: 'wishes', level: 'soft' },
    ];
    const indexed = indexRules(rules, units, facts);
    expect(indexed.together).toEqual([[0, 3]]);
    expect(indexed.criteria.map(({ ruleId, level, weight }) => [ruleId, level, weight])).toEqual([
      ['1', 'soft', 3],
      ['3', 'hard', 1],
      ['4', 'hard', 1],
      ['5', 'soft', 1],
      ['5', 'soft', 1],
    ]);
    // workshops 2 and 5 of rule 4; 1, 2 and 4 wished for
    expect([...indexed.namedGroups].sort()).toEqual([0, 1, 3, 4]);
    expect(indexed.wishedCount).toBe(2);
  });

  test('refuses a territory nobody knows', () => {
    expect(() => indexRules([soft({ kind: 'apart', territoryIds: ['a', 'x'] })], units, facts)).toThrow(
      expect.objectContaining({ code: 'unknown-territory', value: 'x' } satisfies Partial<EngineError>),
    );
  });

  test('asks nothing of territories of which nothing is known', () => {
    const bare = noRuleFacts(ids);
    const nobody = ids.map((_, i) => territoryUnit(i, []));
    const rules = ['past-meetings', 'wishes', 'common-slots', 'same-perimeter'].map((kind, k) =>
      soft({ id: `${k}`, kind }),
    );
    rules.push(soft({ id: '9', kind: 'spread', minKm: 50, maxKm: 60 }));
    for (const { penalty } of ruleOutcomes(rules, nobody, bare, Int32Array.of(0, 0, 1, 1)))
      expect(penalty).toBe(0);
  });
});
