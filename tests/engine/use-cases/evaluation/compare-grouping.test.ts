import { describe, expect, it } from 'vitest';
import { exampleAssembly } from '../../../../data/example-assembly.js';
import { evaluationSchema } from '../../../../engine/model/evaluation.js';
import { composePlan } from '../../../../engine/pipeline.js';
import { compareGrouping } from '../../../../engine/use-cases/evaluation/compare-grouping.js';
import { evaluateGrouping } from '../../../../engine/use-cases/evaluation/evaluate-grouping.js';
import { thrownBy } from '../../thrown-error.js';

const example = exampleAssembly();
const bare = { explain: { robustness: 0 } };
const plan = composePlan(example, bare);
const own = plan.workshops.map(({ id: name, territoryIds }) => ({ name, territoryIds }));

describe('compareGrouping', () => {
  it('gives our own plan its own measures and baselines, and finds nothing better', () => {
    const compared = compareGrouping(example, own);
    expect(evaluationSchema.safeParse(compared).success).toBe(true);
    expect(compared.measures).toEqual(plan.measures);
    expect(compared.baselines).toEqual(plan.baselines);
    expect(compared.plan?.coherence).toBeCloseTo(plan.measures.coherence, 1);
    expect(compared.sizes).toEqual({ min: 6, max: 10 });
    expect(compared.workshops.map(({ measures }) => measures)).toEqual(
      plan.workshops.map(({ measures }) => measures),
    );
  });

  it('measures as evaluateGrouping does, and holds our plan to the same number and sizes of workshops', () => {
    const ids = example.territories.map(({ id }) => id).sort();
    // four workshops by the order of ids, as in 2019: 21 or 22 each
    const four = [0, 1, 2, 3].map((g) => ({
      name: `Salle ${g + 1}`,
      territoryIds: ids.filter((_, k) => k % 4 === g),
    }));
    const compared = compareGrouping({ ...example, rules: [] }, four);
    expect(compared.measures).toEqual(
      evaluateGrouping(
        example,
        four.map(({ territoryIds }) => territoryIds),
      ),
    );
    expect(compared.plan).toMatchObject({ workshopCount: 4, smallestSize: 21, largestSize: 22 });
    expect(compared.plan?.coherence).toBeGreaterThan(compared.measures.coherence);
    expect(compared.outOfBounds).toBe(0);
  });

  it('counts those outside the sizes that were asked, and composes only those who are placed', () => {
    const some = own.slice(0, 3);
    const compared = compareGrouping({ ...example, rules: [] }, some, {
      workshop: { minSize: 7, maxSize: 8 },
    });
    const sizes = some.map(({ territoryIds }) => territoryIds.length);
    expect(compared.outOfBounds).toBe(sizes.filter((n) => n < 7 || n > 8).reduce((sum, n) => sum + n, 0));
    expect(compared.measures.unplacedCount).toBe(87 - sizes.reduce((sum, n) => sum + n, 0));
    const reached = compared.plan;
    if (reached) expect(reached.placedCount).toBe(compared.measures.placedCount);
    else expect(compared.refusal?.fr).not.toBe('');
  });

  it('says why there is no plan where the rules leave none with these sizes', () => {
    const [a, b, c] = example.territories.map(({ id }) => id) as [string, string, string];
    const strict = {
      ...example,
      rules: [{ id: 'r', kind: 'apart' as const, territoryIds: [a, b, c], level: 'hard' as const }],
    };
    const two = [
      { name: '1', territoryIds: example.territories.slice(0, 43).map(({ id }) => id) },
      { name: '2', territoryIds: example.territories.slice(43).map(({ id }) => id) },
    ];
    const compared = compareGrouping(strict, two);
    expect(compared.plan).toBeNull();
    expect(compared.refusal?.fr).toMatch(/\S/);
    expect(compared.measures.workshopCount).toBe(2);
  });

  it('refuses a grouping that places nobody, or a territory twice', () => {
    expect(thrownBy(() => compareGrouping(example, [{ name: '1', territoryIds: [] }])).code).toBe(
      'empty-grouping',
    );
    const id = example.territories[0]!.id;
    const twice = [
      { name: '1', territoryIds: [id] },
      { name: '2', territoryIds: [id] },
    ];
    expect(thrownBy(() => compareGrouping(example, twice)).code).toBe('territory-in-two-groups');
  });
});
