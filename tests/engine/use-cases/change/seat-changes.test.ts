import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChangeEffect } from '../../../../engine/model/change-effect.js';
import { type Plan, planSchema } from '../../../../engine/model/plan.js';
import { composePlan } from '../../../../engine/pipeline.js';
import { applyChange } from '../../../../engine/use-cases/change/change-plan.js';
import { describeChangeRefusal } from '../../../../engine/use-cases/change/describe-change-refusal.js';
import { effectOfChange, planBoard } from '../../../../engine/use-cases/change/plan-board.js';
import { madeSeatChanges, madeSeatPlans } from '../../made-seat-plans.js';
import { thrownBy } from '../../thrown-error.js';

const planAndChanges = madeSeatPlans.chain((plan) => fc.tuple(fc.constant(plan), madeSeatChanges(plan)));

describe('changes by hand of seats', () => {
  it('foretell what the changed plan is worth, in all, by workshop, by rule and by balance', () => {
    let made = 0;
    fc.assert(
      fc.property(planAndChanges, ([plan, changes]) => {
        const effect = effectOfChange(plan, changes);
        const meeting = effect.rules.find(({ ruleId }) => ruleId === 'same-territory');
        expect(effect.remarks.some(({ code }) => code === 'seats-meet')).toBe(meeting !== undefined);
        if (meeting) {
          expect(effect.sound).toBe(false);
          const refused = thrownBy(() => applyChange(plan, changes, { whenBroken: 'relax' }));
          expect(refused.code).toBe('change-breaks-rules');
          expect(describeChangeRefusal(refused, 'fr')).toContain('restent toujours séparés');
          return;
        }
        made++;
        const changed = applyChange(plan, changes, { whenBroken: 'relax' });
        expect(planSchema.parse(JSON.parse(JSON.stringify(changed)))).toEqual(
          JSON.parse(JSON.stringify(changed)),
        );
        expect(effect.value.before).toBeCloseTo(plan.bound.value, 9);
        expect(effect.value.after).toBeCloseTo(changed.bound.value, 9);
        for (const name of ['coherence', 'spreadKm', 'decoupling'] as const) {
          expect(effect[name].before).toBeCloseTo(plan.measures[name], 9);
          expect(effect[name].after).toBeCloseTo(changed.measures[name], 9);
        }
        for (const { workshopId, size, coherence } of effect.workshops) {
          const after = changed.workshops.find(({ id }) => id === workshopId)!;
          expect(after.measures.size).toBe(size.after);
          expect(after.measures.coherence).toBeCloseTo(coherence.after, 9);
        }
        for (const { id: ruleId } of plan.assembly.rules) {
          const before = penaltyOf(plan, ruleId);
          const foretold = effect.rules.find((rule) => rule.ruleId === ruleId);
          expect(foretold?.before ?? before).toBeCloseTo(before, 9);
          // who is moved by hand is freed of the pin of the rule
          if (ruleId !== 'r3') expect(foretold?.after ?? before).toBeCloseTo(penaltyOf(changed, ruleId), 9);
        }
        for (const [ruleId, off] of balanceOf(changed)) {
          const foretold = effect.rules.find((rule) => rule.ruleId === ruleId);
          expect(foretold?.after ?? balanceOf(plan).get(ruleId)).toBeCloseTo(off, 9);
        }
        const cost = (of: Plan): number =>
          [...balanceOf(of).values()].reduce((sum, off) => sum + off, 0) +
          plan.assembly.rules.reduce(
            (sum, { id, level, weight = 1 }) => sum + (level === 'soft' ? weight * penaltyOf(of, id) : 0),
            0,
          );
        expect(effect.total.after - effect.total.before).toBeCloseTo(
          effect.value.after - effect.value.before - (cost(changed) - cost(plan)),
          9,
        );
      }),
      { numRuns: 20 },
    );
    expect(made).toBeGreaterThan(6);
  });

  it('put every seat where they say, and hold it there on each recomputation', () => {
    let kept = 0;
    fc.assert(
      fc.property(planAndChanges, ([plan, changes]) => {
        const effect = effectOfChange(plan, changes);
        if (!effect.sound) return;
        kept++;
        const changed = applyChange(plan, changes);
        const moved = new Map(effect.moves.map(({ seatId, toWorkshopId }) => [seatId, toWorkshopId]));
        for (const seatId of seatsOf(plan)) {
          expect(homeOf(changed, seatId)).toBe(moved.get(seatId) ?? homeOf(plan, seatId));
        }
        expect(changed.revisions?.[0]?.moves.map(({ seatId }) => seatId)).toEqual([...moved.keys()]);
        const again = composePlan(
          { ...changed.assembly, seats: changed.assembly.seats ?? [] },
          changed.options as never,
        );
        const pins = changed.assembly.rules.filter(({ id }) => id.startsWith('hand:'));
        expect(pins.length).toBeGreaterThan(0);
        for (const pin of pins) {
          if (pin.kind !== 'pinned') throw new TypeError(`a pin by hand is of kind ${pin.kind}`);
          expect(again.workshops[pin.workshop - 1]?.seatIds).toEqual(
            expect.arrayContaining(pin.seatIds ?? ['a pin without a seat']),
          );
        }
      }),
      { numRuns: 25 },
    );
    expect(kept).toBeGreaterThan(3);
  });

  it('are told of the seat that was moved, and of no other seat of its territory', () => {
    const [plan, seatIds] = soundSwap();
    const changed = applyChange(plan, { kind: 'swap-seats', seatIds, askedBy: 'Bureau' });
    const told = (code: string) =>
      changed.placements.flatMap(({ seatId, reasons }) =>
        reasons.some((reason) => reason.code === code && reason.facts.askedBy === 'Bureau') ? [seatId] : [],
      );
    expect(told('moved-by-hand').sort()).toEqual([...seatIds].sort());
    expect(told('held-by-rule').sort()).toEqual([...seatIds].sort());
  });

  it('say which workshop would be too small, in seats, and whose only woman or college it would keep', () => {
    const plan = eightSeats();
    const board = planBoard(plan);
    const [one, two] = plan.workshops;
    const women = one!.seatIds!.filter((id) => civilityOf(plan, id) === 'F');
    const { remarks } = board.effectOf({ kind: 'move-seat', seatId: women[0]!, workshopId: two!.id });
    const sentences = remarks.map(({ text }) => text.fr).join('\n');
    expect(sentences).toContain('n’aurait que 3\u00a0sièges : il en faut au moins 4.');
    expect(sentences).toContain('aurait 5\u00a0sièges : il en accueille au plus 4.');
    expect(remarks.filter(({ code }) => code === 'alone-of-civility').map(({ facts }) => facts)).toEqual([
      { territoryId: women[1]![0], workshopId: one!.id, civility: 'F' },
    ]);
    expect(remarks.map(({ text }) => text.en).join('\n')).toContain('would have only 3 seats');
  });

  it.each([
    ['unknown-seat', { kind: 'move-seat', seatId: 'zz', workshopId: 'A01' }],
    ['unknown-workshop', { kind: 'move-seat', seatId: 'a-1', workshopId: 'Z' }],
    ['change-not-of-entry', { kind: 'move', territoryId: 'a', workshopId: 'A01' }],
    ['change-not-of-entry', { kind: 'leave', territoryId: 'a', workshopId: 'A01' }],
  ] as const)('are refused for what they do not know: %s', (code, change) => {
    const refused = thrownBy(() => effectOfChange(eightSeats(), change));
    expect(refused.code).toBe(code);
    expect(describeChangeRefusal(refused, 'fr')).toMatch(/\.\n.+\.$/u);
  });

  it('give the whole effect with the refusal of a change that breaks a size', () => {
    const plan = eightSeats();
    const [one, two] = plan.workshops;
    const move = { kind: 'move-seat', seatId: one!.seatIds![0]!, workshopId: two!.id } as const;
    const refused = thrownBy(() => applyChange(plan, move));
    expect(refused.code).toBe('change-breaks-rules');
    expect((refused.value as ChangeEffect).outOfBounds).toHaveLength(2);
  });
});

