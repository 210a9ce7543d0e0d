import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultTaxonomy } from '../../../../data/default-data.js';
import type { Plan } from '../../../../engine/model/plan.js';
import { territoriesNamedBy } from '../../../../engine/model/rule.js';
import { composePlan } from '../../../../engine/pipeline.js';
import { applyChange } from '../../../../engine/use-cases/change/change-plan.js';
import { effectOfChange, planBoard } from '../../../../engine/use-cases/change/plan-board.js';
import { madeChanges, madePlans } from '../../made-plans.js';
import { madeTerritory } from '../../made-territory.js';
import { thrownBy } from '../../thrown-error.js';

const planAndChanges = madePlans.chain((plan) => fc.tuple(fc.constant(plan), madeChanges(plan)));

describe('effectOfChange', () => {
  it('foretells what the changed plan is worth, in all and workshop by workshop', () => {
    fc.assert(
      fc.property(planAndChanges, ([plan, changes]) => {
        const effect = effectOfChange(plan, changes);
        const changed = applyChange(plan, changes, { whenBroken: 'relax' });
        expect(effect.value.before).toBeCloseTo(plan.bound.value, 9);
        expect(effect.value.after).toBeCloseTo(changed.bound.value, 9);
        for (const name of ['coherence', 'spreadKm', 'decoupling'] as const) {
          expect(effect[name].before).toBeCloseTo(plan.measures[name], 9);
          expect(effect[name].after).toBeCloseTo(changed.measures[name], 9);
        }
        for (const { workshopId, size, coherence, spreadKm, decoupling } of effect.workshops) {
          expect(measuresOf(plan, workshopId)).toMatchObject({ size: size.before });
          const after = measuresOf(changed, workshopId);
          expect(after.size).toBe(size.after);
          expect(after.coherence).toBeCloseTo(coherence.after, 9);
          expect(after.spreadKm).toBeCloseTo(spreadKm.after, 9);
          expect(after.decoupling).toBeCloseTo(decoupling.after, 9);
        }
        const touched = new Set(effect.workshops.map(({ workshopId }) => workshopId));
        for (const workshop of plan.workshops) {
          if (touched.has(workshop.id)) continue;
          const after = changed.workshops.find(({ id }) => id === workshop.id);
          expect(after?.territoryIds).toEqual(workshop.territoryIds);
          expect(after?.title).toEqual(workshop.title);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('foretells, rule by rule, what a fresh count of the broken ones gives', () => {
    fc.assert(
      fc.property(planAndChanges, ([plan, changes]) => {
        const effect = effectOfChange(plan, changes);
        const changed = applyChange(plan, changes, { whenBroken: 'relax' });
        for (const rule of plan.assembly.rules) {
          const foretold = effect.rules.find(({ ruleId }) => ruleId === rule.id);
          const before = brokenIn(plan, rule);
          const after = brokenIn(changed, rule);
          expect(foretold?.before ?? before).toBeCloseTo(before, 9);
          expect(foretold?.after ?? before).toBeCloseTo(after, 9);
        }
        const cost = (of: Plan): number =>
          plan.assembly.rules.reduce(
            (sum, rule) => sum + (rule.level === 'soft' ? (rule.weight ?? 1) * brokenIn(of, rule) : 0),
            0,
          );
        expect(effect.total.after - effect.total.before).toBeCloseTo(
          effect.value.after - effect.value.before - (cost(changed) - cost(plan)),
          9,
        );
      }),
      { numRuns: 12 },
    );
  });

  it('says which workshop would be too small, who would be alone and who would meet again', () => {
    const plan = sixInTwo();
    const effect = effectOfChange(plan, { kind: 'move', territoryId: 'a', workshopId: 'A02' });
    expect(effect.sound).toBe(false);
    expect(effect.outOfBounds).toEqual([
      { workshopId: 'A01', bound: 'min', limit: 3, size: 2 },
      { workshopId: 'A02', bound: 'max', limit: 3, size: 4 },
    ]);
    const told = (code: string) =>
      effect.remarks.filter((each) => each.code === code).map(({ facts }) => facts);
    expect(told('alone-of-trait')).toEqual(
      [
        { territoryId: 'a', workshopId: 'A02', trait: 'mountain' },
        { territoryId: 'b', workshopId: 'A01', trait: 'mountain' },
      ].sort((x, y) => (x.workshopId < y.workshopId ? -1 : 1)),
    );
    expect(told('met-before')).toEqual([
      { territoryIds: ['a', 'd'], date: '2025-06-01', label: 'Atelier eau' },
    ]);
    const sentences = effect.remarks.map(({ text }) => text.fr).join('\n');
    expect(sentences).toContain('n’aurait que 2\u00a0territoires : il en faut au moins 3.');
    expect(sentences).toContain(
      'Territoire a retrouverait Territoire d : ils étaient déjà ensemble le 1er juin 2025 («\u00a0Atelier eau\u00a0»).',
    );
  });

  it('says whose only woman a workshop would keep, where the seats are given', () => {
    const plan = sixInTwo();
    const seat = (territoryId: string, civility: 'F' | 'M') => ({
      id: `s-${territoryId}`,
      territoryId,
      holder: { civility },
    });
    const board = planBoard(plan, {
      seats: [seat('a', 'F'), seat('b', 'F'), seat('c', 'M'), seat('d', 'M')],
    });
    const { remarks } = board.effectOf({ kind: 'swap', territoryIds: ['a', 'd'] });
    expect(remarks.filter(({ code }) => code === 'alone-of-civility').map(({ facts }) => facts)).toEqual([
      { territoryId: 'b', workshopId: 'A01', civility: 'F' },
      { territoryId: 'a', workshopId: 'A02', civility: 'F' },
    ]);
  });

  it('answers the same on one board as on a fresh one', () => {
    const plan = sixInTwo();
    const board = planBoard(plan);
    const swap = { kind: 'swap', territoryIds: ['a', 'e'] } as const;
    board.effectOf({ kind: 'move', territoryId: 'b', workshopId: 'A02' });
    expect(board.effectOf({ ...swap, territoryIds: ['a', 'e'] })).toEqual(
      effectOfChange(plan, { ...swap, territoryIds: ['a', 'e'] }),
    );
  });

  it.each([
    ['unknown-territory', { kind: 'move', territoryId: 'zz', workshopId: 'A01' }],
    ['unknown-workshop', { kind: 'move', territoryId: 'a', workshopId: 'B7' }],
    ['unknown-territory', { kind: 'swap', territoryIds: ['a', 'zz'] }],
  ] as const)('refuses what it does not know: %s', (code, change) => {
    const given = change.kind === 'swap' ? { ...change, territoryIds: [...change.territoryIds] } : change;
    expect(thrownBy(() => effectOfChange(sixInTwo(), given as never))).toMatchObject({ code });
  });
});

/** a, b, c against d, e, f, each three with a problem of their own; a and b are in the mountains. */
function sixInTwo(): Plan {
  const territories = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, k) =>
    madeTerritory({
      id,
      name: `Territoire ${id}`,
      traits: k < 2 ? ['mountain'] : [],
      needs: [{ problemId: k < 3 ? 'hab.vacance' : 'mob.covoiturage', intensity: 1 }],
    }),
  );
  return composePlan(
    {
      taxonomy: defaultTaxonomy(),
      territories,
      seats: [],
      history: [{ kind: 'workshop', territoryIds: ['a', 'd'], date: '2025-06-01', label: 'Atelier eau' }],
      rules: [],
    },
    { workshop: { minSize: 3, maxSize: 3 } },
  );
}

function measuresOf(plan: Plan, workshopId: string): Plan['workshops'][number]['measures'] {
  return plan.workshops.find(({ id }) => id === workshopId)!.measures;
}

/** Oracle: the pairs (or territories) that break a rule, counted on the ids; what a plan says of the other kinds. */
function brokenIn(plan: Plan, rule: Plan['assembly']['rules'][number]): number {
  const of = (id: string) => plan.workshops.findIndex(({ territoryIds }) => territoryIds.includes(id));
  if (rule.kind === 'pinned') return rule.territoryIds.filter((id) => of(id) + 1 !== rule.workshop).length;
  if (rule.kind !== 'together' && rule.kind !== 'apart') {
    return plan.ruleOutcomes.find(({ ruleId }) => ruleId === rule.id)?.penalty ?? 0;
  }
  const named = territoriesNamedBy(rule);
  const pairs = named.flatMap((a, k) => named.slice(k + 1).map((b) => [a, b] as const));
  return pairs.filter(([a, b]) => (of(a) === of(b)) === (rule.kind === 'apart')).length;
}
