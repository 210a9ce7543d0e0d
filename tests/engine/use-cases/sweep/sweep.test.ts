import { describe, expect, it } from 'vitest';
import { defaultTaxonomy } from '../../../../data/default-data.js';
import { exampleAssembly } from '../../../../data/example-assembly.js';
import type { Assembly } from '../../../../engine/model/assembly.js';
import { sweepSchema } from '../../../../engine/model/sweep.js';
import { createRng } from '../../../../engine/random/rng.js';
import { sweep } from '../../../../engine/use-cases/sweep/sweep.js';
import { madeTerritory } from '../../made-territory.js';
import { thrownBy } from '../../thrown-error.js';

const taxonomy = defaultTaxonomy();
const problemIds = taxonomy.themes.flatMap((theme) => theme.problems.map(({ id }) => id)).slice(0, 10);

/** Territories on a circle, where no two are farther apart than twice the mean; problems partly by neighbourhood. */
function onACircle(order: number, seed: number): Assembly {
  const rng = createRng(seed);
  return {
    taxonomy,
    territories: Array.from({ length: order }, (_, k) => {
      const angle = (2 * Math.PI * k) / order;
      const near = problemIds[Math.floor((k * 5) / order)]!;
      const others = [5 + rng.integer(5), 5 + rng.integer(5)].map((p) => problemIds[p]!);
      return madeTerritory({
        id: `t${String(k).padStart(2, '0')}`,
        departments: [k < order / 2 ? '31' : '34'],
        position: { lat: 44 + Math.sin(angle), lon: 2 + Math.cos(angle) / Math.cos((44 * Math.PI) / 180) },
        needs: [...new Set([near, ...others])].map((problemId) => ({
          problemId,
          intensity: 0.2 + 0.8 * rng.next(),
        })),
      });
    }),
    seats: [],
    history: [],
    rules: [],
  };
}

const workshop = { minSize: 5, maxSize: 5, effort: 0.2 };
const dial = [0, 0.25, 0.5, 0.75, 1];

