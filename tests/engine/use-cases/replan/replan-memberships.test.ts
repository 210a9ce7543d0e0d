import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EngineError } from '../../../../engine/engine-error.js';
import type { Assembly } from '../../../../engine/model/assembly.js';
import type { Plan } from '../../../../engine/model/plan.js';
import type { BudgetConflict } from '../../../../engine/model/replanning.js';
import type { Rule } from '../../../../engine/model/rule.js';
import type { PartialOptions } from '../../../../engine/options.js';
import { composePlan } from '../../../../engine/pipeline.js';
import { applyChange } from '../../../../engine/use-cases/change/change-plan.js';
import { replan } from '../../../../engine/use-cases/replan/replan-plan.js';
import { answerOrError, thrownBy } from '../../thrown-error.js';
import { seatedAssembly } from '../../workshop/seated-assembly.js';
import { replannedOrRefused } from './replanned-plan.js';

const rules: Rule[] = [
  { id: 'r1', kind: 'together', territoryIds: ['t000', 't001'], level: 'hard' },
  { id: 'r2', kind: 'apart', territoryIds: ['t002', 't003', 't004'], level: 'hard' },
  { id: 'r3', kind: 'at-most', attribute: 'department', count: 3, level: 'soft', weight: 0.2 },
];

const assemblies: fc.Arbitrary<Assembly> = fc
  .record({ seed: fc.integer({ min: 1, max: 500 }), asked: fc.subarray(rules) })
  .map(({ seed, asked }) => ({
    ...seatedAssembly({ territoryCount: 20, seatCount: 20, seed }),
    seats: [],
    history: [],
    rules: asked,
  }));

const common = { community: { resolution: 1 }, explain: { robustness: 0 } };
const optionsOf: Readonly<Record<'thematic' | 'referral', PartialOptions>> = {
  thematic: { ...common, workshop: { entry: 'thematic', minSize: 3, maxSize: 6, effort: 0.05 } },
  referral: {
    ...common,
    workshop: { entry: 'referral', problems: ['p01', 'p03'], minSize: 4, maxSize: 7, effort: 0.2 },
  },
};

/** Who leaves, joins, and answers otherwise than before: as another of the same assembly does. */
function inMotion(entry: 'thematic' | 'referral') {
  return assemblies.chain((assembly) => {
    const ids = assembly.territories.map(({ id }) => id);
    const needsOf = (id: string) => assembly.territories.find((each) => each.id === id)!;
    return fc
      .record({
        left: fc.subarray(ids, { maxLength: 2 }),
        joined: fc.subarray(ids, { maxLength: 2 }),
        changed: fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)),
        budget: fc.integer({ min: 0, max: 5 }),
        freeze: fc.boolean(),
      })
      .map(({ left, joined, changed: [id, as], budget, freeze }) => {
        const plan = composePlan(assembly, optionsOf[entry]);
        return {
          plan,
          budget,
          frozen: freeze ? plan.workshops.slice(0, 1).map((workshop) => workshop.id) : [],
          changes: {
            left,
            joined: joined.map((like) => ({ ...needsOf(like), id: `n-${like}`, members: [] })),
            changed: left.includes(id) ? [] : [{ ...needsOf(as), id, members: [] }],
          },
        };
      });
  });
}

function placesIn({ workshops }: Plan): Map<string, string> {
  return new Map(
    workshops.flatMap(({ id, territoryIds }) => territoryIds.map((t) => [`${t} in ${id}`, t] as const)),
  );
}

