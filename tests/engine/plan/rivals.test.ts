import { describe, expect, it } from 'vitest';
import { exampleAssembly } from '../../../data/example-assembly.js';
import { planSchema } from '../../../engine/model/plan.js';
import { territoriesNamedBy } from '../../../engine/model/rule.js';
import { composePlan } from '../../../engine/pipeline.js';
import { effectOfChange } from '../../../engine/use-cases/change/plan-board.js';

const plan = composePlan(exampleAssembly(), {
  workshop: { entry: 'referral', problems: ['hab.vacance', 'mob.modes-actifs'], minSize: 6, maxSize: 8 },
});

describe('who was nearest to being chosen for a referral', () => {
  it('is told for each member, at the cost that the replacement by hand would have', () => {
    const workshopId = plan.workshops[0]!.id;
    let told = 0;
    for (const { territoryId, reasons } of plan.placements) {
      for (const { facts } of reasons.filter(({ code }) => code === 'next-best-replacement')) {
        told++;
        const [byTerritoryId = ''] = facts.territoryIds as string[];
        expect(plan.workshops[0]!.territoryIds).not.toContain(byTerritoryId);
        const effect = effectOfChange(plan, { kind: 'replace', territoryId, byTerritoryId, workshopId });
        expect(effect.sound).toBe(true);
        const loss = 100 * (1 - effect.value.after / effect.value.before);
        expect(Math.abs(Number(facts.lossPercent) - loss)).toBeLessThan(0.051);
        expect(loss).toBeGreaterThan(-0.001);
      }
    }
    const held = plan.placements.filter(
      ({ reasons }) => !reasons.some(({ code }) => code === 'next-best-replacement'),
    );
    expect(told + held.length).toBe(plan.workshops[0]!.territoryIds.length);
    // a rule that must hold leaves no other in their place
    for (const { territoryId } of held) {
      expect(
        plan.assembly.rules.some(
          (rule) => rule.level === 'hard' && territoriesNamedBy(rule).includes(territoryId),
        ),
      ).toBe(true);
    }
    expect(held.length).toBeLessThan(2);
    const pinned = composePlan(
      {
        ...exampleAssembly(),
        rules: [
          {
            id: 'hold',
            kind: 'pinned',
            level: 'hard',
            workshop: 1,
            territoryIds: [plan.placements[0]!.territoryId],
          },
        ],
      },
      {
        workshop: {
          entry: 'referral',
          problems: ['hab.vacance', 'mob.modes-actifs'],
          minSize: 6,
          maxSize: 8,
          effort: 0,
        },
      },
    );
    for (const { territoryId, reasons } of pinned.placements) {
      const [said, ...more] = reasons.filter(({ code }) => /^next-best-repl|^no-repl/u.test(code));
      expect(more).toEqual([]);
      expect(said?.code === 'no-replacement').toBe(territoryId === plan.placements[0]!.territoryId);
      if (said?.code === 'no-replacement') expect(said.facts.why).toBe('required');
    }
  });

  it('is told of the whole, the nearest first', () => {
    const notice = plan.notices?.find(({ code }) => code === 'nearest-to-referral');
    const losses = ((notice?.facts.lossPercents ?? []) as string[]).map(Number);
    expect(losses).toHaveLength(3);
    expect([...losses].sort((a, b) => a - b)).toEqual(losses);
    expect(notice?.text.fr).toMatch(/^Les plus près d’être retenus : .+ \(à la place de «\u00a0/u);
    expect(notice?.text.en).toMatch(/^Nearest to being chosen: /u);
  });

  it('comes with how often each member is chosen again when answers vary', () => {
    expect(planSchema.safeParse(plan).success).toBe(true);
    const { resamplings = 0, placements = [] } = plan.robustness ?? {};
    expect(resamplings).toBe(20);
    expect(placements.map(({ territoryId }) => territoryId)).toEqual(plan.workshops[0]!.territoryIds);
    const again = plan.placements.map(({ reasons }) => reasons.find(({ code }) => code === 'chosen-again'));
    expect(again.map((reason) => reason?.facts.times)).toEqual(
      placements.map(({ share }) => Math.round(20 * share)),
    );
    expect(placements.some(({ share }) => share > 0.5)).toBe(true);
    expect(again[0]?.text.fr).toMatch(
      /^Choix .+ : si une réponse sur cinq manquait, il serait retenu \d+ fois sur 20\.$/u,
    );
  });
});
