import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Assembly } from '../../../../engine/model/assembly.js';
import type { HandChange } from '../../../../engine/model/hand-change.js';
import { type Plan, planSchema } from '../../../../engine/model/plan.js';
import type { Rule } from '../../../../engine/model/rule.js';
import { composePlan } from '../../../../engine/pipeline.js';
import { applyChange } from '../../../../engine/use-cases/change/change-plan.js';
import { describeChangeRefusal } from '../../../../engine/use-cases/change/describe-change-refusal.js';
import { effectOfChange } from '../../../../engine/use-cases/change/plan-board.js';
import { thrownBy } from '../../thrown-error.js';
import { seatedAssembly } from '../../workshop/seated-assembly.js';

const rules: Rule[] = [
  { id: 'r1', kind: 'together', territoryIds: ['t000', 't001'], level: 'soft', weight: 0.4 },
  { id: 'r2', kind: 'apart', territoryIds: ['t002', 't003', 't004'], level: 'hard' },
  { id: 'r3', kind: 'at-most', attribute: 'department', count: 3, level: 'soft', weight: 0.2 },
  { id: 'r4', kind: 'past-meetings', level: 'soft', weight: 0.1 },
];

const assemblies: fc.Arbitrary<Assembly> = fc
  .record({ seed: fc.integer({ min: 1, max: 500 }), asked: fc.subarray(rules) })
  .map(({ seed, asked }) => ({
    ...seatedAssembly({ territoryCount: 20, seatCount: 20, seed }),
    seats: [],
    history: [{ kind: 'workshop', territoryIds: ['t005', 't006', 't007'], date: '2025-06-01' }],
    rules: asked,
  }));

const common = { community: { resolution: 1 }, explain: { robustness: 0 } };
const thematicPlans = assemblies.map((assembly) =>
  composePlan(assembly, {
    ...common,
    workshop: { entry: 'thematic', minSize: 3, maxSize: 6, effort: 0 },
  }),
);
const referralPlans = assemblies.map((assembly) =>
  composePlan(assembly, {
    ...common,
    workshop: { entry: 'referral', problems: ['p01', 'p03'], minSize: 4, maxSize: 7, effort: 0 },
  }),
);

/** One to three places taken or left, each possible when it is made. */
function madeMemberships(plan: Plan): fc.Arbitrary<HandChange[]> {
  const draws = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat()), { minLength: 1, maxLength: 3 });
  return draws.map((drawn) => {
    const members = plan.workshops.map(({ territoryIds }) => new Set(territoryIds));
    return drawn.map(([kind, g, a, b]): HandChange => {
      const at = g % members.length;
      const inside = [...members[at]!];
      const outside = plan.assembly.territories.map(({ id }) => id).filter((id) => !members[at]!.has(id));
      const workshopId = plan.workshops[at]!.id;
      const leaver = inside[a % inside.length]!;
      const joiner = outside[b % outside.length]!;
      if (kind % 3 !== 0) members[at]!.delete(leaver);
      if (kind % 3 !== 1) members[at]!.add(joiner);
      if (kind % 3 === 0) return { kind: 'join', territoryId: joiner, workshopId };
      if (kind % 3 === 1) return { kind: 'leave', territoryId: leaver, workshopId };
      return { kind: 'replace', territoryId: leaver, byTerritoryId: joiner, workshopId };
    });
  });
}

