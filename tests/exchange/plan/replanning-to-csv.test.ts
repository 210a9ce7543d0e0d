import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { exampleAssembly } from '../../../data/example-assembly.js';
import { composePlan, replan } from '../../../engine/index.js';
import { replanningToCsv } from '../../../exchange/plan/replanning-to-csv.js';

describe('replanningToCsv', () => {
  const { territories, ...rest } = exampleAssembly();
  const few = territories.slice(0, 24);
  const plan = composePlan(
    { ...rest, territories: few, seats: [], history: [], rules: [] },
    { workshop: { effort: 0 } },
  );
  const replanning = replan(plan, { changes: { left: [few[0]?.id ?? ''] }, budget: 3 });

  it.each([
    ['fr', ';', 'sans limite'],
    ['en', ',', 'no limit'],
  ] as const)(
    'tells what each number of moves gives, a header over every column: %s',
    (language, delimiter, free) => {
      const [, curve] = replanningToCsv(replanning, plan, language);
      const [header = [], ...rows] = parse(curve?.content ?? '', { bom: true, delimiter }) as string[][];
      expect(new Set(header).size).toBe(header.length);
      expect(header.every((text) => text !== '')).toBe(true);
      expect(rows.map(([allowed]) => allowed)).toEqual([
        ...replanning.curve.map(({ moves }) => String(moves)),
        free,
      ]);
      for (const row of rows) expect(row).toHaveLength(header.length);
    },
  );

  it('names who leaves, with the workshop that is left and none after', () => {
    const [moves] = replanningToCsv(replanning, plan, 'en');
    const rows = parse(moves?.content ?? '', { bom: true, columns: true }) as Record<string, string>[];
    const home = plan.workshops.find(({ territoryIds }) => territoryIds.includes(few[0]?.id ?? ''));
    expect(rows.find(({ Change }) => Change === 'leaves')).toMatchObject({
      Identifier: few[0]?.id,
      Territory: few[0]?.name,
      'Workshop before': home?.title.en,
      'New workshop': '',
    });
  });
});