describe.each(['thematic', 'referral'] as const)('replan in the entry %s', (entry) => {
  it('keeps its budget, sizes, hard rules and frozen workshops, and tells every place gained or lost', () => {
    let replanned = 0;
    fc.assert(
      fc.property(inMotion(entry), ({ plan, changes, budget, frozen }) => {
        const { answer } = replannedOrRefused(plan, { changes, budget, frozen });
        if (!answer) return;
        replanned++;
        const { plan: next, revision, curve, fewest, free } = answer;
        const [before, after] = [placesIn(plan), placesIn(next)];
        const newcomers = new Set(changes.joined.map(({ id }) => id));
        const gained = [...after].filter(([place, id]) => !before.has(place) && !newcomers.has(id));
        const lost = [...before].filter(([place, id]) => !after.has(place) && !changes.left.includes(id));
        expect(
          revision.moves
            .map(
              ({ territoryId, fromWorkshopId, toWorkshopId }) =>
                `${territoryId} in ${fromWorkshopId ?? toWorkshopId}`,
            )
            .sort(),
        ).toEqual([...gained, ...lost].map(([place]) => place).sort());
        for (const { reasons } of revision.moves) expect(reasons.length).toBeGreaterThan(0);
        const moved = revision.moves.filter(({ forced }) => !forced).length;
        expect(moved).toBeLessThanOrEqual(budget);
        for (const id of frozen) {
          const stays = plan.workshops.find((each) => each.id === id)!.territoryIds;
          expect(next.workshops.find((each) => each.id === id)?.territoryIds ?? []).toEqual(
            stays.filter((each) => !changes.left.includes(each)),
          );
        }
        const {
          minSize = 0,
          maxSize = 0,
          perTerritory = 2,
        } = next.options.workshop as Record<string, number>;
        for (const { id, territoryIds } of next.workshops) {
          if (frozen.includes(id)) continue;
          expect(territoryIds.length).toBeGreaterThanOrEqual(minSize);
          expect(territoryIds.length).toBeLessThanOrEqual(maxSize);
        }
        const counts = new Map<string, number>();
        for (const id of after.values()) counts.set(id, (counts.get(id) ?? 0) + 1);
        for (const count of counts.values()) expect(count).toBeLessThanOrEqual(perTerritory);
        for (const { level, penalty } of next.ruleOutcomes) if (level === 'hard') expect(penalty).toBe(0);
        expect(curve[0]?.moves).toBe(fewest);
        expect(curve.at(-1)).toMatchObject({ moves: budget, made: moved });
        for (const [k, point] of curve.entries()) {
          expect(point.made).toBeLessThanOrEqual(point.moves);
          expect(point.gain).toBeGreaterThanOrEqual(curve[k - 1]?.gain ?? 0);
        }
        expect(curve.at(-1)?.value).toBeCloseTo(next.bound.value, 8);
        expect(curve.at(-1)?.coherence).toBeCloseTo(next.measures.coherence, 9);
        expect(free?.gain).toBeCloseTo(1, 9);
      }),
      { numRuns: 9 },
    );
    expect(replanned).toBeGreaterThan(4);
  });

  it('makes only the moves that the change forces when none is allowed, and is no worse than afresh when all are', () => {
    fc.assert(
      fc.property(inMotion(entry), ({ plan, changes }) => {
        const unlimited = answerOrError(() => replan(plan, { changes, budget: 100 }));
        if (unlimited instanceof EngineError) return;
        const afresh = composePlan({ ...unlimited.plan.assembly, seats: [] }, optionsOf[entry]);
        // on referral those with experience come before the value
        if (entry === 'thematic') {
          expect(unlimited.plan.bound.value).toBeGreaterThanOrEqual(afresh.bound.value - 1e-9);
        } else if (unlimited.curve.at(-1)!.made > 0) {
          expect(unlimited.curve.at(-1)!.gain).toBeCloseTo(1, 9);
        }
        const none = answerOrError(() => replan(plan, { changes, budget: 0 }));
        if (none instanceof EngineError) return;
        expect(none.revision.moves.every(({ forced }) => forced)).toBe(true);
      }),
      { numRuns: 4 },
    );
  });

  it('gives the published workshops back when nothing changes and nobody may move', () => {
    fc.assert(
      fc.property(assemblies, (assembly) => {
        const plan = composePlan(assembly, optionsOf[entry]);
        const { plan: same, revision } = replan(plan, { budget: 0 });
        expect(same.workshops).toEqual(plan.workshops);
        expect(revision).toMatchObject({ moves: [], joined: [], left: [], changed: [] });
      }),
      { numRuns: 4 },
    );
  });
});

