import type { FindingLog } from '../findings/finding-log.js';
import { type Cell, cellsOf, type SheetRow } from '../tables/sheets.js';
import { departmentOf, isDepartmentName } from './departments.js';
import { tidyText } from './plain-text.js';
import { codesOf } from './read-list.js';

/** The départements of a row as codes, lost zeros given back, names read, each once. */
export function departmentsOf(row: SheetRow, log: FindingLog): string[] {
  const found = new Set<string>();
  for (const { code, cell } of listed(row)) {
    const read = departmentOf(code);
    const at = { ...cell, value: code };
    if (read) {
      if (/^\d$/.test(code)) log.add('leading-zero', { value: code, read }, at);
      else if (!/^\d/.test(code)) log.add('department-name', { value: code, read }, at);
      found.add(read);
    } else if (code === '20') {
      log.add('corsica-code', { value: code }, at, [
        { id: '2A', label: 'Corse-du-Sud', confidence: 0.5 },
        { id: '2B', label: 'Haute-Corse', confidence: 0.5 },
      ]);
    } else log.add('unknown-department', { value: code }, at);
  }
  return [...found];
}

/** "31, 32", "09 11 12" and "Tarn et Hérault" are lists; "Haute Garonne", "09 - Ariège" and "Tarn-et-Garonne" are one. */
function listed(row: SheetRow): { code: string; cell: Cell }[] {
  return codesOf(cellsOf(row, 'departments'), /[,/]|(?<=\d[AB]?)\s+(?=\d)/i).flatMap(({ code, cell }) =>
    isDepartmentName(code) ? [{ code, cell }] : code.split(/\set\s/i).map((part) => ({ code: part, cell })),
  );
}

/** SIREN of EPCI (9 digits) and INSEE codes of communes (5 characters) that a row covers, sorted, each once. */
export function membersOf(row: SheetRow, log: FindingLog): string[] {
  const found = new Set<string>();
  for (const { code, cell } of codesOf(cellsOf(row, 'members'), /[,/\s]+/)) {
    const at = { ...cell, value: code };
    if (/^\d{9}$|^\d{5}$|^2[AB]\d{3}$/i.test(code)) found.add(code.toUpperCase());
    else if (/^\d{4}$/.test(code)) {
      log.add('leading-zero', { value: code, read: `0${code}` }, at);
      found.add(`0${code}`);
    } else log.add('not-a-member-code', { value: code }, at);
  }
  return [...found].sort();
}

/** An identifier as text: a SIREN written in groups is closed up, a SIRET is cut to its SIREN. */
export function identifierOf(cell: Cell | undefined, log: FindingLog): string | undefined {
  if (!cell) return undefined;
  const { value } = cell;
  if (typeof value !== 'string' && !Number.isSafeInteger(value)) {
    log.add('not-text', { column: cell.column }, cell);
    return undefined;
  }
  const written = tidyText(String(value));
  const closed = written.replace(/ /g, '');
  if (/^[12]\d{13}$/.test(closed)) {
    log.add('id-from-siret', { value: written, read: closed.slice(0, 9) }, cell);
    return closed.slice(0, 9);
  }
  if (closed !== written && /^\d{9}$/.test(closed)) {
    log.add('spaces-tidied', { read: closed }, cell);
    return closed;
  }
  return written;
}
