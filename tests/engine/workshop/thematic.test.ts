import { describe, expect, test } from 'vitest';
import { exampleAssembly } from '../../../data/example-assembly.js';
import type { Assembly } from '../../../engine/model/assembly.js';
import type { Rule } from '../../../engine/model/rule.js';
import type { Options } from '../../../engine/options.js';
import { createRng } from '../../../engine/random/rng.js';
import { describeConflict } from '../../../engine/workshop/refusals/describe-conflict.js';
import { composeThematic } from '../../../engine/workshop/thematic.js';
import { madeTerritory } from '../made-territory.js';
import { thrownBy } from '../thrown-error.js';
import { entryInput, entryOptions } from './entry-input.js';
import { seatedTaxonomy } from './seated-assembly.js';

function compose(assembly: Assembly, changes: Partial<Options['workshop']> = {}) {
  const input = entryInput(assembly);
  const options = entryOptions({ entry: 'thematic', effort: 0.1, ...changes });
  return { input, ...composeThematic(input, options, createRng(1)) };
}

/** One territory a list of problems, in full intensity. */
function declaring(lists: readonly (readonly string[])[], rules: readonly Rule[] = []): Assembly {
  return {
    taxonomy: seatedTaxonomy,
    territories: lists.map((problems, k) =>
      madeTerritory({
        id: `t${String(k).padStart(2, '0')}`,
        needs: problems.map((problemId) => ({ problemId, intensity: 1 })),
      }),
    ),
    seats: [],
    history: [],
    rules: [...rules],
  };
}

const times = (count: number, problems: readonly string[]) => Array.from({ length: count }, () => problems);

describe('composeThematic', () => {
  const example = exampleAssembly();

  test.each([1, 2, 3])(
    'gives each territory at most %i workshops, each on a problem it declares',
    (perTerritory) => {
      const { input, workshops, unplaced } = compose(example, { perTerritory });
      const { values, columns } = input.profiles.needs;
      const homes = new Map<number, number[]>();
      for (const { territories, problem = -1 } of workshops) {
        expect(territories.length).toBeGreaterThanOrEqual(6);
        expect(territories.length).toBeLessThanOrEqual(10);
        for (const t of territories) {
          expect(values[t * columns + problem]).toBeGreaterThan(0);
          homes.set(t, [...(homes.get(t) ?? []), problem]);
        }
      }
      for (const problems of homes.values()) {
        expect(problems.length).toBeLessThanOrEqual(perTerritory);
        expect(new Set(problems).size).toBe(problems.length);
      }
      expect(homes.size + unplaced.length).toBe(input.territoryIds.length);
    },
  );

  test('opens a workshop where enough territories share a problem, and leaves the others closed', () => {
    const { workshops, closed, unplaced } = compose(
      declaring([...times(6, ['p00']), ...times(5, ['p01']), ['p02'], []]),
    );
    expect(workshops).toEqual([{ territories: [0, 1, 2, 3, 4, 5], problem: 0 }]);
    // a problem of one territory alone is shared by nobody
    expect(closed).toEqual([{ problem: 1, territories: [6, 7, 8, 9, 10] }]);
    expect(unplaced.map(({ territory, why }) => [territory, why])).toEqual([
      ...[6, 7, 8, 9, 10, 11].map((t) => [t, 'nothing-to-share']),
      [12, 'nothing-declared'],
    ]);
  });

  test('opens several workshops on one problem when many share it, up to the number asked for', () => {
    const many = declaring(times(21, ['p00']));
    const { workshops } = compose(many, { effort: 1 });
    expect(workshops.map(({ problem }) => problem)).toEqual([0, 0, 0]);
    expect(new Set(workshops.flatMap(({ territories }) => territories)).size).toBe(21);
    const one = compose(many, { workshopCount: 1 });
    expect(one.workshops).toHaveLength(1);
    expect(one.unplaced.every(({ why }) => why === 'no-room')).toBe(true);
  });

  test('never exceeds its bound, and comes near it on the example', () => {
    const { value, upperBound, gap } = compose(example, { effort: 1 });
    expect(upperBound).toBeGreaterThanOrEqual(value);
    expect(gap).toBeLessThan(0.15);
  });

  test('keeps hard rules in every workshop, weighs soft ones, and tells those that number workshops', () => {
    const rules: Rule[] = [
      { id: 'r1', kind: 'together', territoryIds: ['t00', 't07'], level: 'hard' },
      { id: 'r2', kind: 'apart', territoryIds: ['t01', 't02'], level: 'hard' },
      { id: 'r3', kind: 'pinned', territoryIds: ['t03'], workshop: 1, level: 'hard' },
      { id: 'r4', kind: 'apart', territoryIds: ['t03', 't04'], level: 'soft', weight: 50 },
    ];
    const assembly = declaring(
      [...times(7, ['p00', 'p01']), ...times(7, ['p02']), ...times(8, ['p00'])],
      rules,
    );
    const { workshops, withoutObject } = compose(assembly, { effort: 1 });
    expect(workshops.length).toBeGreaterThan(1);
    for (const { territories } of workshops) {
      const has = (t: number) => territories.includes(t);
      expect(has(0)).toBe(has(7));
      expect(has(1) && has(2)).toBe(false);
      expect(has(3) && has(4)).toBe(false);
    }
    expect(withoutObject).toEqual(['r3']);
  });

  test('keeps in each workshop the rules that count what it holds', () => {
    const departmentOf = new Map(
      example.territories.map(({ id, departments }) => [id, departments[0] ?? '']),
    );
    const rules: Rule[] = [
      { id: 'few', kind: 'at-most', attribute: 'department', count: 2, level: 'hard' },
      { id: 'wide', kind: 'at-least-different', attribute: 'department', count: 4, level: 'hard' },
    ];
    const { input, workshops, withoutObject } = compose({ ...example, rules }, { effort: 0.05 });
    expect(workshops.length).toBeGreaterThan(5);
    for (const { territories } of workshops) {
      const departments = territories.map((t) => departmentOf.get(input.territoryIds[t] ?? '') ?? '');
      expect(new Set(departments).size).toBeGreaterThanOrEqual(4);
      for (const one of departments) {
        expect(departments.filter((other) => other === one).length).toBeLessThanOrEqual(2);
      }
    }
    expect(withoutObject).toEqual([]);
  });

  test('refuses territories that must be both together and apart', () => {
    const rules: Rule[] = [
      { id: 'r1', kind: 'together', territoryIds: ['t00', 't01'], level: 'hard' },
      { id: 'r2', kind: 'apart', territoryIds: ['t00', 't01'], level: 'hard' },
    ];
    const error = thrownBy(() => compose(declaring(times(8, ['p00']), rules)));
    expect(error.code).toBe('infeasible');
    expect(describeConflict(error, 'fr')).toContain('t00 et t01 dans le même atelier');
  });

  test('opens nothing in an assembly that shares nothing, or is empty', () => {
    expect(compose(declaring([['p00'], ['p01']])).workshops).toEqual([]);
    expect(compose(declaring([]))).toMatchObject({
      workshops: [],
      unplaced: [],
      value: 0,
      upperBound: 0,
      gap: 0,
    });
  });
});
