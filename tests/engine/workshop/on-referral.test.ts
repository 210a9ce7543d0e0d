import { describe, expect, test } from 'vitest';
import { exampleAssembly } from '../../../data/example-assembly.js';
import type { Assembly } from '../../../engine/model/assembly.js';
import type { Rule } from '../../../engine/model/rule.js';
import type { Options } from '../../../engine/options.js';
import { createRng } from '../../../engine/random/rng.js';
import { composeOnReferral } from '../../../engine/workshop/on-referral.js';
import { describeConflict } from '../../../engine/workshop/refusals/describe-conflict.js';
import { madeTerritory } from '../made-territory.js';
import { thrownBy } from '../thrown-error.js';
import { entryInput, entryOptions } from './entry-input.js';
import { seatedTaxonomy } from './seated-assembly.js';

function compose(
  assembly: Assembly,
  referral: readonly string[],
  changes: Partial<Options['workshop']> = {},
) {
  const input = entryInput(assembly, { referral });
  const options = entryOptions({ entry: 'referral', minSize: 4, maxSize: 4, ...changes });
  return { input, ...composeOnReferral(input, options, createRng(1)) };
}

type Declared = readonly [
  needs: Readonly<Record<string, number>>,
  experiences?: Readonly<Record<string, number>>,
];

function declaring(lines: readonly Declared[], rules: readonly Rule[] = []): Assembly {
  return {
    taxonomy: seatedTaxonomy,
    territories: lines.map(([needs, experiences = {}], k) =>
      madeTerritory({
        id: `t${String(k).padStart(2, '0')}`,
        needs: Object.entries(needs).map(([problemId, intensity]) => ({ problemId, intensity })),
        experiences: Object.entries(experiences).map(([problemId, level]) => ({ problemId, level })),
      }),
    ),
    seats: [],
    history: [],
    rules: [...rules],
  };
}

const eight: readonly Declared[] = [
  [{ p00: 1 }],
  [{ p00: 0.9 }],
  [{ p00: 0.8 }],
  [{ p00: 0.7 }],
  [{ p00: 0.1 }],
  [{ p05: 1 }, { p00: 0.6 }],
  [{ p05: 1 }, { p00: 0.9 }],
  [{ p05: 1 }],
];

