import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EngineError } from '../../../engine/engine-error.js';
import type { Distances } from '../../../engine/model/distances.js';
import type { Rule } from '../../../engine/model/rule.js';
import type { Options } from '../../../engine/options.js';
import { createRng } from '../../../engine/random/rng.js';
import { resolveOptions } from '../../../engine/resolve-options.js';
import { groupTerritories } from '../../../engine/workshop/by-territory.js';
import type { WorkshopInput } from '../../../engine/workshop/composed-workshops.js';
import { describeConflict } from '../../../engine/workshop/refusals/describe-conflict.js';
import type { WorkshopConflict } from '../../../engine/workshop/refusals/workshop-conflict.js';

const settings = (changes: Partial<Options['workshop']> = {}): Options['workshop'] => ({
  ...resolveOptions().workshop,
  ...changes,
});

const nowhere = (order: number): Distances => ({
  km: { rows: order, columns: order, values: new Float64Array(order * order) },
  located: new Uint8Array(order),
  meanKm: 0,
});

/** Territories t000… of a few kinds: alike within a kind, with some noise. */
function invented(order: number, kinds: number, seed = 1, rules: readonly Rule[] = []): WorkshopInput {
  const rng = createRng(seed);
  const values = new Float64Array(order * order);
  for (let i = 0; i < order; i++) {
    for (let j = 0; j < i; j++) {
      const alike = (i % kinds === j % kinds ? 0.6 : 0.1) + 0.3 * rng.next();
      values[i * order + j] = alike;
      values[j * order + i] = alike;
    }
  }
  const territoryIds = Array.from({ length: order }, (_, i) => `t${String(i).padStart(3, '0')}`);
  return {
    territoryIds,
    affinity: { rows: order, columns: order, values },
    distances: nowhere(order),
    rules,
  };
}

/** The same territories in another order. */
function shuffled(input: WorkshopInput, sequence: readonly number[]): WorkshopInput {
  const order = sequence.length;
  const pick = (values: Float64Array): Float64Array =>
    Float64Array.from({ length: order * order }, (_, at) => {
      return values[sequence[Math.floor(at / order)]! * order + sequence[at % order]!]!;
    });
  return {
    territoryIds: sequence.map((i) => input.territoryIds[i]!),
    affinity: { ...input.affinity, values: pick(input.affinity.values) },
    distances: {
      ...input.distances,
      km: { ...input.distances.km, values: pick(input.distances.km.values) },
    },
    rules: [...input.rules].reverse(),
  };
}

const rule = (id: string, kind: Rule['kind'], territoryIds: string[], more: object = {}): Rule =>
  ({ id, kind, territoryIds, level: 'hard', ...more }) as Rule;

function membersOf(input: WorkshopInput, groupOf: Int32Array): Record<string, number> {
  return Object.fromEntries(input.territoryIds.map((id, i) => [id, groupOf[i]!]));
}

function sizesOf(groupOf: Int32Array, count: number): number[] {
  return Array.from({ length: count }, (_, g) => groupOf.filter((h) => h === g).length);
}

