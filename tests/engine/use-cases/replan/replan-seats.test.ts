import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../../engine/model/plan.js';
import type { Seat } from '../../../../engine/model/seat.js';
import { composePlan } from '../../../../engine/pipeline.js';
import { applyChange } from '../../../../engine/use-cases/change/change-plan.js';
import { replan } from '../../../../engine/use-cases/replan/replan-plan.js';
import { madeSeatPlans } from '../../made-seat-plans.js';
import { madeTerritory } from '../../made-territory.js';
import { thrownBy } from '../../thrown-error.js';
import { seatedAssembly } from '../../workshop/seated-assembly.js';
import { drawnLimits, replannedOrRefused } from './replanned-plan.js';

const newcomer = madeTerritory({ id: 'u', name: 'Pays neuf', needs: [{ problemId: 'p01', intensity: 1 }] });
const newSeats: Seat[] = ['F', 'M'].map((civility, k) => ({
  id: `u-${k + 1}`,
  territoryId: 'u',
  college: 'Élus',
  holder: { civility: civility as 'F' | 'M' },
}));

/** A plan, whose holders leave, which territory leaves, and whether one joins with two seats. */
const plansInMotion = madeSeatPlans.chain((plan) =>
  fc.record({
    plan: fc.constant(plan),
    vacated: fc.subarray(seatsOf(plan), { maxLength: 2 }),
    left: fc.subarray(['t008', 't009'], { maxLength: 1 }),
    joins: fc.boolean(),
    ...drawnLimits(plan),
  }),
);

describe('replan, by seat', () => {
  it('keeps sizes, rules, frozen workshops and its budget, and never two seats of a territory together', () => {
    let replanned = 0;
    fc.assert(
      fc.property(plansInMotion, ({ plan, vacated, left, joins, budget, frozen }) => {
        const changes = {
          left,
          joined: joins ? [newcomer] : [],
          seats: { left: vacated, joined: joins ? newSeats : [] },
        };
        const { answer, enough } = replannedOrRefused(plan, { changes, budget, frozen });
        if (enough) expect(enough.revision.moves.length).toBe(enough.budget);
        if (!answer) return;
        replanned++;
        const { plan: next, revision, curve } = answer;
        const stay = seatsOf(plan).filter(
          (id) => !vacated.includes(id) && !left.some((territoryId) => id.startsWith(`${territoryId}-`)),
        );
        const arrivals = joins ? newSeats.map(({ id }) => id) : [];
        expect(seatsOf(next).sort()).toEqual([...stay, ...arrivals].sort());
        for (const { territoryIds } of next.workshops) {
          expect(new Set(territoryIds).size).toBe(territoryIds.length);
        }

        const moved = stay.filter((id) => homeOf(plan, id) !== homeOf(next, id));
        expect(moved.length).toBeLessThanOrEqual(budget);
        expect(revision.moves.map(({ seatId }) => seatId).sort()).toEqual(moved.sort());
        for (const { seatId, toWorkshopId, reasons } of revision.moves) {
          expect(toWorkshopId).toBe(homeOf(next, seatId!));
          expect(reasons.length).toBeGreaterThan(0);
        }
        expect(revision.joined.map(({ seatId }) => seatId).sort()).toEqual(arrivals);
        const gone = seatsOf(plan).filter((id) => !stay.includes(id));
        expect(revision.left.map(({ seatId }) => seatId).sort()).toEqual(gone.sort());
        for (const id of frozen) {
          const published = plan.workshops.find((workshop) => workshop.id === id)?.seatIds ?? [];
          const now = next.workshops.find((workshop) => workshop.id === id)?.seatIds ?? [];
          expect([...now].sort()).toEqual(published.filter((seatId) => stay.includes(seatId)).sort());
        }
        for (const { id, seatIds = [] } of next.workshops) {
          if (frozen.includes(id)) continue;
          expect(seatIds.length).toBeGreaterThanOrEqual(4);
          expect(seatIds.length).toBeLessThanOrEqual(6);
        }
        for (const { level, penalty } of next.ruleOutcomes) if (level === 'hard') expect(penalty).toBe(0);
        expect(curve.at(-1)?.value).toBeCloseTo(next.bound.value, 9);
        for (const [k, point] of curve.entries()) {
          expect(point.gain).toBeGreaterThanOrEqual(curve[k - 1]?.gain ?? 0);
        }
      }),
      { numRuns: 12 },
    );
    expect(replanned).toBeGreaterThan(3);
  });

  it('lets the deputy sit where the holder leaves, and tells an empty seat', () => {
    const assembly = seatedAssembly({ territoryCount: 8, seatCount: 16 });
    const [first, ...others] = assembly.seats;
    const plan = composePlan(
      { ...assembly, seats: [{ ...first!, deputy: { civility: 'M' } }, ...others] },
      small,
    );
    const left = [first!.id, others[0]!.id];
    const { plan: next, revision } = replan(plan, { changes: { seats: { left } }, budget: 4 });
    expect(revision.left.map(({ seatId }) => seatId)).toEqual([others[0]!.id]);
    expect(seatsOf(next)).toContain(first!.id);
    expect(next.unplaced).toMatchObject([{ seatId: others[0]!.id, reason: { code: 'seat-empty' } }]);
  });

  it('keeps the seats that hands pinned, unless nobody holds them any more', () => {
    const plan = composePlan(seatedAssembly({ territoryCount: 8, seatCount: 16 }), small);
    const [one, two] = plan.workshops;
    const a = one!.seatIds!.find((id) => !two!.territoryIds.includes(id.slice(0, 4)));
    const b = two!.seatIds!.find((id) => !one!.territoryIds.includes(id.slice(0, 4)));
    const pinned = applyChange(plan, { kind: 'swap-seats', seatIds: [a!, b!] }, { whenBroken: 'relax' });
    const { plan: next } = replan(pinned, { budget: 6 });
    expect(homeOf(next, a!)).toBe(two!.id);
    const { plan: without, remarks } = replan(pinned, { changes: { seats: { left: [a!] } }, budget: 6 });
    expect(without.assembly.rules.map(({ id }) => id)).toEqual([`hand:${b}`]);
    expect(remarks.map(({ code }) => code)).toContain('rules-dropped');
  });

  it.each([
    ['unknown-seat', { left: ['zz'] }],
    ['seat-already-there', { joined: [{ id: 't000-1', territoryId: 't000' }] }],
    ['unknown-territory', { joined: [{ id: 'zz', territoryId: 'zz' }] }],
  ])('refuses bad use: %s', (code, seats) => {
    const plan = composePlan(seatedAssembly({ territoryCount: 8, seatCount: 16 }), small);
    expect(thrownBy(() => replan(plan, { changes: { seats } })).code).toBe(code);
  });
});

const small = {
  workshop: { entry: 'seats' as const, minSize: 4, maxSize: 6, effort: 0 },
  explain: { robustness: 0 },
};

function seatsOf({ workshops }: Plan): string[] {
  return workshops.flatMap(({ seatIds = [] }) => seatIds);
}

function homeOf({ workshops }: Plan, seatId: string): string | undefined {
  return workshops.find(({ seatIds }) => seatIds?.includes(seatId))?.id;
}