describe('replan of thematic workshops', () => {
  const assembly: Assembly = {
    ...seatedAssembly({ territoryCount: 24, seatCount: 0, seed: 7 }),
    seats: [],
    history: [],
    rules: [],
  };
  const plan = composePlan(assembly, optionsOf.thematic);

  it('closes a workshop whose problem too few still declare, tells so, and counts no move for it', () => {
    const { id, problemId, territoryIds } = plan.workshops[0]!;
    const declaring = assembly.territories.filter(({ needs }) =>
      needs.some((need) => need.problemId === problemId),
    );
    const changed = declaring.slice(2).map((territory) => ({
      ...territory,
      needs: territory.needs.filter((need) => need.problemId !== problemId),
    }));
    const { plan: next, revision, remarks } = replan(plan, { changes: { changed }, budget: 0 });
    expect(next.workshops.map((each) => each.id)).not.toContain(id);
    const lost = revision.moves.filter(({ fromWorkshopId }) => fromWorkshopId === id);
    expect(lost.map(({ territoryId }) => territoryId).sort()).toEqual([...territoryIds].sort());
    expect(lost.every(({ forced, toWorkshopId }) => forced && toWorkshopId === null)).toBe(true);
    const closing = remarks.find(({ code }) => code === 'thematic-workshop-closes');
    expect(closing?.facts).toMatchObject({ workshopId: id, declaring: 2, minSize: 3 });
    expect(closing?.text.fr).toContain('2 territoires seulement déclarent');
  });

  it('opens a workshop for newcomers who share a problem, at no move', () => {
    const closed = plan.closed?.[0]?.problemId ?? 'p01';
    const joined = [1, 2, 3, 4].map((k) => ({
      ...assembly.territories[k]!,
      id: `neuf-${k}`,
      name: `Nouveau ${k}`,
      members: [],
      needs: [{ problemId: closed, intensity: 1 }],
    }));
    const { plan: next, revision, remarks } = replan(plan, { changes: { joined }, budget: 0 });
    expect(revision.joined.every(({ workshopId }) => workshopId !== null)).toBe(true);
    const opened = next.workshops.filter(({ id }) => !plan.workshops.some((each) => each.id === id));
    const inStanding = revision.joined.filter(({ workshopId }) =>
      plan.workshops.some(({ id }) => id === workshopId),
    );
    expect(opened.length + inStanding.length).toBeGreaterThan(0);
    expect(remarks.filter(({ code }) => code === 'thematic-workshop-opens')).toHaveLength(opened.length);
    for (const { problemId } of opened) expect(problemId).toBe(closed);
  });

  it('keeps the places that hands gave or took', () => {
    const crowded = plan.workshops.find(({ territoryIds }) => territoryIds.length > 3)!;
    const territoryId = crowded.territoryIds[0]!;
    const changed = applyChange(plan, { kind: 'leave', territoryId, workshopId: crowded.id });
    const { plan: next } = replan(changed, { budget: 12 });
    expect(next.workshops.find(({ id }) => id === crowded.id)?.territoryIds ?? []).not.toContain(territoryId);
  });

  it('says how many moves it takes when frozen workshops leave no other way', () => {
    const least = [...plan.workshops].sort((a, b) => a.territoryIds.length - b.territoryIds.length)[0]!;
    const left = least.territoryIds.slice(0, least.territoryIds.length - 2);
    const answer = answerOrError(() => replan(plan, { changes: { left }, budget: 0 }));
    if (!(answer instanceof EngineError)) return expect(answer.fewest).toBe(0);
    const refused = thrownBy(() => replan(plan, { changes: { left }, budget: 0 }));
    expect(refused.code).toBe('budget-too-small');
    expect((refused.value as BudgetConflict).fewest).toBeGreaterThan(0);
  });
});
