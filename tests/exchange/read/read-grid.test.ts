import { describe, expect, test } from 'vitest';
import type { RawCell } from '../../../engine/index.js';
import { tellIn } from '../../../exchange/read/read-findings.js';
import { rowLimit, tableFromGrid } from '../../../exchange/read/read-grid.js';

const tell = tellIn('fr');
const read = (grid: RawCell[][]) => tableFromGrid('Territoires', grid, tell);

describe('a sheet becomes a table', () => {
  test('with the row numbers of the spreadsheet, blank rows counted and dropped', () => {
    const { table, findings } = read([
      ['id', 'nom'],
      ['1', 'Albi'],
      [null, '  '],
      ['2', 'Mende'],
    ]);
    expect(table?.rows).toEqual([
      { row: 2, cells: ['1', 'Albi'] },
      { row: 4, cells: ['2', 'Mende'] },
    ]);
    expect(findings).toEqual([]);
  });

  test('whose titles above the header are left out and told', () => {
    const { table, findings } = read([
      [],
      ['Liste 2026'],
      ['Version 3', null],
      [null],
      ['id', 'nom'],
      ['1', 'Albi'],
    ]);
    expect(table?.header).toEqual(['id', 'nom']);
    expect(table?.rows).toEqual([{ row: 6, cells: ['1', 'Albi'] }]);
    expect(findings.map(({ code, severity, row, value }) => [code, severity, row, value])).toEqual([
      ['title-above-header', 'repair', 2, 'Liste 2026'],
      ['title-above-header', 'repair', 3, 'Version 3'],
    ]);
    expect(findings[0]?.message).toContain('ligne 5');
  });

  test('of one column when no row has two cells', () => {
    const { table, findings } = read([['nom'], ['Albi'], ['Mende']]);
    expect(table).toEqual({
      name: 'Territoires',
      header: ['nom'],
      rows: [
        { row: 2, cells: ['Albi'] },
        { row: 3, cells: ['Mende'] },
      ],
    });
    expect(findings).toEqual([]);
  });

  test('whose header is searched in the first ten rows only', () => {
    const { table } = read([...Array.from({ length: 10 }, () => ['a']), ['id', 'nom']]);
    expect(table?.header).toEqual(['a']);
  });

  test('whose short rows are padded and whose blank cells beyond the header are dropped in silence', () => {
    const { table, findings } = read([['id', 'nom', '', null], ['1'], ['2', 'Foix', ' ', '']]);
    expect(table?.header).toEqual(['id', 'nom']);
    expect(table?.rows.map(({ cells }) => cells)).toEqual([
      ['1', null],
      ['2', 'Foix'],
    ]);
    expect(findings).toEqual([]);
  });

  test('whose filled cells beyond the header are told row by row, then counted', () => {
    const { findings } = read([
      ['id', 'nom'],
      ...Array.from({ length: 25 }, (_, i) => ['1', 'x', `trop ${i}`]),
    ]);
    expect(findings).toHaveLength(21);
    expect(findings[0]).toMatchObject({
      code: 'cells-beyond-header',
      severity: 'warning',
      row: 2,
      value: 'trop 0',
    });
    expect(findings[19]).toMatchObject({ row: 21 });
    expect(findings[20]?.code).toBe('more-cells-beyond-header');
    expect(findings[20]?.message).toContain('5 autre(s)');
  });

  test('whose formula errors become empty cells, told with row and column', () => {
    const { table, findings } = read([
      ['id', 'nom', 'lat'],
      ['1', '#N/A', '#VALEUR!'],
      ['2', '#1 des pays', 3],
    ]);
    expect(table?.rows.map(({ cells }) => cells)).toEqual([
      ['1', null, null],
      ['2', '#1 des pays', 3],
    ]);
    expect(findings.map(({ code, row, column, value }) => [code, row, column, value])).toEqual([
      ['formula-error', 2, 'nom', '#N/A'],
      ['formula-error', 2, 'lat', '#VALEUR!'],
    ]);
  });

  test('whose header cells are text, whatever they were', () => {
    const { table } = read([[2026, new Date(Date.UTC(2026, 0, 31)), null, true]]);
    expect(table).toEqual({ name: 'Territoires', header: ['2026', '2026-01-31', '', 'true'], rows: [] });
  });

  test('only up to the limit of rows', () => {
    const rows = (count: number) => [['id', 'nom'], ...Array.from({ length: count }, () => ['1', 'Albi'])];
    expect(read(rows(rowLimit)).table?.rows).toHaveLength(rowLimit);
    const refused = read(rows(rowLimit + 1));
    expect(refused.table).toBeNull();
    expect(refused.findings).toMatchObject([{ code: 'too-many-rows', severity: 'error' }]);
  });

  test('unless it is blank', () => {
    expect(read([])).toEqual({ table: null, findings: [] });
    expect(read([[null, ' '], []])).toEqual({ table: null, findings: [] });
  });
});
