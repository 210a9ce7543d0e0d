import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChangeEffect } from '../../../../engine/model/change-effect.js';
import { planSchema } from '../../../../engine/model/plan.js';
import { planDigest } from '../../../../engine/model/plan-digest.js';
import { composePlan } from '../../../../engine/pipeline.js';
import { applyChange } from '../../../../engine/use-cases/change/change-plan.js';
import { effectOfChange } from '../../../../engine/use-cases/change/plan-board.js';
import { madeChanges, madePlans } from '../../made-plans.js';
import { thrownBy } from '../../thrown-error.js';

describe('applyChange', () => {
  it('gives a plan of the schema that reads back as it is, with everyone where the changes put them', () => {
    fc.assert(
      fc.property(
        madePlans.chain((plan) => fc.tuple(fc.constant(plan), madeChanges(plan))),
        ([plan, changes]) => {
          const before = JSON.stringify(plan);
          const changed = applyChange(plan, changes, { whenBroken: 'relax' });
          expect(JSON.stringify(plan)).toBe(before);
          expect(planSchema.parse(JSON.parse(JSON.stringify(changed)))).toEqual(
            JSON.parse(JSON.stringify(changed)),
          );
          const { moves } = effectOfChange(plan, changes);
          const home = (territoryId: string) =>
            moves.find((move) => move.territoryId === territoryId)?.toWorkshopId ??
            workshopOf(plan, territoryId);
          for (const { id } of plan.assembly.territories) expect(workshopOf(changed, id)).toBe(home(id));
          expect(changed.revisions).toHaveLength(1);
          expect(changed.revisions?.[0]).toMatchObject({ kind: 'hand', from: planDigest(plan) });
          expect(changed.revisions?.[0]?.moves.map(({ territoryId }) => territoryId)).toEqual(
            moves.map(({ territoryId }) => territoryId),
          );
        },
      ),
      { numRuns: 15 },
    );
  });

  it('keeps every pin on each recomputation that the sizes allow', () => {
    fc.assert(
      fc.property(
        madePlans.chain((plan) => fc.tuple(fc.constant(plan), madeChanges(plan))),
        ([plan, changes]) => {
          if (!effectOfChange(plan, changes).sound) return;
          const changed = applyChange(plan, changes);
          const again = composePlan({ ...changed.assembly, seats: [] }, changed.options as never);
          const pins = changed.assembly.rules.filter(({ id }) => id.startsWith('hand:'));
          expect(pins.length).toBeGreaterThan(0);
          for (const pin of pins) {
            if (pin.kind !== 'pinned') throw new TypeError(`a pin by hand is of kind ${pin.kind}`);
            for (const id of pin.territoryIds) {
              expect(again.workshops[pin.workshop - 1]?.territoryIds).toContain(id);
            }
          }
        },
      ),
      { numRuns: 12 },
    );
  });

  it('writes who asked and why into the pin, the reasons and the revision', () => {
    const plan = aPlan();
    const [a, b] = [plan.workshops[0]!.territoryIds[0]!, plan.workshops[1]!.territoryIds[0]!];
    const changed = applyChange(
      plan,
      { kind: 'swap', territoryIds: [a, b], askedBy: 'M. Martin', reason: 'Déjà engagés ensemble.' },
      { whenBroken: 'relax' },
    );
    expect(changed.assembly.rules.find(({ id }) => id === `hand:${a}`)).toEqual({
      id: `hand:${a}`,
      kind: 'pinned',
      territoryIds: [a],
      workshop: 2,
      level: 'hard',
      reason: 'Déjà engagés ensemble.',
      askedBy: 'M. Martin',
    });
    const [first] = changed.placements.find(({ territoryId }) => territoryId === a)?.reasons ?? [];
    expect(first?.text.fr).toBe(
      'Déplacé à la main, à la demande de : M. Martin. Motif : Déjà engagés ensemble.',
    );
    expect(changed.revisions?.[0]?.moves[0]?.reasons[0]).toEqual(first);
  });

  it('refuses what would break a size, with the whole effect, unless asked to', () => {
    const plan = aPlan();
    const [from, to] = plan.workshops;
    const move = { kind: 'move', territoryId: from!.territoryIds[0]!, workshopId: to!.id } as const;
    const refused = thrownBy(() => applyChange(plan, move));
    expect(refused.code).toBe('change-breaks-rules');
    expect((refused.value as ChangeEffect).outOfBounds).not.toEqual([]);
    expect(applyChange(plan, move, { whenBroken: 'relax' }).workshops[1]?.territoryIds).toContain(
      move.territoryId,
    );
  });

  it('moves someone again who was pinned by hand, and unpins on demand', () => {
    const plan = aPlan();
    const [one, two] = plan.workshops;
    const [a, b, c] = [one!.territoryIds[0]!, two!.territoryIds[0]!, two!.territoryIds[1]!];
    const once = applyChange(plan, { kind: 'swap', territoryIds: [a, b] });
    const twice = applyChange(once, { kind: 'swap', territoryIds: [a, b] });
    expect(twice.workshops.map(({ territoryIds }) => territoryIds)).toEqual(
      plan.workshops.map(({ territoryIds }) => territoryIds),
    );
    expect(twice.assembly.rules.map(({ id }) => id)).toEqual([`hand:${a}`, `hand:${b}`]);
    expect(twice.revisions).toHaveLength(2);
    const freed = applyChange(twice, [
      { kind: 'unpin', territoryId: a },
      { kind: 'pin', territoryId: c },
    ]);
    expect(freed.assembly.rules.map(({ id }) => id)).toEqual([`hand:${b}`, `hand:${c}`]);
  });

  it('makes a wish of a rule that is broken on purpose', () => {
    const base = aPlan();
    const [a, b] = [base.workshops[0]!.territoryIds[0]!, base.workshops[1]!.territoryIds[0]!];
    const plan = composePlan(
      {
        ...base.assembly,
        seats: [],
        rules: [{ id: 'r', kind: 'apart', territoryIds: [a, b], level: 'hard' }],
      },
      { workshop: { minSize: 3, maxSize: 4 } },
    );
    const place = plan.workshops.find(({ territoryIds }) => territoryIds.includes(b))!;
    const change = { kind: 'move', territoryId: a, workshopId: place.id } as const;
    expect(effectOfChange(plan, change).rules).toEqual([{ ruleId: 'r', level: 'hard', before: 0, after: 1 }]);
    expect(thrownBy(() => applyChange(plan, change)).message).toContain('no longer would');
    const changed = applyChange(plan, change, { whenBroken: 'relax' });
    expect(changed.assembly.rules.find(({ id }) => id === 'r')?.level).toBe('soft');
    expect(changed.revisions?.[0]?.relaxedRuleIds).toEqual(['r']);
  });
});

/** Twelve territories in workshops of exactly three, no rule. */
function aPlan() {
  const [sample] = fc.sample(madePlans, { numRuns: 1, seed: 7 });
  const territories = sample!.assembly.territories.slice(0, 12);
  return composePlan(
    { ...sample!.assembly, territories, seats: [], rules: [], history: [] },
    { workshop: { minSize: 3, maxSize: 3 } },
  );
}

function workshopOf(plan: ReturnType<typeof aPlan>, territoryId: string): string | undefined {
  return plan.workshops.find(({ territoryIds }) => territoryIds.includes(territoryId))?.id;
}