/** Two seats, a woman's and a man's, of a, b, c and d, in workshops of four: each territory in both. */
function eightSeats(): Plan {
  const [sample] = fc.sample(madeSeatPlans, { numRuns: 1, seed: 3 });
  const territories = sample!.assembly.territories
    .slice(0, 4)
    .map((territory, k) => ({ ...territory, id: 'abcd'[k]!, name: `Territoire ${'abcd'[k]}` }));
  const seats = territories.flatMap(({ id }) =>
    (['F', 'M'] as const).map((civility, k) => ({
      id: `${id}-${k + 1}`,
      territoryId: id,
      college: 'Élus',
      holder: { civility },
    })),
  );
  return composePlan(
    { ...sample!.assembly, territories, seats, rules: [], history: [] },
    { workshop: { entry: 'seats', minSize: 4, maxSize: 4 }, explain: { robustness: 0 } },
  );
}

/** A plan without rules, and two of its seats that may change places. */
function soundSwap(): [Plan, [string, string]] {
  for (const plan of fc.sample(madeSeatPlans, { numRuns: 20, seed: 11 })) {
    if (plan.assembly.rules.length > 0) continue;
    const board = planBoard(plan);
    for (const a of seatsOf(plan)) {
      for (const b of seatsOf(plan)) {
        const { sound, moves } = board.effectOf({ kind: 'swap-seats', seatIds: [a, b] });
        if (sound && moves.length === 2) return [plan, [a, b]];
      }
    }
  }
  throw new Error('no two seats may change places');
}

function seatsOf({ workshops }: Plan): string[] {
  return workshops.flatMap(({ seatIds = [] }) => seatIds);
}

function homeOf({ workshops }: Plan, seatId: string): string | undefined {
  return workshops.find(({ seatIds }) => seatIds?.includes(seatId))?.id;
}

function civilityOf({ assembly }: Plan, seatId: string): string | undefined {
  return assembly.seats?.find(({ id }) => id === seatId)?.holder?.civility;
}

function penaltyOf({ ruleOutcomes }: Plan, ruleId: string): number {
  return ruleOutcomes.find((outcome) => outcome.ruleId === ruleId)?.penalty ?? 0;
}

/** Oracle: seats beyond half a seat from the share of the whole, to the nearest 64th, by what is balanced. */
function balanceOf(plan: Plan): Map<string, number> {
  const seats = new Map(plan.assembly.seats?.map((seat) => [seat.id, seat]));
  const all = seatsOf(plan);
  const off = (has: (id: string) => boolean): number => {
    const share = all.filter(has).length / all.length;
    return plan.workshops.reduce((sum, { seatIds = [] }) => {
      const gap = Math.abs(seatIds.filter(has).length - share * seatIds.length) - 0.5;
      return sum + Math.max(0, Math.round(64 * gap) / 64);
    }, 0);
  };
  return new Map([
    ['parity:F', off((id) => seats.get(id)?.holder?.civility === 'F')],
    ['college:Citoyens', off((id) => seats.get(id)?.college === 'Citoyens')],
  ]);
}
