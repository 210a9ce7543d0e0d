import { describe, expect, it } from 'vitest';
import { exampleAssembly } from '../../../../data/example-assembly.js';
import { planSchema } from '../../../../engine/model/plan.js';
import { composePlan } from '../../../../engine/pipeline.js';
import { effectOfChange, planBoard } from '../../../../engine/use-cases/change/plan-board.js';
import { explainTerritories, whyHere } from '../../../../engine/use-cases/explanation/why-here.js';
import { thrownBy } from '../../thrown-error.js';

const plan = composePlan(exampleAssembly());

describe('whyHere', () => {
  it('says of each member the problems that both declare, with both intensities', () => {
    const byId = new Map(plan.assembly.territories.map((territory) => [territory.id, territory]));
    for (const { id } of plan.assembly.territories) {
      const [place] = whyHere(plan, id);
      const workshop = plan.workshops.find(({ territoryIds }) => territoryIds.includes(id))!;
      expect(place?.workshopId).toBe(workshop.id);
      const others = workshop.territoryIds.filter((other) => other !== id).sort();
      expect(place?.members.map(({ facts }) => String(facts.territoryId)).sort()).toEqual(others);
      for (const { code, facts } of place?.members ?? []) {
        const other = byId.get(String(facts.territoryId))!;
        const both = byId
          .get(id)!
          .needs.filter(({ problemId }) => other.needs.some((need) => need.problemId === problemId));
        expect(code).toBe(both.length > 0 ? 'shared-with-member' : 'nothing-shared-with-member');
        if (both.length === 0) continue;
        const told = facts.problemIds as string[];
        expect([...told].sort()).toEqual(both.map(({ problemId }) => problemId).sort());
        for (const [k, problemId] of told.entries()) {
          const here = both.find((need) => need.problemId === problemId)!;
          const there = other.needs.find((need) => need.problemId === problemId)!;
          expect((facts.percentsHere as string[])[k]).toBe(String(Math.round(100 * here.intensity)));
          expect((facts.percentsThere as string[])[k]).toBe(String(Math.round(100 * there.intensity)));
        }
      }
    }
  });

  it('reads in French as in English', () => {
    const [place] = whyHere(plan, plan.workshops[0]!.territoryIds[0]!);
    expect(place?.members[0]?.text.fr).toMatch(
      /^Avec .+ : «\u00a0.+ \(\d+\u00a0% ici, \d+\u00a0% là-bas\).*\.$/,
    );
    expect(place?.members[0]?.text.en).toMatch(/^With .+: “.+ \(\d+% here, \d+% there\).*\.$/);
  });

  it('speaks of each seat of a territory, and of those that sit nowhere', () => {
    const seated = composePlan(exampleAssembly(), { workshop: { entry: 'seats', effort: 0 } });
    const told = explainTerritories(seated);
    expect(told.map(({ territoryId }) => territoryId)).toEqual(
      seated.assembly.territories.map(({ id }) => id),
    );
    expect(told.flatMap(({ placements }) => placements.map(({ seatId }) => seatId)).sort()).toEqual(
      seated.workshops.flatMap(({ seatIds }) => seatIds).sort(),
    );
    expect(told.flatMap(({ unplaced }) => unplaced)).toEqual(seated.unplaced);
    expect(seated.unplaced.length).toBeGreaterThan(0);
    for (const { territoryId, placements } of told) {
      for (const { workshopId, members } of placements) {
        const { territoryIds } = seated.workshops.find(({ id }) => id === workshopId)!;
        const others = territoryIds.filter((id) => id !== territoryId).sort();
        expect(members.map(({ facts }) => facts.territoryId).sort()).toEqual(others);
      }
    }
  });

  it('refuses a territory that is not in the plan', () => {
    expect(thrownBy(() => whyHere(plan, 'nowhere')).code).toBe('unknown-territory');
  });
});

describe('the next-best workshop of a plan', () => {
  it('is a change that keeps every rule, and costs what the change by hand would', () => {
    const pairs = plan.workshops.reduce(
      (sum, { territoryIds: { length } }) => sum + (length * (length - 1)) / 2,
      0,
    );
    const told = plan.placements.flatMap(({ territoryId, workshopId, reasons }) =>
      reasons
        .filter(({ code }) => code === 'next-best-change')
        .map(({ facts }) => ({ territoryId, from: workshopId, facts })),
    );
    expect(told.length).toBeGreaterThan(80);
    for (const { territoryId, from, facts } of told) {
      const workshopId = String(facts.workshopId);
      const effect = effectOfChange(
        plan,
        facts.exchangedWithId
          ? { kind: 'swap', territoryIds: [territoryId, String(facts.exchangedWithId)] }
          : { kind: 'move', territoryId, workshopId },
      );
      expect(effect.sound).toBe(true);
      const sizeOf = (id: string) =>
        plan.workshops.find((workshop) => workshop.id === id)!.territoryIds.length;
      const morePairs = facts.exchangedWithId ? 0 : sizeOf(workshopId) - (sizeOf(from) - 1);
      const loss = 1 - effect.total.after / (pairs + morePairs) / (effect.total.before / pairs);
      expect(facts.lossPercent).toBeCloseTo(100 * loss, 0);
      expect(Math.abs(Number(facts.lossPercent) - 100 * loss)).toBeLessThan(0.051);
    }
  });
});

