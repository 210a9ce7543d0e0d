import fc from 'fast-check';
import { defaultTaxonomy } from '../../data/default-data.js';
import type { Assembly } from '../../engine/model/assembly.js';
import type { HandChange } from '../../engine/model/hand-change.js';
import type { Plan } from '../../engine/model/plan.js';
import type { Rule } from '../../engine/model/rule.js';
import type { Territory } from '../../engine/model/territory.js';
import { composePlan } from '../../engine/pipeline.js';
import { madeTerritory } from './made-territory.js';

const taxonomy = defaultTaxonomy();
const problemIds = taxonomy.themes.flatMap((theme) => theme.problems.map(({ id }) => id)).slice(0, 12);

/** Territories that declare anything, anywhere, or nowhere, named t00, t01… or as `prefix` says. */
export function madeTerritories(
  minLength: number,
  maxLength: number,
  prefix = 't',
): fc.Arbitrary<Territory[]> {
  return fc
    .array(
      fc.record({
        needs: fc.dictionary(fc.constantFrom(...problemIds), fc.double({ min: 0.1, max: 1, noNaN: true }), {
          maxKeys: 5,
        }),
        traits: fc.subarray(['mountain', 'coast', 'rural']),
        kind: fc.constantFrom('CC' as const, 'CC' as const, 'PETR' as const),
        position: fc.option(
          fc.record({
            lat: fc.double({ min: 42, max: 45, noNaN: true }),
            lon: fc.double({ min: 0, max: 4, noNaN: true }),
          }),
          { nil: undefined },
        ),
      }),
      { minLength, maxLength },
    )
    .map((rows) =>
      rows.map(({ needs, position, traits, kind }, k) =>
        madeTerritory({
          id: `${prefix}${String(k).padStart(2, '0')}`,
          traits,
          kind,
          needs: Object.entries(needs).map(([problemId, intensity]) => ({ problemId, intensity })),
          ...(position && { position }),
        }),
      ),
    );
}

/** Rules of kinds that name no territory; the one that must hold seldom binds. */
const otherRules: Rule[] = [
  { id: 'o1', kind: 'not-alone', attribute: 'trait', value: 'mountain', level: 'soft' },
  { id: 'o2', kind: 'at-most', attribute: 'kind', value: 'PETR', count: 4, level: 'hard' },
  { id: 'o3', kind: 'spread', maxKm: 150, level: 'soft', weight: 0.01 },
  { id: 'o4', kind: 'past-meetings', level: 'soft', weight: 0.3 },
  { id: 'o5', kind: 'target-share', attribute: 'trait', value: 'rural', level: 'soft' },
];

/** Plans of 12 to 18 territories in workshops of 3 to 5, with rules that can hold together and a history. */
export const madePlans: fc.Arbitrary<Plan> = madeTerritories(12, 18).chain((territories) => {
  const ids = territories.map(({ id }) => id);
  const some = (least: number, most: number) => fc.subarray(ids, { minLength: least, maxLength: most });
  const level = fc.constantFrom('hard' as const, 'soft' as const);
  return fc
    .record({
      together: some(2, 2),
      apart: some(2, 3),
      pinned: some(1, 2),
      levels: fc.tuple(level, level),
      others: fc.subarray(otherRules),
    })
    .chain(({ together, apart, pinned, levels: [one, two], others }) => {
      const rules: Rule[] = [
        ...others,
        { id: 'r1', kind: 'together', territoryIds: together, level: one },
        { id: 'r2', kind: 'apart', territoryIds: apart, level: 'soft', weight: 0.5 },
        { id: 'r3', kind: 'pinned', territoryIds: pinned, workshop: 2, level: two },
      ];
      return some(2, 6).map(
        (met): Assembly => ({
          taxonomy,
          territories,
          seats: [],
          history: [{ kind: 'workshop', territoryIds: met, date: '2025-06-01', label: 'Avant' }],
          rules,
        }),
      );
    })
    .map((assembly) =>
      composePlan(assembly, {
        workshop: { minSize: 3, maxSize: 5, effort: 0 },
        community: { resolution: 1 },
      }),
    );
});

/** One to three changes by hand that a plan can take, whatever they break. */
export function madeChanges(plan: Plan): fc.Arbitrary<HandChange[]> {
  const territoryId = fc.constantFrom(...plan.assembly.territories.map(({ id }) => id));
  const workshopId = fc.constantFrom(...plan.workshops.map(({ id }) => id));
  return fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant('move' as const), territoryId, workshopId }),
      fc.record({ kind: fc.constant('swap' as const), territoryIds: fc.tuple(territoryId, territoryId) }),
      fc.record({ kind: fc.constant('pin' as const), territoryId }),
    ),
    { minLength: 1, maxLength: 3 },
  );
}
