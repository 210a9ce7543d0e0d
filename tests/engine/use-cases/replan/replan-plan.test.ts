import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultTaxonomy } from '../../../../data/default-data.js';
import { exampleAssembly } from '../../../../data/example-assembly.js';
import type { Plan } from '../../../../engine/model/plan.js';
import type { BudgetConflict } from '../../../../engine/model/replanning.js';
import { territoriesNamedBy } from '../../../../engine/model/rule.js';
import type { Territory } from '../../../../engine/model/territory.js';
import { composePlan } from '../../../../engine/pipeline.js';
import { applyChange } from '../../../../engine/use-cases/change/change-plan.js';
import { replan } from '../../../../engine/use-cases/replan/replan-plan.js';
import { madePlans, madeTerritories } from '../../made-plans.js';
import { madeTerritory } from '../../made-territory.js';
import { thrownBy } from '../../thrown-error.js';
import { drawnLimits, replannedOrRefused } from './replanned-plan.js';

/** A plan, and who leaves, joins and changes. */
const plansInMotion = madePlans.chain((plan) => {
  const ids = plan.assembly.territories.map(({ id }) => id);
  return fc.record({
    plan: fc.constant(plan),
    left: fc.subarray(ids, { maxLength: 2 }),
    joined: madeTerritories(0, 2, 'u'),
    changed: fc
      .tuple(fc.constantFrom(...ids), madeTerritories(1, 1))
      .map(([id, [anew]]) => ({ ...anew!, id })),
    ...drawnLimits(plan),
  });
});