describe('the next-best workshop of a seat', () => {
  const seated = composePlan(exampleAssembly(), {
    workshop: { entry: 'seats', minSize: 8, maxSize: 12, effort: 0.2 },
    explain: { robustness: 4 },
  });

  it('is a change that keeps every rule and territories apart, and costs what the change by hand would', () => {
    const board = planBoard(seated);
    const sizeOf = (id: string) =>
      seated.workshops.find((workshop) => workshop.id === id)!.territoryIds.length;
    const pairs = seated.workshops.reduce(
      (sum, { territoryIds: { length } }) => sum + (length * (length - 1)) / 2,
      0,
    );
    let told = 0;
    for (const { seatId = '', workshopId: from, reasons } of seated.placements) {
      for (const { code, facts } of reasons) {
        if (code !== 'next-best-change') continue;
        told++;
        const workshopId = String(facts.workshopId);
        const effect = board.effectOf(
          facts.exchangedSeatId
            ? { kind: 'swap-seats', seatIds: [seatId, String(facts.exchangedSeatId)] }
            : { kind: 'move-seat', seatId, workshopId },
        );
        expect(effect.sound).toBe(true);
        const more = facts.exchangedSeatId ? 0 : sizeOf(workshopId) - (sizeOf(from) - 1);
        const loss = 1 - effect.total.after / (pairs + more) / (effect.total.before / pairs);
        expect(Math.abs(Number(facts.lossPercent) - 100 * loss)).toBeLessThan(0.051);
      }
    }
    expect(told).toBeGreaterThan(100);
  });

  it('is judged seat by seat, and names what the entry asks where that holds it from a better one', () => {
    const { robustness } = seated;
    expect(planSchema.safeParse(seated).success).toBe(true);
    expect(robustness?.placements.map(({ seatId }) => seatId).sort()).toEqual(
      seated.workshops.flatMap(({ seatIds }) => seatIds).sort(),
    );
    for (const { seatIds } of robustness?.pairs ?? []) {
      const [a, b] = seatIds ?? ['', ''];
      expect(seated.workshops.some((each) => each.seatIds?.includes(a) && each.seatIds.includes(b))).toBe(
        true,
      );
    }
    const sentences = seated.placements.flatMap(({ reasons }) => reasons.map(({ text }) => text.fr));
    expect(sentences.some((sentence) => sentence.startsWith('Sans la séparation des sièges'))).toBe(true);
    expect(sentences.every((sentence) => !sentence.includes('same-territory'))).toBe(true);
    const [place] = whyHere(seated, seated.placements[0]!.territoryId);
    expect(place?.members.every(({ facts }) => Number(facts.togetherPercent) >= 0)).toBe(true);
  });
});

describe('the robustness of placements', () => {
  it('is judged by twenty resamplings in a region, told for each territory and each pair of a workshop', () => {
    const { robustness } = plan;
    expect(planSchema.safeParse(plan).success).toBe(true);
    expect(robustness?.resamplings).toBe(20);
    expect(robustness?.placements).toHaveLength(plan.placements.length);
    const pairs = plan.workshops.reduce(
      (sum, { territoryIds: { length } }) => sum + (length * (length - 1)) / 2,
      0,
    );
    expect(robustness?.pairs).toHaveLength(pairs);
    for (const { share } of robustness?.pairs ?? []) expect(share >= 0 && share <= 1).toBe(true);
    const codes = plan.placements.map(({ reasons }) => reasons.at(-1)?.code);
    expect(new Set(codes)).toEqual(new Set(['placement-robustness']));
  });

  it('is left out on demand, and changes nothing else of the plan', () => {
    const bare = composePlan(exampleAssembly(), { explain: { robustness: 0 } });
    expect(bare.robustness).toBeUndefined();
    expect(bare.workshops).toEqual(plan.workshops);
    expect(bare.baselines).toEqual(plan.baselines);
    expect(bare.placements.map(({ reasons }) => reasons)).toEqual(
      plan.placements.map(({ reasons }) => reasons.filter(({ code }) => code !== 'placement-robustness')),
    );
  });

  it('is complete where answers are so alike in pairs that leaving some out changes nothing', () => {
    const { taxonomy } = plan.assembly;
    const problems = taxonomy.themes.flatMap((theme) => theme.problems).slice(0, 16);
    // four groups of four territories, each group with four problems that nobody else has
    const territories = Array.from({ length: 16 }, (_, k) => ({
      id: `t${String(k).padStart(2, '0')}`,
      name: `T${k}`,
      kind: 'CC' as const,
      departments: [],
      members: [],
      traits: [],
      experiences: [],
      needs: problems
        .filter((_, p) => p % 4 === k % 4)
        .map(({ id: problemId }) => ({ problemId, intensity: 1 })),
    }));
    const clear = composePlan(
      { taxonomy, territories, seats: [], history: [], rules: [] },
      { workshop: { minSize: 4, maxSize: 4 }, profile: { themeSmoothing: 0 } },
    );
    expect(clear.robustness?.placements.map(({ level }) => level)).toEqual(Array(16).fill('solid'));
  });
});