describe('composeOnReferral', () => {
  test('takes those most concerned, and the most experienced for the share asked', () => {
    const { workshops, unplaced } = compose(declaring(eight), ['p00']);
    expect(workshops).toEqual([{ territories: [0, 1, 2, 6] }]);
    expect(unplaced).toEqual([
      { territory: 3, why: 'served-otherwise' },
      { territory: 4, why: 'served-otherwise' },
      { territory: 5, why: 'served-otherwise' },
      { territory: 7, why: 'not-asked' },
    ]);
    expect(compose(declaring(eight), ['p00'], { experienceShare: 0.5 }).workshops[0]?.territories).toEqual([
      0, 1, 5, 6,
    ]);
  });

  test('is as large as asked when enough are concerned, smaller when not', () => {
    expect(
      compose(declaring(eight), ['p00'], { minSize: 3, maxSize: 6 }).workshops[0]?.territories,
    ).toHaveLength(6);
    expect(
      compose(declaring(eight), ['p00'], { minSize: 3, maxSize: 12 }).workshops[0]?.territories,
    ).toHaveLength(7);
  });

  test('answers every problem of the referral', () => {
    const lines: Declared[] = [
      ...Array.from({ length: 6 }, (): Declared => [{ p00: 1, p02: 1 }]),
      ...Array.from({ length: 6 }, (): Declared => [{ p01: 1, p03: 1 }]),
    ];
    const { workshops, input } = compose(declaring(lines), ['p00', 'p01'], { experienceShare: 0 });
    const { values, columns } = input.profiles.needs;
    for (const p of [0, 1]) {
      const served = workshops[0]?.territories.filter((t) => (values[t * columns + p] ?? 0) > 0) ?? [];
      expect(served.length).toBeGreaterThan(0);
    }
  });

  test('heeds the rules: those pinned to its one workshop, together, apart, and wishes', () => {
    const rules: Rule[] = [
      { id: 'r1', kind: 'pinned', territoryIds: ['t07'], workshop: 1, level: 'hard' },
      { id: 'r2', kind: 'apart', territoryIds: ['t00', 't01'], level: 'hard' },
      { id: 'r3', kind: 'together', territoryIds: ['t02', 't04'], level: 'soft', weight: 5 },
      { id: 'r4', kind: 'pinned', territoryIds: ['t03'], workshop: 3, level: 'hard' },
    ];
    const { workshops, withoutObject } = compose(declaring(eight, rules), ['p00'], {
      minSize: 5,
      maxSize: 5,
      experienceShare: 0.2,
    });
    expect(workshops[0]?.territories).toEqual([0, 2, 4, 6, 7]);
    expect(withoutObject).toEqual(['r4']);
    const wish: Rule[] = [
      { id: 'r', kind: 'pinned', territoryIds: ['t07'], workshop: 1, level: 'soft', weight: 3 },
    ];
    expect(compose(declaring(eight, wish), ['p00']).workshops[0]?.territories).toContain(7);
  });

  test('keeps a hard rule that counts what the workshop holds, and weighs a soft one', () => {
    const assembly = declaring(eight, [
      { id: 'r', kind: 'at-most', attribute: 'trait', value: 'rural', count: 1, level: 'hard' },
    ]);
    const rural = new Set(['t00', 't01', 't02']);
    const traited = {
      ...assembly,
      territories: assembly.territories.map((territory) =>
        rural.has(territory.id) ? { ...territory, traits: ['rural'] } : territory,
      ),
    };
    const { workshops } = compose(traited, ['p00']);
    expect(workshops[0]?.territories.filter((t) => t < 3)).toHaveLength(1);
    const none = { ...traited, rules: [{ ...traited.rules[0]!, level: 'soft' as const, weight: 0.001 }] };
    expect(compose(none, ['p00']).workshops[0]?.territories).toEqual([0, 1, 2, 6]);
  });

  test('never exceeds its bound', () => {
    const { value, upperBound } = compose(exampleAssembly(), ['hab.vacance', 'mob.modes-actifs'], {
      maxSize: 10,
    });
    expect(upperBound).toBeGreaterThanOrEqual(value);
  });
});

describe('composeOnReferral refuses', () => {
  test('a question that concerns too few, with the size that would do', () => {
    const error = thrownBy(() => compose(declaring(eight), ['p00'], { minSize: 9, maxSize: 12 }));
    expect(error.code).toBe('infeasible');
    expect(describeConflict(error, 'fr')).toBe(
      '7 territoires ont déclaré un besoin ou une expérience sur les problèmes de la saisine, il en faut 9. ' +
        'Possible : des ateliers de 7 à 12.',
    );
    const nobody = thrownBy(() => compose(declaring(eight), ['p09']));
    expect(describeConflict(nobody, 'fr')).toMatch(/^Aucun territoire n’a déclaré/u);
  });

  test('rules that bring in more than the workshop holds, or leave nobody', () => {
    const crowd: Rule[] = [
      {
        id: 'r',
        kind: 'pinned',
        territoryIds: ['t00', 't01', 't02', 't03', 't07'],
        workshop: 1,
        level: 'hard',
      },
    ];
    const error = thrownBy(() => compose(declaring(eight, crowd), ['p00']));
    expect(describeConflict(error, 'fr')).toBe(
      'Des règles font participer 5 territoires à un atelier de 4. Possible : des ateliers de 4 à 5.',
    );
    const torn: Rule[] = [
      {
        id: 'r',
        kind: 'apart',
        territoryIds: ['t00', 't01', 't02', 't03', 't04', 't05', 't06'],
        level: 'hard',
      },
    ];
    expect(
      describeConflict(
        thrownBy(() => compose(declaring(eight, torn), ['p00'])),
        'fr',
      ),
    ).toContain('Les règles ne laissent aucun atelier de 4');
  });
});
