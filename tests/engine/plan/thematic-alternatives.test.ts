import { describe, expect, it } from 'vitest';
import { exampleAssembly } from '../../../data/example-assembly.js';
import { composePlan } from '../../../engine/pipeline.js';
import { planBoard } from '../../../engine/use-cases/change/plan-board.js';

const plan = composePlan(exampleAssembly(), { workshop: { entry: 'thematic', effort: 0.1 } });

describe('the next-best workshop of a territory in the thematic entry', () => {
  it('is on a problem it has, within limits and rules, and costs what the change by hand would', () => {
    const board = planBoard(plan);
    const needs = new Map(plan.assembly.territories.map(({ id, needs: own }) => [id, own]));
    let told = 0;
    let exchanged = 0;
    let succeeded = 0;
    for (const { territoryId, workshopId: from, reasons } of plan.placements) {
      for (const { facts } of reasons.filter(({ code }) => code === 'next-best-change')) {
        told++;
        const to = String(facts.workshopId);
        const other = String(facts.exchangedWithId);
        if (other) exchanged++;
        const { problemId } = plan.workshops.find(({ id }) => id === to)!;
        expect(needs.get(territoryId)?.some((need) => need.problemId === problemId)).toBe(true);
        const effect = board.effectOf([
          { kind: 'leave', territoryId, workshopId: from },
          { kind: 'join', territoryId, workshopId: to },
          ...(other
            ? [
                { kind: 'leave' as const, territoryId: other, workshopId: to },
                { kind: 'join' as const, territoryId: other, workshopId: from },
              ]
            : []),
          ...listed(facts.insteadOfIds).map((id) => leaves(id, to)),
          ...listed(facts.succeededByIds).flatMap((id) => [
            ...(facts.succeededFromId ? [leaves(id, String(facts.succeededFromId))] : []),
            { kind: 'join' as const, territoryId: id, workshopId: from },
          ]),
        ]);
        if (facts.succeededByIds) succeeded++;
        expect(effect.sound).toBe(true);
        const loss = 100 * (1 - effect.value.after / effect.value.before);
        expect(Math.abs(Number(facts.lossPercent) - loss)).toBeLessThan(0.051);
      }
    }
    expect(told).toBeGreaterThan(20);
    expect(exchanged).toBeGreaterThan(0);
    expect(succeeded).toBeGreaterThan(0);
  });

  it('comes with who would best take its place, at the cost that this would have', () => {
    const roomy = composePlan(exampleAssembly(), {
      workshop: { entry: 'thematic', effort: 0.1, workshopCount: 10 },
    });
    const board = planBoard(roomy);
    let told = 0;
    for (const { territoryId, workshopId, reasons } of roomy.placements) {
      for (const { facts } of reasons.filter(({ code }) => code === 'next-best-successor')) {
        told++;
        const [byTerritoryId = ''] = facts.territoryIds as string[];
        const effect = board.effectOf({ kind: 'replace', territoryId, byTerritoryId, workshopId });
        expect(effect.sound).toBe(true);
        const loss = 100 * (1 - effect.value.after / effect.value.before);
        expect(Math.abs(Number(facts.lossPercent) - loss)).toBeLessThan(0.051);
      }
    }
    expect(told).toBeGreaterThan(20);
  });

  it('is told of every place, or why there is none, truly', () => {
    for (const { territoryId, workshopId, reasons } of plan.placements) {
      const told = reasons.filter(({ code }) => ['next-best-change', 'no-other-workshop'].includes(code));
      expect(told).toHaveLength(1);
      const [{ code, facts } = { code: '', facts: {} as Record<string, unknown> }] = told;
      if (code !== 'no-other-workshop') continue;
      const declares = (id: string, problemId: string | undefined) =>
        plan.assembly.territories
          .find((each) => each.id === id)
          ?.needs.some((need) => need.problemId === problemId);
      const own = plan.workshops.filter(({ territoryIds }) => territoryIds.includes(territoryId));
      const others = plan.workshops.filter(
        (each) =>
          declares(territoryId, each.problemId) &&
          !own.some(({ id, problemId }) => id !== workshopId && problemId === each.problemId) &&
          !own.includes(each),
      );
      expect(facts.workshopIds).toEqual(others.map(({ id }) => id));
      if (facts.why === 'no-topic') expect(own).toHaveLength(1);
      if (facts.why === 'in-all') expect(own.length).toBeGreaterThan(1);
      if (facts.why === 'at-minimum') {
        expect(plan.workshops.find(({ id }) => id === workshopId)?.territoryIds.length).toBe(6);
      }
    }
  });
});

describe('thematic places when answers vary', () => {
  it('are judged by how often a territory sits on the problem again', () => {
    const { resamplings = 0, placements = [] } = plan.robustness ?? {};
    expect(resamplings).toBe(20);
    expect(placements).toHaveLength(plan.placements.length);
    const told = new Map(placements.map((each) => [`${each.territoryId}/${each.workshopId}`, each.share]));
    for (const { territoryId, workshopId, reasons } of plan.placements) {
      const again = reasons.find(({ code }) => code === 'seated-again');
      expect(again?.facts.times).toBe(Math.round(20 * (told.get(`${territoryId}/${workshopId}`) ?? -1)));
    }
    const mean = placements.reduce((sum, { share }) => sum + share, 0) / placements.length;
    // an answer that was left out takes its place away: about a fifth of the times
    expect(mean).toBeGreaterThan(0.4);
    expect(mean).toBeLessThan(0.9);
    expect(plan.placements[0]?.reasons.at(-1)?.text.fr).toMatch(
      /^Place .+ : si une réponse sur cinq manquait, il siégerait encore sur ce problème \d+ fois sur 20\.$/u,
    );
  });
});

function leaves(territoryId: string, workshopId: string) {
  return { kind: 'leave', territoryId, workshopId } as const;
}

function listed(ids: unknown): string[] {
  return Array.isArray(ids) ? ids.map(String) : [];
}
