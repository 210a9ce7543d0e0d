import { plainText } from '../cells/plain-text.js';
import { type ColumnField, headersOfRole, type TableRole } from './column-headers.js';

/** Columns that may come several times ("besoin 1", "besoin 2"): their cells are read one after the other. */
export const listFields: ReadonlySet<ColumnField> = new Set([
  'departments',
  'members',
  'traits',
  'needs',
  'experiences',
  'wishes',
  'availability',
  'workshop',
  'territories',
  'problem',
]);

/** Columns of lists of short codes: "09 11 12 31 32" is no phone number there. */
export const codeFields: ReadonlySet<ColumnField> = new Set(['departments', 'members', 'seats']);

/**
 * The field that a header names in a table of that role, or undefined. Accents, case, spaces,
 * underscores, plurals, brackets, articles and a closing number do not count.
 */
export function fieldOfHeader(role: TableRole, header: string): ColumnField | undefined {
  return fieldsOfRole[role].get(headerKey(header));
}

function headerKey(header: string): string {
  const plain = plainText(header.replace(/\([^)]*\)?/g, ' ').replace(/n°/gi, ' '));
  const telling = plain.split(' ').filter((word) => !linkWords.has(word));
  // "du" and "au" are headers too
  const words = telling.length > 0 ? telling : [plain];
  const singular = words.map((word) => (word.length > 2 ? word.replace(/s$/, '') : word));
  const key = singular.join('');
  return key.length > 1 ? key.replace(/\d+$/, '').replace(/(?<=..)s$/, '') : key;
}

const linkWords = new Set(['de', 'du', 'des', 'd', 'la', 'le', 'les', 'l', 'en', 'of', 'the', 'a']);

const fieldsOfRole: Readonly<Record<TableRole, ReadonlyMap<string, ColumnField>>> = {
  territories: keysOf(headersOfRole.territories),
  problems: keysOf(headersOfRole.problems),
  seats: keysOf(headersOfRole.seats),
  history: keysOf(headersOfRole.history),
  rules: keysOf(headersOfRole.rules),
  slots: keysOf(headersOfRole.slots),
  assembly: keysOf(headersOfRole.assembly),
};

function keysOf(fields: Partial<Record<ColumnField, readonly string[]>>): ReadonlyMap<string, ColumnField> {
  return new Map(
    (Object.entries(fields) as [ColumnField, readonly string[]][]).flatMap(([field, names]) =>
      names.map((name) => [headerKey(name), field] as const),
    ),
  );
}
