import type { Person, Seat } from '../model/seat.js';
import { oneSpelling } from './cells/one-spelling.js';
import { optional } from './cells/optional.js';
import { tidyText } from './cells/plain-text.js';
import { civilityOf, titleIn } from './cells/read-civility.js';
import { identifierOf } from './cells/read-codes.js';
import { dateOf } from './cells/read-date.js';
import { textOf } from './cells/read-words.js';
import type { FindingLog } from './findings/finding-log.js';
import { type TerritoryDirectory, territoryMeant } from './names/territory-directory.js';
import type { ColumnField } from './tables/column-headers.js';
import { type Cell, cellOf, type SheetRow } from './tables/sheets.js';

/** Reads the seats; those without an identifier are numbered within their territory, whatever the order of the rows. */
export function readSeats(rows: readonly SheetRow[], directory: TerritoryDirectory, log: FindingLog): Seat[] {
  const rowOfId = new Map<string, number>();
  const named: Seat[] = [];
  const unnamed: Omit<Seat, 'id'>[] = [];
  const spellingOf = oneSpelling(rows.flatMap((row) => writtenCollege(row) ?? []));
  for (const row of rows) {
    const errors = log.errorCount;
    const id = identifierOf(cellOf(row, 'id'), log);
    const seat = readSeat(row, directory, spellingOf, log);
    const firstRow = id === undefined ? undefined : rowOfId.get(id);
    if (id !== undefined && firstRow !== undefined) log.add('duplicate-id', { id, firstRow }, row.place);
    if (!seat || log.errorCount > errors) continue;
    if (id === undefined) unnamed.push(seat);
    else {
      rowOfId.set(id, row.place.row);
      named.push({ id, ...seat });
    }
  }
  return [...named, ...numbered(unnamed, rowOfId)];
}

function readSeat(
  row: SheetRow,
  directory: TerritoryDirectory,
  spellingOf: (college: string) => string,
  log: FindingLog,
): Omit<Seat, 'id'> | undefined {
  const territory = cellOf(row, 'territory');
  if (!territory) {
    log.add('missing-territory', {}, row.place);
    return undefined;
  }
  const territoryId = territoryMeant(textOf(territory, log) ?? '', directory, territory, log);
  const college = collegeOf(row, spellingOf, log);
  const holder = personOf(row, 'holder', 'holderFirstName', 'holderCivility', log);
  const deputy = personOf(row, 'deputy', 'deputyFirstName', 'deputyCivility', log);
  const fromCell = cellOf(row, 'from');
  const toCell = cellOf(row, 'to');
  const from = fromCell && dateOf(fromCell, log);
  const to = toCell && dateOf(toCell, log);
  if (from && to && to < from) log.add('dates-crossed', { from, to }, toCell);
  if (territoryId === undefined) return undefined;
  return {
    territoryId,
    ...optional('college', college),
    ...optional('holder', holder),
    ...optional('deputy', deputy),
    ...optional('from', from),
    ...optional('to', to),
  };
}

/** "Citoyens" and "citoyens" are one college: the spelling of most stands for all. */
function collegeOf(
  row: SheetRow,
  spellingOf: (college: string) => string,
  log: FindingLog,
): string | undefined {
  const written = textOf(cellOf(row, 'college'), log);
  if (written === undefined) return undefined;
  const read = spellingOf(written);
  if (read !== written) log.add('spelling-read-as', { value: written, read }, cellOf(row, 'college'));
  return read;
}

function writtenCollege(row: SheetRow): string | undefined {
  const { value } = cellOf(row, 'college') ?? {};
  return typeof value === 'string' ? tidyText(value) : undefined;
}

/** A person as the row states them; an empty seat has none. Nothing is inferred from a first name. */
function personOf(
  row: SheetRow,
  nameField: ColumnField,
  firstNameField: ColumnField,
  civilityField: ColumnField,
  log: FindingLog,
): Person | undefined {
  const cell = cellOf(row, nameField);
  const parts = partsOf(cell);
  const civilityCell = parts.civility ?? cellOf(row, civilityField);
  const stated = civilityCell && civilityOf(civilityCell, log);
  const written = parts.name === undefined ? undefined : textOf(parts.name, log);
  const { title, rest } = titleIn(written ?? '');
  // a value of a person never stands in a finding
  const at = cell && { ...cell, value: null };
  if (title && !civilityCell) log.add('civility-from-title', { civility: title }, at);
  if (title && stated && stated !== 'unspecified' && stated !== title) {
    log.add('civility-contradicts-title', { civility: stated }, at);
  }
  const name = tidyText(`${textOf(cellOf(row, firstNameField), log) ?? ''} ${rest}`);
  if (name === '' && !stated) return undefined;
  return { ...(name === '' ? {} : { name }), civility: stated ?? title ?? 'unspecified' };
}

/** JSON gives a person as { name, civility }. */
function partsOf(cell: Cell | undefined): { name?: Cell; civility?: Cell } {
  if (!cell) return {};
  const { value } = cell;
  if (typeof value !== 'object' || value instanceof Date || Array.isArray(value)) return { name: cell };
  const { name, civility } = value as { name?: unknown; civility?: unknown };
  return { ...optional('name', partOf(cell, name)), ...optional('civility', partOf(cell, civility)) };
}

function partOf(cell: Cell, value: unknown): Cell | undefined {
  return typeof value === 'string' && value !== '' ? { ...cell, value } : undefined;
}

function numbered(seats: readonly Omit<Seat, 'id'>[], taken: ReadonlyMap<string, number>): Seat[] {
  const sorted = seats
    .map((seat) => ({
      seat,
      key: JSON.stringify([seat.territoryId, seat.college ?? '', seat.from ?? '', seat]),
    }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const used = new Set(taken.keys());
  return sorted.map(({ seat }) => {
    let number = 1;
    while (used.has(`${seat.territoryId}-${number}`)) number++;
    const id = `${seat.territoryId}-${number}`;
    used.add(id);
    return { id, ...seat };
  });
}