describe('sweep', () => {
  const assembly = onACircle(20, 3);
  const swept = sweep(assembly, { workshop }, { decoupling: dial, nearness: [0.5, 2] });

  it('measures every setting, spread by spread, then nearness, beside the four baselines', () => {
    expect(sweepSchema.safeParse(swept).success).toBe(true);
    expect(swept.points.map(({ kind, decoupling, spread }) => [kind, decoupling, spread])).toEqual([
      ...dial.map((delta) => ['dial', delta, 0.1]),
      ['nearness', 0, -0.5],
      ['nearness', 0, -2],
    ]);
    expect(swept.baselines.map(({ method }) => method)).toEqual([
      'random',
      'department',
      'louvain',
      'kmeans',
    ]);
    for (const { measures } of swept.points)
      expect(measures).toMatchObject({ placedCount: 20, smallestSize: 5 });
  });

  it('gives the same bytes for territories and settings in any order', () => {
    const shuffled = { ...assembly, territories: [...assembly.territories].reverse() };
    const again = sweep(shuffled, { workshop }, { decoupling: [...dial, 0.5].reverse(), nearness: [2, 0.5] });
    expect(JSON.stringify(again)).toBe(JSON.stringify(swept));
  });

  it('marks as efficient what no other point beats, and a knee among the efficient settings of the dial', () => {
    for (const point of swept.points) {
      const beaten = swept.points.some(
        ({ measures }) =>
          measures.coherence >= point.measures.coherence &&
          measures.spreadKm >= point.measures.spreadKm &&
          (measures.coherence > point.measures.coherence || measures.spreadKm > point.measures.spreadKm),
      );
      if (point.efficient) expect(beaten).toBe(false);
      if (!beaten) {
        const twins = swept.points.filter(({ measures }) => measures.coherence === point.measures.coherence);
        expect(twins.some(({ efficient }) => efficient)).toBe(true);
      }
    }
    if (swept.knee !== null)
      expect(swept.points[swept.knee]).toMatchObject({ kind: 'dial', efficient: true });
  });

  it('never brings workshops nearer for more weight on distance, sizes being fixed', () => {
    for (const seed of [1, 2, 3, 4]) {
      const spreads = [0, 0.05, 0.1, 0.2, 0.4, 0.8, 1];
      const { points } = sweep(
        onACircle(20, seed),
        { workshop },
        { decoupling: [0], spread: spreads, nearness: [0.3, 1, 3] },
      );
      const bySpread = [...points].sort((a, b) => a.spread - b.spread).map(({ measures }) => measures);
      for (const [k, { spreadKm }] of bySpread.entries()) {
        if (k > 0) expect(spreadKm).toBeGreaterThanOrEqual((bySpread[k - 1]?.spreadKm ?? 0) - 1e-6);
      }
    }
  });

  it('answers which axis to favour, and where the dial balances', () => {
    const [axis, balance] = swept.reading;
    expect(axis?.code).toBe('axis-to-favour');
    expect(axis?.facts.verdict).toBe('thematic');
    expect(axis?.text.fr).toContain('L’entrée thématique réunit mieux que l’entité territoriale');
    expect(['dial-knee', 'dial-even', 'dial-flat']).toContain(balance?.code);
  });

  it('ends with the settings done so far when it is told to stop', () => {
    let asked = 0;
    const stopped = sweep(assembly, { workshop }, { decoupling: dial }, { shouldStop: () => asked++ >= 0 });
    expect(stopped.points).toHaveLength(1);
    expect(stopped.points[0]?.measures.placedCount).toBe(20);
  });

  it('goes over the whole dial, beside workshops of neighbours, when no setting is asked for', () => {
    const { points } = sweep(assembly, { workshop: { ...workshop, effort: 0 } });
    const dialled = points.filter(({ kind }) => kind === 'dial').map(({ decoupling }) => decoupling);
    expect(dialled).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
    expect(points.length - dialled.length).toBe(7);
  });

  it('keeps the hard rules at every setting, and says when none can', () => {
    const rules = [{ id: 'r', kind: 'apart' as const, territoryIds: ['t00', 't01'], level: 'hard' as const }];
    const strict = {
      ...assembly,
      rules: [
        ...rules,
        { id: 'p', kind: 'pinned' as const, workshop: 9, territoryIds: ['t02'], level: 'hard' as const },
      ],
    };
    expect(thrownBy(() => sweep(strict, { workshop }, { decoupling: [0, 1], nearness: [] })).code).toBe(
      'infeasible',
    );
    expect(
      sweep({ ...assembly, rules }, { workshop }, { decoupling: [0, 1], nearness: [] }).points,
    ).toHaveLength(2);
  });

  it.each([
    ['nothing-to-sweep', { decoupling: [] }],
    ['option-out-of-range', { decoupling: [0, 1.5] }],
    ['option-out-of-range', { decoupling: [0], spread: [Number.NaN] }],
    ['option-out-of-range', { decoupling: [0], nearness: [-1] }],
  ])('refuses axes that cannot be used: %s', (code, axes) => {
    expect(thrownBy(() => sweep(assembly, {}, axes)).code).toBe(code);
  });

  it('measures an assembly that shares nothing without a word too many', () => {
    const silent = { ...assembly, territories: assembly.territories.map((one) => ({ ...one, needs: [] })) };
    expect(sweep(silent, { workshop }, { decoupling: [0, 1], nearness: [] }).reading).toEqual([]);
  });
});

describe('the sweep of the example', () => {
  it('finds that shared problems bring together better than départements, wherever the dial stands', () => {
    const { points, baselines } = sweep(exampleAssembly(), {}, { decoupling: [0, 1], nearness: [] });
    const department = baselines.find(({ method }) => method === 'department');
    for (const { measures } of points)
      expect(measures.coherence).toBeGreaterThan(department?.measures.coherence ?? 1);
  });
});
