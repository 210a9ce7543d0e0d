import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultTaxonomy } from '../../data/default-data.js';
import { exampleAssembly } from '../../data/example-assembly.js';
import { EngineError } from '../../engine/engine-error.js';
import type { Assembly } from '../../engine/model/assembly.js';
import { type Plan, planSchema } from '../../engine/model/plan.js';
import { territoriesNamedBy } from '../../engine/model/rule.js';
import { composePlan } from '../../engine/pipeline.js';
import { evaluateGrouping } from '../../engine/use-cases/evaluation/evaluate-grouping.js';
import { madeTerritory } from './made-territory.js';

const taxonomy = defaultTaxonomy();
const problemIds = taxonomy.themes.flatMap((theme) => theme.problems.map(({ id }) => id));
const example = exampleAssembly();

/** Assemblies of 12 to 24 territories that declare anything, anywhere, or nowhere. */
const assemblies = fc
  .array(
    fc.record({
      needs: fc.dictionary(
        fc.constantFrom(...problemIds.slice(0, 12)),
        fc.double({ min: 0.1, max: 1, noNaN: true }),
        {
          maxKeys: 5,
        },
      ),
      position: fc.option(
        fc.record({
          lat: fc.double({ min: 42, max: 45, noNaN: true }),
          lon: fc.double({ min: 0, max: 4, noNaN: true }),
        }),
        { nil: undefined },
      ),
    }),
    { minLength: 12, maxLength: 24 },
  )
  .map(
    (rows): Assembly => ({
      taxonomy,
      territories: rows.map(({ needs, position }, k) =>
        madeTerritory({
          id: `t${String(k).padStart(2, '0')}`,
          needs: Object.entries(needs).map(([problemId, intensity]) => ({ problemId, intensity })),
          ...(position && { position }),
        }),
      ),
      seats: [],
      history: [],
      rules: [],
    }),
  );

