import type { Finding, RawCell, RawRow, RawTable } from '../../engine/index.js';
import type { Tell } from './read-findings.js';

/** rows a table may have under its header */
export const rowLimit = 100_000;

/** how far down the header is looked for */
const headerSearchRows = 10;

/** rows that are told one by one before the others are only counted */
const rowsToldOneByOne = 20;

/** As Excel and LibreOffice show a formula that failed, in French and English. */
const formulaError =
  /^#(N\/A|N\/D|REF!|VALUE!|VALEUR!|DIV\/0!|NAME\?|NOM\?|NUM!|NOMBRE!|NULL!|NUL!|SPILL!|EPARS!|PROPAGATION!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|BUSY!|GETTING_DATA)$/;

/**
 * Makes a table of a sheet: finds its header, keeps the spreadsheet's row numbers, drops blank rows.
 *
 * The header is the first row that is not blank, unless rows of a single cell (a title) stand above a row of
 * several within the first ten rows. Cells of a row are padded with null to the width of the header. Filled cells
 * beyond the header and formula errors are told and left out; more than `rowLimit` rows is an error and gives no
 * table. A sheet of blanks gives neither table nor finding: what that means is for the caller to say.
 *
 * @param grid grid[i] is row i + 1 of the spreadsheet
 */
export function tableFromGrid(
  name: string,
  grid: readonly (readonly RawCell[])[],
  tell: Tell,
): { table: RawTable | null; findings: Finding[] } {
  const headerIndex = findHeader(grid);
  if (headerIndex === null) return { table: null, findings: [] };
  const findings = titlesAbove(name, grid, headerIndex, tell);
  const headerCells = grid[headerIndex] ?? [];
  const header = headerCells.slice(0, widthOf(headerCells)).map(headerText);
  const rows: RawRow[] = [];
  for (let i = headerIndex + 1; i < grid.length; i++) {
    const cells = grid[i] ?? [];
    if (widthOf(cells) > 0) rows.push({ row: i + 1, cells });
  }
  if (rows.length > rowLimit) {
    findings.push(tell('error', 'too-many-rows', { table: name, limit: rowLimit }, { table: name }));
    return { table: null, findings };
  }
  findings.push(...cellsBeyond(name, header.length, rows, tell));
  const fitted = rows.map(({ row, cells }) => ({ row, cells: fitCells(cells, header.length) }));
  findings.push(...eraseFormulaErrors(name, header, fitted, tell));
  return { table: { name, header, rows: fitted }, findings };
}

/** Whether a cell shows nothing. */
export function isBlank(cell: RawCell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

function findHeader(grid: readonly (readonly RawCell[])[]): number | null {
  const first = grid.findIndex((cells) => widthOf(cells) > 0);
  if (first < 0) return null;
  for (let i = first; i < Math.min(grid.length, headerSearchRows); i++) {
    if (filledCount(grid[i] ?? []) > 1) return i;
  }
  return first;
}

function titlesAbove(
  name: string,
  grid: readonly (readonly RawCell[])[],
  headerIndex: number,
  tell: Tell,
): Finding[] {
  return grid.slice(0, headerIndex).flatMap((cells, i) => {
    const title = cells.find((cell) => !isBlank(cell));
    if (title === undefined) return [];
    const facts = { title: headerText(title).trim(), headerRow: headerIndex + 1 };
    return [tell('repair', 'title-above-header', facts, { table: name, row: i + 1, value: facts.title })];
  });
}

function cellsBeyond(name: string, width: number, rows: readonly RawRow[], tell: Tell): Finding[] {
  const findings: Finding[] = [];
  let untold = 0;
  for (const { row, cells } of rows) {
    const beyond = cells.slice(width).find((cell) => !isBlank(cell));
    if (beyond === undefined) continue;
    if (findings.length >= rowsToldOneByOne) untold++;
    else {
      const place = { table: name, row, value: headerText(beyond) };
      findings.push(tell('warning', 'cells-beyond-header', { row, width }, place));
    }
  }
  if (untold > 0)
    findings.push(tell('warning', 'more-cells-beyond-header', { count: untold }, { table: name }));
  return findings;
}

function fitCells(cells: readonly RawCell[], width: number): RawCell[] {
  return Array.from({ length: width }, (_, j) => cells[j] ?? null);
}

function eraseFormulaErrors(
  name: string,
  header: readonly string[],
  rows: readonly { row: number; cells: RawCell[] }[],
  tell: Tell,
): Finding[] {
  const findings: Finding[] = [];
  for (const { row, cells } of rows) {
    for (const [j, value] of cells.entries()) {
      if (typeof value !== 'string' || !value.startsWith('#') || !formulaError.test(value.trim())) continue;
      cells[j] = null;
      const column = header[j] ?? '';
      findings.push(
        tell('warning', 'formula-error', { row, column, value }, { table: name, row, column, value }),
      );
    }
  }
  return findings;
}

function headerText(cell: RawCell): string {
  if (cell === null) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}

/** One more than the place of the last filled cell; 0 for a blank row. */
function widthOf(cells: readonly RawCell[]): number {
  return cells.findLastIndex((cell) => !isBlank(cell)) + 1;
}

function filledCount(cells: readonly RawCell[]): number {
  return cells.reduce((count: number, cell) => count + (isBlank(cell) ? 0 : 1), 0);
}
