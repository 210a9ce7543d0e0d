import { describe, expect, test } from 'vitest';
import { exampleAssembly } from '../../data/example-assembly.js';
import { type Plan, planSchema } from '../../engine/model/plan.js';
import type { PartialOptions } from '../../engine/options.js';
import { composePlan } from '../../engine/pipeline.js';
import { evaluateGrouping } from '../../engine/use-cases/evaluation/evaluate-grouping.js';
import { thrownBy } from './thrown-error.js';

const example = exampleAssembly();
const effort = 0.1;

const entries: readonly [entry: string, options: PartialOptions][] = [
  ['seats', { workshop: { entry: 'seats', effort }, general: { date: '2026-11-23' } }],
  ['thematic', { workshop: { entry: 'thematic', effort, perTerritory: 2, cadence: 'lasting' } }],
  [
    'referral',
    { workshop: { entry: 'referral', effort, problems: ['hab.vacance'], text: 'le vélo', minSize: 8 } },
  ],
];

describe.each(entries)('composePlan by the entry %s', (entry, options) => {
  const plan = composePlan(example, options);

  test('gives a plan that its own schema accepts', () => {
    expect(planSchema.parse(plan)).toEqual(plan);
    expect(plan.workshops.length).toBeGreaterThan(0);
  });

  test('replays to the byte from what the plan itself holds, once written and read', () => {
    const held = JSON.parse(JSON.stringify(plan)) as Plan;
    const again = composePlan(
      { ...held.assembly, seats: held.assembly.seats ?? [] },
      held.options as PartialOptions,
    );
    expect(JSON.stringify(again)).toBe(JSON.stringify(plan));
  });

  test('does not depend on the order of any list of the input', () => {
    const turned = {
      ...example,
      territories: [...example.territories].reverse(),
      seats: [...example.seats].reverse(),
      rules: [...example.rules].reverse(),
    };
    expect(JSON.stringify(composePlan(turned, options))).toBe(JSON.stringify(plan));
  });

  test('gives a reason for every place and for everyone left out', () => {
    for (const { territoryIds, seatIds, id } of plan.workshops) {
      for (const [k, territoryId] of territoryIds.entries()) {
        const own = plan.placements.filter(
          (one) => one.territoryId === territoryId && one.workshopId === id && one.seatId === seatIds?.[k],
        );
        expect(own).toHaveLength(1);
        expect(own[0]?.reasons.length).toBeGreaterThan(0);
      }
    }
    const placed = new Set(plan.workshops.flatMap(({ territoryIds }) => territoryIds));
    const left = new Set(plan.unplaced.map(({ territoryId }) => territoryId));
    for (const { id } of example.territories) expect(placed.has(id) || left.has(id)).toBe(true);
    expect(plan.measures.placedCount).toBe(placed.size);
  });

  test('is measured as evaluateGrouping measures the same groups', () => {
    const grouping = plan.workshops.map(({ territoryIds }) => territoryIds);
    expect(
      evaluateGrouping(example, grouping, { workshop: { entry: options.workshop?.entry ?? 'territorial' } }),
    ).toEqual(plan.measures);
  });

  test('names nobody', () => {
    const named = {
      ...example,
      seats: example.seats.map((seat, k) =>
        seat.holder ? { ...seat, holder: { ...seat.holder, name: `Camille Untel ${k}` } } : seat,
      ),
    };
    const text = JSON.stringify(composePlan(named, options));
    expect(text).not.toContain('Camille');
    expect(text).toBe(JSON.stringify(plan));
    expect(plan.assembly.seats === undefined).toBe(entry !== 'seats');
  });

  test('keeps its hard rules, and tells those it cannot give a meaning to', () => {
    const said = (plan.notices ?? []).filter(({ code }) => code === 'rule-without-object');
    const unheeded = new Set(said.map(({ facts }) => facts.ruleId));
    for (const rule of example.rules) {
      if (rule.level !== 'hard' || unheeded.has(rule.id)) continue;
      for (const { territoryIds } of plan.workshops) {
        if (rule.kind === 'apart')
          expect(territoryIds.filter((id) => rule.territoryIds.includes(id)).length).toBeLessThan(2);
      }
      if (rule.kind === 'pinned') {
        for (const id of rule.territoryIds)
          expect(plan.workshops[rule.workshop - 1]?.territoryIds).toContain(id);
      }
    }
    expect(said).toHaveLength(entry === 'thematic' ? 1 : 0);
  });
});

describe('the plan of an entry', () => {
  test('names thematic workshops by their problems, each apart, and tells what stays closed', () => {
    const plan = composePlan(example, { workshop: { entry: 'thematic', effort } });
    const labels = new Map(
      example.taxonomy.themes.flatMap(({ problems }) => problems).map((p) => [p.id, p.fr]),
    );
    expect(new Set(plan.workshops.map(({ title }) => title.fr)).size).toBe(plan.workshops.length);
    for (const { title, problemId = '', problems } of plan.workshops) {
      expect(title.fr.startsWith(labels.get(problemId) ?? '?')).toBe(true);
      expect(problems[0]).toMatchObject({ problemId, share: 1 });
    }
    for (const { problemId, territoryIds, reason } of plan.closed ?? []) {
      expect(plan.workshops.map((workshop) => workshop.problemId)).not.toContain(problemId);
      expect(reason.code).toBe(territoryIds.length < 6 ? 'closed-too-few' : 'closed-for-others');
    }
  });

  test('tells how a referral was read, what each member brings, and compares with what all could make', () => {
    const plan = composePlan(example, entries[2]?.[1]);
    expect(plan.notices?.[0]).toMatchObject({
      code: 'referral-read',
      facts: { problemIds: ['hab.vacance', 'mob.modes-actifs'] },
    });
    const first = new Set(plan.placements.map(({ reasons }) => reasons[0]?.code));
    expect([...first].every((code) => code?.startsWith('referral-'))).toBe(true);
    expect(plan.workshops).toHaveLength(1);
    expect(plan.baselines.find(({ method }) => method === 'department')?.measures.placedCount).toBe(
      example.territories.length,
    );
  });

  test('refuses a referral without a problem before any work', () => {
    expect(thrownBy(() => composePlan(example, { workshop: { entry: 'referral' } })).code).toBe(
      'referral-without-problem',
    );
  });
});
