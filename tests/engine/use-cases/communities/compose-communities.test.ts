import { describe, expect, it } from 'vitest';
import { defaultTaxonomy } from '../../../../data/default-data.js';
import { exampleAssembly } from '../../../../data/example-assembly.js';
import type { Assembly } from '../../../../engine/model/assembly.js';
import { communitiesSchema, robustnessLevel } from '../../../../engine/model/communities.js';
import { composePlan } from '../../../../engine/pipeline.js';
import { findCommunities } from '../../../../engine/use-cases/communities/compose-communities.js';
import { madeTerritory } from '../../made-territory.js';

const taxonomy = defaultTaxonomy();
const problems = taxonomy.themes.flatMap((theme) => theme.problems.map(({ id }) => id));
const assemblyOf = (territories: Assembly['territories']): Assembly => ({
  taxonomy,
  territories,
  seats: [],
  history: [],
  rules: [],
});

/** Three groups of eight, each with three problems of its own, départements dealt out whatever the group. */
const planted = assemblyOf(
  Array.from({ length: 24 }, (_, k) =>
    madeTerritory({
      id: `t${String(k).padStart(2, '0')}`,
      departments: [['09', '12', '31', '46'][Math.floor(k / 6)]!],
      needs: [0, 1, 2, 3].map((p) => ({ problemId: problems[10 * (k % 3) + 2 * p]!, intensity: 0.8 })),
    }),
  ),
);

describe('findCommunities', () => {
  it('gives what its own schema accepts, and the concerns of the plan', () => {
    const found = findCommunities(exampleAssembly());
    expect(communitiesSchema.safeParse(found).success).toBe(true);
    const plan = composePlan(exampleAssembly());
    expect(found.concerns.map(({ robustness: _, level: __, p: ___, ...concern }) => concern)).toEqual(
      plan.concerns,
    );
    expect(found.choice).toEqual(plan.concernChoice);
    expect(found.inputDigest).toBe(plan.inputDigest);
    expect(JSON.stringify(found)).not.toContain('null,null');
  });

  it('finds planted concerns, solid, beyond chance, and across départements', () => {
    const { concerns, apart, departments, significance } = findCommunities(planted);
    expect(concerns.map(({ territoryIds }) => territoryIds.length)).toEqual([8, 8, 8]);
    for (const { robustness, level, p, stability } of concerns) {
      expect(robustness).toBeGreaterThan(0.95);
      expect([level, stability]).toEqual(['solid', 1]);
      expect(p).toBeLessThan(0.05);
    }
    expect(apart).toEqual([]);
    expect(significance.p).toBeLessThan(0.05);
    expect(significance.reason.facts.level).toBe('clear');
    expect(departments?.reason.facts.level).toBe('unrelated');
    expect(departments?.ami).toBeLessThan(0.05);
  });

  it('says so when concerns are départements', () => {
    const local = assemblyOf(
      planted.territories.map((territory, k) => ({
        ...territory,
        departments: [['09', '12', '31'][k % 3]!],
      })),
    );
    const { departments } = findCommunities(local);
    expect(departments).toMatchObject({ nmi: 1, ami: 1, ari: 1, vi: 0 });
    expect(departments?.reason.text.fr).toContain('suivent largement');
  });

  it('answers for nobody, for one, and for territories that declared nothing', () => {
    for (const territories of [
      [],
      [planted.territories[0]!],
      [madeTerritory({ id: 'a', needs: [] }), madeTerritory({ id: 'b', needs: [] })],
    ]) {
      const found = findCommunities(assemblyOf(territories));
      expect(found.concerns).toEqual([]);
      expect(found.apart).toEqual(territories.map(({ id }) => id));
      expect(found.choice.reason.code).toBe('concerns-untied');
      expect(found.departments).toBeUndefined();
      expect([found.significance.z, found.significance.p]).toEqual([0, 1]);
    }
  });

  it('gives the same bytes twice and in any order of the input, and holds no seat', () => {
    const seat = { id: 's', territoryId: 't00', holder: { name: 'Camille Untel', civility: 'F' as const } };
    const first = JSON.stringify(findCommunities({ ...planted, seats: [seat] }));
    expect(JSON.stringify(findCommunities(planted))).toBe(first);
    const turned = { ...planted, territories: [...planted.territories].reverse() };
    expect(JSON.stringify(findCommunities(turned))).toBe(first);
    expect(first).not.toContain('Camille');
  });

  it('follows the method asked', () => {
    const { choice, concerns } = findCommunities(planted, {
      community: { method: 'kmeans', concernCount: 3 },
    });
    expect(choice.method).toBe('kmeans');
    expect(concerns).toHaveLength(3);
    expect(choice.reason.text.fr).toContain('k-moyennes');
  });

  it('says how far it is', () => {
    const seen = new Set<string>();
    let last = 0;
    findCommunities(
      planted,
      {},
      {
        onProgress: ({ stage, done, total }) => {
          seen.add(stage);
          if (stage === 'community' && total > 1) {
            expect(done).toBeGreaterThanOrEqual(last);
            expect(done).toBeLessThan(total);
            last = done;
          }
        },
      },
    );
    expect([...seen]).toEqual(['profile', 'affinity', 'community', 'explain']);
  });
});

describe('robustnessLevel', () => {
  it('reads a mean Jaccard index as Hennig does', () => {
    expect([0, 0.59, 0.6, 0.74, 0.75, 1].map(robustnessLevel)).toEqual([
      'fragile',
      'fragile',
      'fair',
      'fair',
      'solid',
      'solid',
    ]);
  });
});