describe.each([
  ['thematic', thematicPlans],
  ['referral', referralPlans],
] as const)('changes by hand in the entry %s', (entry, plans) => {
  it('foretell what the changed plan is worth, in all, by workshop and by rule', () => {
    fc.assert(
      fc.property(
        plans.chain((plan) => fc.tuple(fc.constant(plan), madeMemberships(plan))),
        ([plan, changes]) => {
          const effect = effectOfChange(plan, changes);
          const changed = applyChange(plan, changes, { whenBroken: 'relax' });
          expect(planSchema.parse(JSON.parse(JSON.stringify(changed)))).toEqual(
            JSON.parse(JSON.stringify(changed)),
          );
          expect(changed.workshops.map(({ id, problemId }) => [id, problemId])).toEqual(
            plan.workshops.map(({ id, problemId }) => [id, problemId]),
          );
          expect(effect.value.before).toBeCloseTo(plan.bound.value, 9);
          // a rule that had to hold costs nothing; broken on purpose it is a wish, and the objective counts wishes
          const relaxed = changed.revisions?.[0]?.relaxedRuleIds ?? [];
          const wishes = effect.rules.filter(({ ruleId }) => relaxed.includes(ruleId));
          const cost = wishes.reduce((sum, { after }) => sum + after, 0);
          expect(effect.value.after - cost).toBeCloseTo(changed.bound.value, 9);
          for (const name of ['coherence', 'spreadKm', 'decoupling'] as const) {
            expect(effect[name].before).toBeCloseTo(plan.measures[name], 9);
            expect(effect[name].after).toBeCloseTo(changed.measures[name], 9);
          }
          for (const { workshopId, size, coherence } of effect.workshops) {
            const after = changed.workshops.find(({ id }) => id === workshopId)!;
            expect(after.territoryIds.length).toBe(size.after);
            expect(after.measures.coherence).toBeCloseTo(coherence.after, 9);
          }
          for (const { id } of plan.assembly.rules) {
            const foretold = effect.rules.find(({ ruleId }) => ruleId === id);
            const penaltyOf = (of: Plan) => of.ruleOutcomes.find(({ ruleId }) => ruleId === id)?.penalty ?? 0;
            expect(foretold?.before ?? penaltyOf(plan)).toBeCloseTo(penaltyOf(plan), 9);
            expect(foretold?.after ?? penaltyOf(plan)).toBeCloseTo(penaltyOf(changed), 9);
          }
          const net = expectedMembers(plan, changes);
          expect(changed.workshops.map(({ territoryIds }) => [...territoryIds].sort())).toEqual(net);
          expect(effect.remarks.some(({ code }) => code === 'not-kept-afresh')).toBe(
            entry === 'thematic' && effect.moves.length > 0,
          );
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe('changes by hand of thematic workshops', () => {
  it('are worth what a count by hand gives: places, seats somewhere, mean likeness of each', () => {
    const plan = sampleOf(thematicPlans);
    const [one] = plan.workshops;
    const outside = plan.assembly.territories.find(
      ({ id, needs }) =>
        !plan.workshops.some(({ territoryIds }) => territoryIds.includes(id)) ||
        (!one!.territoryIds.includes(id) && needs.some(({ problemId }) => problemId === one!.problemId)),
    )!;
    const effect = effectOfChange(plan, { kind: 'join', territoryId: outside.id, workshopId: one!.id });
    const [{ value } = { value: { before: 0, after: 0 } }] = effect.workshops;
    const n = one!.territoryIds.length;
    // Σ w over the pairs of a workshop is told beside its members: 2 Σ w / (s − 1) is what the entry counts
    const likeness = (2 * value.after) / n - (2 * value.before) / (n - 1);
    const declaring = plan.assembly.territories.filter(({ needs }) =>
      needs.some(({ problemId }) => problemId === one!.problemId),
    ).length;
    const total = plan.assembly.territories.length;
    const rarityOf = (count: number) => Math.log((1 + total) / (1 + count)) + 1;
    const counts = plan.assembly.taxonomy.themes.flatMap(({ problems }) =>
      problems.map(
        ({ id }) =>
          plan.assembly.territories.filter(({ needs }) => needs.some(({ problemId }) => problemId === id))
            .length,
      ),
    );
    const need = outside.needs.find(({ problemId }) => problemId === one!.problemId)?.intensity ?? 0;
    const place = (need * rarityOf(declaring)) / Math.max(...counts.map(rarityOf));
    const sitsElsewhere = plan.workshops.some(({ territoryIds }) => territoryIds.includes(outside.id));
    expect(effect.value.after - effect.value.before).toBeCloseTo(
      likeness + place + (sitsElsewhere ? 0 : 1),
      9,
    );
  });

  it('are not sound beyond so many workshops for a territory, or twice on one problem', () => {
    const [, busy] = busiest(sampleOf(thematicPlans));
    const plan = sampleOf(thematicPlans);
    const elsewhere = plan.workshops.find(({ territoryIds }) => !territoryIds.includes(busy))!;
    const join = { kind: 'join', territoryId: busy, workshopId: elsewhere.id } as const;
    const effect = effectOfChange(plan, join);
    expect(effect.sound).toBe(false);
    expect(effect.rules).toContainEqual({ ruleId: 'per-territory', level: 'hard', before: 0, after: 1 });
    const refused = thrownBy(() => applyChange(plan, join));
    expect(refused.code).toBe('change-breaks-rules');
    expect(describeChangeRefusal(refused, 'fr')).toContain('siégerait dans 3 ateliers : 2 au plus');
    const [left] = plan.workshops.filter(({ territoryIds }) => territoryIds.includes(busy));
    expect(
      effectOfChange(plan, [{ kind: 'leave', territoryId: busy, workshopId: left!.id }, join]).rules.map(
        ({ ruleId }) => ruleId,
      ),
    ).not.toContain('per-territory');
    const twins = { ...plan, workshops: plan.workshops.map((each) => ({ ...each, problemId: 'p00' })) };
    expect(effectOfChange(twins, join).rules.map(({ ruleId }) => ruleId)).toContain('twice-on-problem');
  });
});

describe('changes by hand of the workshop of a referral', () => {
  it('hold who came, and keep out who left, on each recomputation', () => {
    fc.assert(
      fc.property(
        referralPlans.filter(({ assembly }) => assembly.rules.length === 0),
        fc.nat(),
        fc.nat(),
        (plan, a, b) => {
          const [only] = plan.workshops;
          const outside = plan.assembly.territories
            .map(({ id }) => id)
            .filter((id) => !only!.territoryIds.includes(id));
          const territoryId = only!.territoryIds[a % only!.territoryIds.length]!;
          const byTerritoryId = outside[b % outside.length]!;
          const replace = { kind: 'replace', territoryId, byTerritoryId, workshopId: only!.id } as const;
          const changed = applyChange(plan, { ...replace, askedBy: 'Bureau', reason: 'Porte le dossier.' });
          const again = composePlan({ ...changed.assembly, seats: [] }, changed.options as never);
          expect(again.workshops[0]!.territoryIds).toContain(byTerritoryId);
          expect(again.workshops[0]!.territoryIds).not.toContain(territoryId);
          expect(again.unplaced.find((left) => left.territoryId === territoryId)?.reason.code).toBe(
            'kept-out-by-rule',
          );
          const back = applyChange(changed, {
            kind: 'replace',
            territoryId: byTerritoryId,
            byTerritoryId: territoryId,
            workshopId: only!.id,
          });
          expect(back.workshops[0]!.territoryIds).toEqual(only!.territoryIds);
          expect(back.assembly.rules.map(({ id }) => id).sort()).toEqual(
            [`hand:${territoryId}`, `hand:${byTerritoryId}`].sort(),
          );
        },
      ),
      { numRuns: 8 },
    );
  });

  it('say how many with experience would lack', () => {
    const plan = sampleOf(referralPlans);
    const [only] = plan.workshops;
    const knows = (id: string) =>
      plan.assembly.territories
        .find((territory) => territory.id === id)!
        .experiences.some(({ problemId }) => ['p01', 'p03'].includes(problemId));
    const leaving = only!.territoryIds.filter(knows);
    expect(leaving.length).toBeGreaterThan(0);
    const effect = effectOfChange(
      plan,
      leaving.map((territoryId) => ({ kind: 'leave', territoryId, workshopId: only!.id })),
    );
    const size = only!.territoryIds.length - leaving.length;
    expect(effect.rules.find(({ ruleId }) => ruleId === 'experience')?.after).toBe(Math.ceil(size / 4));
    expect(effect.remarks.map(({ code }) => code)).toContain('experience-by-change');
  });
});

describe('what cannot be asked of a membership', () => {
  it.each([
    [
      'already-in-workshop',
      (plan: Plan) => ({ kind: 'join', territoryId: plan.workshops[0]!.territoryIds[0]! }),
    ],
    ['unknown-territory', () => ({ kind: 'join', territoryId: 'zz' })],
    ['change-not-of-entry', () => ({ kind: 'move', territoryId: 't000' })],
  ] as const)('is refused: %s', (code, changeOf) => {
    const plan = sampleOf(thematicPlans);
    const change = { ...changeOf(plan), workshopId: plan.workshops[0]!.id } as HandChange;
    const refused = thrownBy(() => effectOfChange(plan, change));
    expect(refused.code).toBe(code);
  });
});

function sampleOf(plans: fc.Arbitrary<Plan>): Plan {
  return fc.sample(plans, { numRuns: 1, seed: 5 })[0]!;
}

function busiest({ workshops }: Plan): [number, string] {
  const counts = new Map<string, number>();
  for (const id of workshops.flatMap(({ territoryIds }) => territoryIds)) {
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts].map(([id, count]): [number, string] => [count, id]).sort((a, b) => b[0] - a[0])[0]!;
}

function expectedMembers(plan: Plan, changes: readonly HandChange[]): string[][] {
  const members = new Map(plan.workshops.map(({ id, territoryIds }) => [id, new Set(territoryIds)]));
  for (const change of changes) {
    if (!('workshopId' in change) || !('territoryId' in change)) continue;
    const there = members.get(change.workshopId)!;
    if (change.kind === 'join') there.add(change.territoryId);
    else there.delete(change.territoryId);
    if (change.kind === 'replace') there.add(change.byTerritoryId);
  }
  return [...members.values()].map((each) => [...each].sort());
}