function refusal(input: WorkshopInput, options: Partial<Options['workshop']> = {}): EngineError {
  try {
    groupTerritories(input, settings(options), createRng(1));
  } catch (error) {
    if (error instanceof EngineError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

const manyRules = [
  rule('r1', 'together', ['t001', 't002']),
  rule('r2', 'apart', ['t003', 't006', 't009']),
  rule('r3', 'pinned', ['t004', 't008'], { workshop: 3 }),
  rule('r4', 'together', ['t010', 't011', 't013'], { level: 'soft', weight: 20 }),
  rule('r5', 'apart', ['t000', 't003'], { level: 'soft' }),
];

describe('groupTerritories', () => {
  test('brings together those who are alike', () => {
    const input = invented(32, 4);
    const { groupOf, count } = groupTerritories(input, settings(), createRng(1));
    expect(count).toBe(4);
    expect(sizesOf(groupOf, 4)).toEqual([8, 8, 8, 8]);
    for (let i = 4; i < 32; i++) expect(groupOf[i]).toBe(groupOf[i - 4]);
  });

  test('keeps sizes and hard rules, numbers pinned workshops as asked, and weighs soft rules', () => {
    const input = invented(41, 5, 2, manyRules);
    const { groupOf, count, value, upperBound, gap } = groupTerritories(input, settings(), createRng(1));
    const of = membersOf(input, groupOf);
    expect(sizesOf(groupOf, count).every((size) => size >= 6 && size <= 10)).toBe(true);
    expect(of.t001).toBe(of.t002);
    expect(new Set([of.t003, of.t006, of.t009]).size).toBe(3);
    expect([of.t004, of.t008]).toEqual([2, 2]);
    expect(new Set([of.t010, of.t011, of.t013]).size).toBe(1);
    expect(of.t000).not.toBe(of.t003);
    let recount = 0;
    for (let i = 0; i < 41; i++) {
      for (let j = 0; j < i; j++)
        if (groupOf[i] === groupOf[j]) recount += input.affinity.values[i * 41 + j]!;
    }
    expect(value).toBeCloseTo(recount, 9);
    expect(upperBound).toBeGreaterThanOrEqual(value);
    expect(gap).toBeCloseTo(1 - value / upperBound, 12);
  });

  test('gives the same workshops whatever the order of territories and rules', () => {
    const input = invented(29, 4, 3, manyRules);
    const expected = groupTerritories(input, settings({ effort: 0.1 }), createRng(8));
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...Array(29).keys()], { minLength: 29, maxLength: 29 }),
        (sequence) => {
          const other = shuffled(input, sequence);
          const found = groupTerritories(other, settings({ effort: 0.1 }), createRng(8));
          expect(membersOf(other, found.groupOf)).toEqual(membersOf(input, expected.groupOf));
          expect(found.value).toBe(expected.value);
          expect(found.upperBound).toBe(expected.upperBound);
        },
      ),
      { numRuns: 15 },
    );
  });

  test('numbers workshops without pins by their first territory', () => {
    const { groupOf, count } = groupTerritories(invented(30, 4, 4), settings(), createRng(1));
    const firsts = Array.from({ length: count }, (_, g) => groupOf.indexOf(g));
    expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
  });

  test('makes no workshop larger for the sake of its size', () => {
    const order = 40;
    const alike = { rows: order, columns: order, values: new Float64Array(order * order).fill(0.5) };
    const { groupOf, count, value } = groupTerritories(
      { ...invented(order, 1), affinity: alike },
      settings({ workshopCount: 5 }),
      createRng(1),
    );
    expect(sizesOf(groupOf, count)).toEqual([8, 8, 8, 8, 8]);
    expect(value).toBe(5 * 28 * 0.5);
  });

  test('draws distant territories together as spread grows', () => {
    // neighbours have the same parity and are a little more alike
    const order = 24;
    const near = (i: number, j: number): boolean => (i + j) % 2 === 0;
    const table = (draw: (i: number, j: number) => number) => ({
      rows: order,
      columns: order,
      values: Float64Array.from({ length: order * order }, (_, at) => {
        const i = Math.floor(at / order);
        const j = at % order;
        return i === j ? 0 : draw(i, j);
      }),
    });
    const affinity = table((i, j) => (near(i, j) ? 0.5 : 0.4));
    const km = table((i, j) => (near(i, j) ? 10 : 190));
    const input = { ...invented(order, 1), affinity, distances: { ...nowhere(order), km, meanKm: 104 } };
    const far = (spread: number): number => {
      const { groupOf } = groupTerritories(input, settings({ spread, minSize: 6, maxSize: 6 }), createRng(1));
      let sum = 0;
      let pairs = 0;
      for (let i = 0; i < order; i++) {
        for (let j = 0; j < i; j++) {
          if (groupOf[i] !== groupOf[j]) continue;
          sum += km.values[i * order + j]!;
          pairs++;
        }
      }
      return sum / pairs;
    };
    expect(far(0)).toBe(10);
    // three of each parity: nine far pairs of fifteen
    expect(far(1)).toBeCloseTo((9 * 190 + 6 * 10) / 15, 9);
  });

  test('chooses the number of workshops midway between the bounds, or the one asked for', () => {
    const count = (order: number, options: Partial<Options['workshop']> = {}): number =>
      groupTerritories(invented(order, 3), settings({ effort: 0, ...options }), createRng(1)).count;
    expect(count(80)).toBe(10);
    expect(count(13)).toBe(2);
    expect(count(60, { workshopCount: 6 })).toBe(6);
    expect(count(60, { workshopCount: 10 })).toBe(10);
    expect(count(5, { minSize: 1, maxSize: 1000 })).toBe(1);
  });

  test('opens more workshops when the rules need them', () => {
    const ids = Array.from({ length: 9 }, (_, i) => `t00${i}`);
    const apart = invented(60, 3, 1, [rule('r', 'apart', ids)]);
    expect(groupTerritories(apart, settings({ effort: 0 }), createRng(1)).count).toBe(9);
    const pinned = invented(60, 3, 1, [rule('r', 'pinned', ['t000'], { workshop: 10 })]);
    const { groupOf, count } = groupTerritories(pinned, settings({ effort: 0 }), createRng(1));
    expect([count, groupOf[0]]).toEqual([10, 9]);
  });

  test('stops when asked with the rules kept, and reports its progress', () => {
    const input = invented(41, 5, 2, manyRules);
    const stopped = groupTerritories(input, settings(), createRng(1), { shouldStop: () => true });
    expect(stopped.iterations).toBe(0);
    expect(sizesOf(stopped.groupOf, stopped.count).every((size) => size >= 6 && size <= 10)).toBe(true);
    let last = -1;
    const { iterations } = groupTerritories(input, settings(), createRng(1), {
      onProgress: (done) => {
        last = done;
      },
    });
    expect(last).toBeGreaterThan(0.98 * iterations);
  });

  test('answers for no territory at all', () => {
    expect(groupTerritories(invented(0, 1), settings(), createRng(1))).toEqual({
      groupOf: new Int32Array(),
      count: 0,
      value: 0,
      upperBound: 0,
      gap: 0,
      iterations: 0,
    });
  });
});