describe('replan', () => {
  it('keeps sizes, hard rules, frozen workshops and its budget, and says no when it cannot', () => {
    let replanned = 0;
    fc.assert(
      fc.property(plansInMotion, ({ plan, left, joined, changed, budget, frozen }) => {
        const changes = { left, joined, changed: left.includes(changed.id) ? [] : [changed] };
        const { answer, enough } = replannedOrRefused(plan, { changes, budget, frozen });
        if (enough) expect(enough.revision.moves.length).toBe(enough.budget);
        if (!answer) return;
        replanned++;
        const { plan: next, revision, curve, fewest } = answer;
        const ids = [...plan.assembly.territories, ...joined]
          .map(({ id }) => id)
          .filter((id) => !left.includes(id));
        expect(next.workshops.flatMap(({ territoryIds }) => territoryIds).sort()).toEqual(ids.sort());

        const moved = ids.filter(
          (id) => homeOf(plan, id) !== undefined && homeOf(plan, id) !== homeOf(next, id),
        );
        expect(moved.length).toBeLessThanOrEqual(budget);
        expect(revision.moves.map(({ territoryId }) => territoryId).sort()).toEqual(moved);
        for (const { territoryId, fromWorkshopId, toWorkshopId, reasons } of revision.moves) {
          expect([fromWorkshopId, toWorkshopId]).toEqual([
            homeOf(plan, territoryId),
            homeOf(next, territoryId),
          ]);
          expect(reasons.length).toBeGreaterThan(0);
        }
        for (const id of frozen) {
          expect(membersOf(next, id)).toEqual(membersOf(plan, id).filter((each) => !left.includes(each)));
        }
        for (const { id, territoryIds } of next.workshops) {
          if (frozen.includes(id)) continue;
          expect(territoryIds.length).toBeGreaterThanOrEqual(3);
          expect(territoryIds.length).toBeLessThanOrEqual(5);
        }
        for (const { level, penalty } of next.ruleOutcomes) if (level === 'hard') expect(penalty).toBe(0);

        expect(curve[0]?.moves).toBe(fewest);
        expect(curve.at(-1)).toMatchObject({ moves: budget, made: moved.length });
        for (const [k, point] of curve.entries()) {
          expect(point.made).toBeLessThanOrEqual(point.moves);
          expect(point.gain).toBeGreaterThanOrEqual(curve[k - 1]?.gain ?? 0);
        }
        expect(curve.at(-1)?.coherence).toBeCloseTo(next.measures.coherence, 9);
        expect(curve.at(-1)?.value).toBeCloseTo(next.bound.value, 9);
      }),
      { numRuns: 12 },
    );
    expect(replanned).toBeGreaterThan(3);
  });

  it('gives the published workshops back when nothing changes and nobody may move', () => {
    fc.assert(
      fc.property(madePlans, (plan) => {
        const { plan: same, revision } = replan(plan, { budget: 0 });
        expect(same.workshops).toEqual(plan.workshops);
        expect(revision).toMatchObject({ moves: [], joined: [], left: [], changed: [] });
        expect(same.revisions).toHaveLength(1);
      }),
      { numRuns: 4 },
    );
  });

  it('finds by id who left, joined and changed in a whole new assembly', () => {
    const plan = composePlan(example(), { workshop: { effort: 0 } });
    const { territories } = plan.assembly;
    const [gone, other] = territories as [Territory, Territory];
    const newcomer = madeTerritory({ id: 'nouveau', name: 'CC Nouvelle', needs: other.needs });
    const anew = { ...other, needs: [] };
    const assembly = { ...example(), territories: [newcomer, anew, ...territories.slice(2)] };
    const { revision, plan: next } = replan(plan, { assembly, budget: 2 });
    expect(revision.left).toEqual([
      { territoryId: gone.id, name: gone.name, workshopId: homeOf(plan, gone.id) },
    ]);
    expect(revision.joined).toEqual([{ territoryId: 'nouveau', workshopId: homeOf(next, 'nouveau') }]);
    expect(revision.changed).toEqual([other.id]);
    expect(next.assembly.rules.flatMap(territoriesNamedBy)).not.toContain(gone.id);
  });

  it('keeps pins made by hand through every replanning, and names of workshops that do not change', () => {
    const plan = composePlan(example(), { workshop: { effort: 0 } });
    const [one, two] = plan.workshops;
    const pinned = one!.territoryIds[0]!;
    const swapped = applyChange(
      plan,
      { kind: 'swap', territoryIds: [pinned, two!.territoryIds[0]!], askedBy: 'Mme Durand' },
      { whenBroken: 'relax' },
    );
    const leaver = plan.workshops[4]!.territoryIds[0]!;
    const { plan: next } = replan(swapped, { changes: { left: [leaver] }, budget: 12 });
    expect(homeOf(next, pinned)).toBe(two!.id);
    expect(next.workshops.map(({ id }) => id)).toEqual(plan.workshops.map(({ id }) => id));
    for (const workshop of next.workshops) {
      const before = swapped.workshops.find(({ id }) => id === workshop.id)!;
      if (before.territoryIds.join() === workshop.territoryIds.join())
        expect(workshop.title).toEqual(before.title);
    }
  });

  it('says how many moves it takes when a workshop falls under its minimum', () => {
    // 3 + 3 + 4: one of the first three leaves, and someone has to come
    const plan = twoThreesAndAFour();
    const small = plan.workshops.find(({ territoryIds }) => territoryIds.length === 3)!;
    const changes = { left: [small.territoryIds[0]!] };
    const refused = thrownBy(() => replan(plan, { changes, budget: 0 }));
    expect(refused.code).toBe('budget-too-small');
    expect((refused.value as BudgetConflict).fewest).toBe(1);
    expect((refused.value as BudgetConflict).reasons[0]?.text.fr).toBe(
      'Avec au plus 0 déplacement, les tailles et les règles ne peuvent pas être tenues : il en faut au moins 1.',
    );
    const { revision } = replan(plan, { changes, budget: 1 });
    expect(revision.moves).toHaveLength(1);
    expect(revision.moves[0]?.toWorkshopId).toBe(small.id);
    expect(revision.moves[0]?.reasons[0]).toMatchObject({
      code: 'moved-to-fill',
      facts: { workshopId: small.id, size: 2, limit: 3 },
    });
    const others = plan.workshops.filter(({ id }) => id !== small.id).map(({ id }) => id);
    const frozen = thrownBy(() => replan(plan, { changes, budget: 5, frozen: others }));
    expect((frozen.value as BudgetConflict).fewest).toBeNull();
    expect((frozen.value as BudgetConflict).reasons[0]).toMatchObject({
      code: 'frozen-in-the-way',
      facts: { workshopIds: others, fewest: 1 },
    });
  });

  it('closes a workshop when there are too few territories left, and opens one when there are too many', () => {
    const plan = twoThreesAndAFour();
    const [one, two] = plan.assembly.territories.map(({ id }) => id);
    const fewer = replan(plan, { changes: { left: [one!, two!] }, budget: 6 });
    expect(fewer.plan.workshops).toHaveLength(2);
    expect(fewer.remarks.map(({ code }) => code)).toContain('workshop-closes');
    for (const { id, title } of fewer.plan.workshops) {
      expect(plan.workshops.map((workshop) => workshop.id)).toContain(id);
      expect(title.fr).not.toBe('');
    }
    const joined = ['u', 'v', 'w'].map((id) => madeTerritory({ id }));
    const more = replan(plan, { changes: { joined }, budget: 6 });
    expect(more.plan.workshops.map(({ id }) => id)).toEqual(['A01', 'A02', 'A03', 'A04']);
    expect(more.remarks.map(({ code }) => code)).toContain('workshop-opens');
  });

  it('gives the same bytes twice', () => {
    const plan = twoThreesAndAFour();
    const once = JSON.stringify(replan(plan, { budget: 3 }));
    expect(JSON.stringify(replan(JSON.parse(JSON.stringify(plan)), { budget: 3 }))).toBe(once);
  });

  it.each([
    ['unknown-territory', { changes: { left: ['zz'] } }],
    ['unknown-territory', { changes: { changed: [madeTerritory({ id: 'zz' })] } }],
    ['territory-already-there', { changes: { joined: [madeTerritory({ id: 't0' })] } }],
    ['unknown-workshop', { frozen: ['Z9'] }],
    ['bad-budget', { budget: -1 }],
    ['bad-budget', { budget: 1.5 }],
  ])('refuses bad use: %s', (code, request) => {
    expect(thrownBy(() => replan(twoThreesAndAFour(), request)).code).toBe(code);
  });
});

function example() {
  const whole = exampleAssembly();
  return { ...whole, seats: [] };
}

/** Ten territories, t0 to t9, three problems: workshops of 3 or 4. */
function twoThreesAndAFour(): Plan {
  const problemIds = ['hab.vacance', 'mob.covoiturage', 'eau.gemapi'];
  const known = new Set(defaultTaxonomy().themes.flatMap(({ problems }) => problems.map(({ id }) => id)));
  const territories = Array.from({ length: 10 }, (_, k) =>
    madeTerritory({
      id: `t${k}`,
      name: `Territoire ${k}`,
      needs: problemIds
        .filter((id, p) => known.has(id) && p === k % 3)
        .map((problemId) => ({ problemId, intensity: 1 })),
    }),
  );
  return composePlan(
    { taxonomy: defaultTaxonomy(), territories, seats: [], history: [], rules: [] },
    { workshop: { minSize: 3, maxSize: 4 } },
  );
}

function membersOf(plan: Plan, workshopId: string): string[] {
  return plan.workshops.find(({ id }) => id === workshopId)?.territoryIds ?? [];
}

function homeOf(plan: Plan, territoryId: string): string | undefined {
  return plan.workshops.find(({ territoryIds }) => territoryIds.includes(territoryId))?.id;
}
