import { describe, expect, it } from 'vitest';
import { exampleAssembly } from '../../../../data/example-assembly.js';
import { composePlan } from '../../../../engine/pipeline.js';
import { planBoard } from '../../../../engine/use-cases/change/plan-board.js';

const plan = composePlan(exampleAssembly(), { workshop: { entry: 'thematic', effort: 0.1 } });

describe('the next-best workshop of a territory in the thematic entry', () => {
  it('is on a problem it has, within limits and rules, and costs what the change by hand would', () => {
    const board = planBoard(plan);
    const needs = new Map(plan.assembly.territories.map(({ id, needs: own }) => [id, own]));
    let told = 0;
    let exchanged = 0;
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
        ]);
        expect(effect.sound).toBe(true);
        const loss = 100 * (1 - effect.value.after / effect.value.before);
        expect(Math.abs(Number(facts.lossPercent) - loss)).toBeLessThan(0.051);
      }
    }
    expect(told).toBeGreaterThan(20);
    expect(exchanged).toBeGreaterThan(0);
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

  it('is not judged by resampling: the workshops would be opened anew', () => {
    expect(plan.robustness).toBeUndefined();
  });
});