describe('composePlan', () => {
  it('gives a plan that its own schema accepts', () => {
    expect(planSchema.safeParse(composePlan(example)).success).toBe(true);
  });

  it('gives the same bytes twice, and another plan for another seed', () => {
    const first = JSON.stringify(composePlan(example));
    expect(JSON.stringify(composePlan(example))).toBe(first);
    expect(JSON.stringify(composePlan(example, { general: { seed: 2 } }))).not.toBe(first);
  });

  it('does not depend on the order of any list of the input', () => {
    const turned: Assembly = {
      ...example,
      territories: example.territories
        .map((territory) => ({ ...territory, needs: [...territory.needs].reverse() }))
        .reverse(),
      history: [...example.history].reverse(),
      rules: [...example.rules].reverse(),
    };
    expect(JSON.stringify(composePlan(turned))).toBe(JSON.stringify(composePlan(example)));
  });

  it('replays from what the plan itself holds', () => {
    const plan = composePlan(example, { general: { seed: 7 }, geography: { decoupling: 0.8 } });
    const again = composePlan({ ...plan.assembly, seats: [] }, plan.options);
    expect(JSON.stringify(again)).toBe(JSON.stringify(plan));
  });

  it('holds no seat, and nobody who sits in one', () => {
    const named = {
      ...example,
      seats: [
        {
          id: 's',
          territoryId: example.territories[0]!.id,
          holder: { name: 'Camille Untel', civility: 'F' as const },
        },
      ],
    };
    const text = JSON.stringify(composePlan(named));
    expect(text).not.toContain('Camille');
    expect(text).toBe(JSON.stringify(composePlan(example)));
  });

  it('places everyone once, within the sizes, whatever was declared', () => {
    fc.assert(
      fc.property(assemblies, (assembly) => {
        const plan = composePlan(assembly, { workshop: { minSize: 3, maxSize: 5 } });
        const placed = plan.workshops.flatMap(({ territoryIds }) => territoryIds).sort();
        expect(placed).toEqual(assembly.territories.map(({ id }) => id).sort());
        for (const { territoryIds } of plan.workshops) {
          expect(territoryIds.length).toBeGreaterThanOrEqual(3);
          expect(territoryIds.length).toBeLessThanOrEqual(5);
        }
        // NaN is written null
        const { options: _, ...rest } = plan;
        expect(JSON.stringify(rest).includes('null')).toBe(false);
      }),
      { numRuns: 25 },
    );
  });

  it('measures its plan as evaluateGrouping measures the same groups', () => {
    const plan = composePlan(example);
    const grouping = plan.workshops.map(({ territoryIds }) => territoryIds);
    expect(evaluateGrouping(example, grouping)).toEqual(plan.measures);
  });

  it('keeps every hard rule of the example', () => {
    const plan = composePlan(example);
    for (const rule of example.rules.filter(({ level }) => level === 'hard')) {
      const homes = territoriesNamedBy(rule).map((id) => workshopOf(plan, id));
      if (rule.kind === 'apart') expect(new Set(homes).size).toBe(homes.length);
      if (rule.kind === 'together') expect(new Set(homes).size).toBe(1);
      if (rule.kind === 'pinned') expect(new Set(homes)).toEqual(new Set([(rule.workshop ?? 0) - 1]));
    }
  });

  it('brings territories together beyond what distance explains, more than any baseline', () => {
    const { measures, baselines } = composePlan(example);
    for (const baseline of baselines)
      expect(measures.decoupling).toBeGreaterThan(baseline.measures.decoupling);
  });

  it('moves neighbours out of workshops as the dial turns', () => {
    const proximityAt = (decoupling: number) =>
      composePlan(example, { geography: { decoupling } }).measures.proximityEffect;
    expect(proximityAt(1)).toBeLessThan(proximityAt(0));
  });

  it('says how far it is, stage after stage', () => {
    const seen: string[] = [];
    composePlan(example, {}, { onProgress: ({ stage }) => seen.push(stage) });
    expect([...new Set(seen)]).toEqual([
      'profile',
      'geography',
      'affinity',
      'community',
      'workshop',
      'pairing',
      'explain',
    ]);
  });

  it('stops its search when told to, with a plan that keeps the sizes', () => {
    const plan = composePlan(example, {}, { shouldStop: () => true });
    for (const { territoryIds } of plan.workshops) expect(territoryIds.length).toBeLessThanOrEqual(10);
  });

  it.each([
    ['duplicate-territory', { territories: [madeTerritory({ id: 'a' }), madeTerritory({ id: 'a' })] }],
    [
      'unknown-problem',
      { territories: [madeTerritory({ id: 'a', needs: [{ problemId: 'rien', intensity: 1 }] })] },
    ],
    [
      'unknown-territory',
      { rules: [{ id: 'r', kind: 'apart' as const, territoryIds: ['x', 'y'], level: 'hard' as const }] },
    ],
    [
      'invalid-assembly',
      { territories: [{ ...madeTerritory({ id: 'a' }), position: { lat: 430, lon: 1 } }] },
    ],
  ])('refuses an assembly with %s, and says what to do', (code, part) => {
    expect(() => composePlan({ ...example, ...part })).toThrowError(
      expect.objectContaining({ code, message: expect.stringMatching(/\nMaybe /u) }),
    );
  });

  it('is infeasible for fewer territories than a workshop needs', () => {
    const few = { ...example, rules: [], history: [], territories: example.territories.slice(0, 4) };
    expect(() => composePlan(few)).toThrowError(EngineError);
    expect(composePlan(few, { workshop: { minSize: 2, maxSize: 4 } }).workshops).toHaveLength(1);
  });
});

describe('evaluateGrouping', () => {
  const ids = example.territories.map(({ id }) => id);

  it('counts a territory in no group as unplaced', () => {
    const measures = evaluateGrouping(example, [ids.slice(0, 10)]);
    expect(measures).toMatchObject({ placedCount: 10, unplacedCount: ids.length - 10, workshopCount: 1 });
  });

  it.each([
    ['unknown-territory', [['nulle-part']]],
    ['territory-in-two-groups', [[ids[0]!], [ids[0]!]]],
  ])('refuses %s', (code, grouping) => {
    expect(() => evaluateGrouping(example, grouping)).toThrowError(expect.objectContaining({ code }));
  });
});

function workshopOf(plan: Plan, id: string): number {
  return plan.workshops.findIndex(({ territoryIds }) => territoryIds.includes(id));
}
