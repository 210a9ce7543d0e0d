import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../../engine/index.js';
import { planToCsv } from '../../../exchange/plan/plan-to-csv.js';
import { planToSvg } from '../../../exchange/plan/plan-to-svg.js';
import { lookupOf } from '../../../exchange/plan/tables/plan-lookup.js';
import { territoriesTable } from '../../../exchange/plan/tables/territories-table.js';
import { workshopsTable } from '../../../exchange/plan/tables/workshops-table.js';
import { fixturePlan } from '../fixtures/plan.js';

/** The fixture with its first territory in both workshops, as the thematic entry may place it. */
function overlapping(): Plan {
  const plan = fixturePlan();
  const [first, second] = plan.workshops;
  const id = first!.territoryIds[0]!;
  const told = plan.placements.find(({ territoryId }) => territoryId === id)!;
  const reason = { ...told.reasons[0]!, text: { fr: 'Second atelier.', en: 'Second workshop.' } };
  return {
    ...plan,
    workshops: [first!, { ...second!, territoryIds: [id, ...second!.territoryIds] }],
    placements: [...plan.placements, { territoryId: id, workshopId: second!.id, reasons: [reason] }],
  };
}

/** The fixture with a seat for each place, women and men in turn, and an empty one. */
function seated(): Plan {
  const plan = fixturePlan();
  const seatId = (id: string) => `${id}-1`;
  return {
    ...plan,
    assembly: {
      ...plan.assembly,
      seats: plan.assembly.territories.map(({ id }, k) => ({
        id: seatId(id),
        territoryId: id,
        college: k % 3 === 0 ? 'Citoyens' : 'Élus',
        ...(id === '240900464'
          ? {}
          : { holder: { civility: k % 2 === 0 ? ('F' as const) : ('M' as const) } }),
      })),
    },
    workshops: plan.workshops.map((workshop) => ({
      ...workshop,
      seatIds: workshop.territoryIds.map(seatId),
    })),
    placements: plan.placements.map((one) => ({ ...one, seatId: seatId(one.territoryId) })),
    unplaced: plan.unplaced.map((one) => ({ ...one, seatId: seatId(one.territoryId) })),
  };
}

describe('the tables of a plan where a territory sits in two workshops', () => {
  const plan = overlapping();
  const id = plan.workshops[0]!.territoryIds[0]!;

  test('have a row for each of its places, each with its own reasons', () => {
    const rows = participants(plan).filter(({ Identifiant }) => Identifiant === id);
    expect(rows.map(({ Atelier }) => Atelier)).toEqual(['1', '2']);
    expect(rows[1]?.['Pourquoi ici']).toBe('Second atelier.');
    expect(rows[0]?.['Pourquoi ici']).not.toBe('Second atelier.');
  });

  test('give its numbers as a text, and no badge to anybody', () => {
    const table = territoriesTable(lookupOf(plan, 'fr'));
    const column = table.columns.findIndex(({ header }) => header === 'Ateliers');
    expect(table.columns[column]?.kind).toBe('text');
    const row = table.rows.find(({ cells }) => cells[0] === id);
    expect(row?.cells[column]).toBe('1, 2');
    expect(row?.workshop).toBeNull();
    const plain = territoriesTable(lookupOf(fixturePlan(), 'fr'));
    expect(plain.columns.find(({ header }) => header === 'Atelier')?.kind).toBe('badge');
  });

  test('draw it dark on the map, with how many workshops it sits in', async () => {
    const picture = await planToSvg(plan, null, 'fr');
    expect(picture).toContain('>×2</text>');
    expect(picture).toContain('Un point sombre est dans plusieurs ateliers');
    expect(await planToSvg(fixturePlan(), null, 'fr')).not.toContain('×2</text>');
  });
});

describe('the tables of a plan by seat', () => {
  const plan = seated();

  test('list seats with college and civility, the empty one last, and name nobody', () => {
    const rows = participants(plan);
    expect(rows).toHaveLength(12);
    expect(rows[0]).toMatchObject({ Siège: '200017127-1', Collège: 'Élus', Civilité: 'Monsieur' });
    expect(rows.at(-1)).toMatchObject({ Atelier: '', Siège: '240900464-1', Civilité: '' });
    expect(Object.keys(rows[0] ?? {})).not.toContain('Nom');
  });

  test('name people when their names are given', () => {
    const rows = participants(plan, new Map([['200017127-1', 'Camille Untel']]));
    expect(rows[0]?.Nom).toBe('Camille Untel');
    expect(rows[1]?.Nom).toBe('');
  });

  test('count women, men and colleges in each workshop', () => {
    const { columns, rows } = workshopsTable(lookupOf(plan, 'fr'));
    const read = (header: string) => rows[0]?.cells[columns.findIndex((column) => column.header === header)];
    expect(read('Nombre de sièges')).toBe(6);
    expect(Number(read('Femmes')) + Number(read('Hommes'))).toBe(6);
    const colleges = read('Collèges') as readonly string[];
    expect(colleges.map((text) => Number(/\((\d+)\)/u.exec(text)?.[1])).reduce((sum, n) => sum + n, 0)).toBe(
      6,
    );
  });
});

function participants(plan: Plan, names?: ReadonlyMap<string, string>): Record<string, string>[] {
  const file = planToCsv(plan, 'fr', names).find(({ name }) => name === 'ateliers.csv');
  const [header = [], ...rows] = parse(file?.content ?? '', { bom: true, delimiter: ';' }) as string[][];
  return rows.map((cells) => Object.fromEntries(cells.map((cell, k) => [header[k] ?? '', cell])));
}