describe('groupTerritories refuses', () => {
  test('eleven territories in workshops of 6 to 10, with the sizes that would do', () => {
    const error = refusal(invented(11, 2));
    expect(error.code).toBe('infeasible');
    expect(error.message).toBe(
      '11 territories cannot be divided into workshops of 6 to 10.\n' +
        'Maybe one of these would do: workshops of 5 to 10, or workshops of 6 to 11.',
    );
    expect(describeConflict(error, 'fr')).toBe(
      '11 territoires ne se répartissent pas en ateliers de 6 à 10. ' +
        'Possible : des ateliers de 5 à 10, ou des ateliers de 6 à 11.',
    );
  });

  test('a number of workshops that the bounds do not allow', () => {
    expect(describeConflict(refusal(invented(40, 2), { workshopCount: 7 }), 'fr')).toBe(
      '40 territoires ne se répartissent pas en 7 ateliers de 6 à 10 : il en faudrait au moins 42. ' +
        'Possible : 6 ateliers, ou des ateliers de 5 à 10.',
    );
  });

  test('rules in conflict, naming rules and territories whatever their order', () => {
    const rules = [
      rule('ensemble', 'together', ['t005', 't002']),
      rule('autre', 'together', ['t007', 't008']),
      rule('séparés', 'apart', ['t002', 't005', 't009']),
    ];
    const input = shuffled(invented(20, 2, 1, rules), [...Array(20).keys()].reverse());
    const names = input.territoryIds.map((id) => `Pays ${id}`);
    const error = refusal({ ...input, names });
    const value = error.value as WorkshopConflict;
    expect(value.ruleIds).toEqual(['ensemble', 'séparés']);
    expect(value.territories).toEqual([
      { index: 17, id: 't002', name: 'Pays t002' },
      { index: 14, id: 't005', name: 'Pays t005' },
    ]);
    expect(value.conflict).toMatchObject([
      { kind: 'together', ruleId: 'ensemble', units: [17, 14] },
      { kind: 'apart', ruleId: 'séparés', units: [17, 14] },
    ]);
    expect(error.message).toContain('t002 and t005 in the same workshop');
    expect(error.message).toContain('(rules: ensemble, séparés)');
    expect(describeConflict(error, 'fr')).toBe(
      'Ces demandes ne tiennent pas ensemble : Pays t002 et Pays t005 dans le même atelier ; ' +
        'Pays t002 et Pays t005 dans des ateliers différents. ' +
        'Possible : ne plus réunir Pays t002 et Pays t005, ou ne plus séparer Pays t002 et Pays t005.',
    );
  });

  test('a workshop number beyond what the sizes allow', () => {
    const input = invented(20, 2, 1, [rule('r', 'pinned', ['t000'], { workshop: 5 })]);
    expect(describeConflict(refusal(input), 'fr')).toBe(
      'Avec des ateliers de 6 à 10, cette demande ne peut pas être tenue : t000 dans l’atelier 5. ' +
        'Possible : ne plus imposer l’atelier 5 à t000, ou des ateliers de 4 à 10.',
    );
    const asked = refusal(invented(40, 2, 1, [rule('r', 'pinned', ['t000'], { workshop: 6 })]), {
      workshopCount: 4,
    });
    expect((asked.value as WorkshopConflict).relaxation).toContainEqual({
      kind: 'group-count',
      groupCount: 6,
      sufficient: true,
    });
  });

  test('a rule on a territory nobody knows, or a pin without a number', () => {
    const unknown = refusal(invented(12, 2, 1, [rule('r', 'apart', ['t000', 'x'])]));
    expect([unknown.code, unknown.value]).toEqual(['unknown-territory', 'x']);
    const nowhereToGo = refusal(invented(12, 2, 1, [rule('r', 'pinned', ['t000'])]));
    expect([nowhereToGo.code, nowhereToGo.value]).toEqual(['workshop-number-missing', 'r']);
  });
});
