import { plainText } from './plain-text.js';
import type { RawCell } from './raw-records.js';

/** A text or a cell without e-mails and phone numbers, and whether any was there. */
export interface WithoutContact<T> {
  readonly kept: T;
  readonly found: boolean;
}

/** Takes e-mails and French or international phone numbers out of a text. */
export function withoutContact(text: string): WithoutContact<string> {
  if (!text.includes('@') && !/\d/.test(text)) return { kept: text, found: false };
  const stripped = text.replace(email, ' ').replace(phone, ' ');
  if (stripped === text) return { kept: text, found: false };
  const kept = stripped
    .replace(/[<([{]\s*[>)\]}]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:–-]+|[\s,;:–-]+$/g, '');
  return { kept, found: true };
}

/**
 * The same for a whole cell, in depth: texts are cleaned, entries of objects that are called a contact are left out.
 * `codes` says that the cell holds codes and numbers, where ten digits are no phone number.
 */
export function cellWithoutContact(cell: RawCell, codes: boolean): WithoutContact<RawCell> {
  const found = { any: false };
  const kept = clean(cell, codes, found) as RawCell;
  return { kept, found: found.any };
}

/** Whether a header announces e-mails, phone numbers or addresses. */
export function isContactHeader(header: string): boolean {
  return (
    header.includes('@') ||
    plainText(header)
      .split(' ')
      .some((word) => contactWords.has(word))
  );
}

/** Anything around an @: an address mistyped is an address all the same. */
const email = /(?:mailto:)?[^\s<>()[\]{},;:|"«»]*@[^\s<>()[\]{},;|"«»]*/g;
/** 0x xx xx xx xx, +33 x xx xx xx xx, +cc and eight digits or more; not inside a longer code. */
const phone =
  /(?<![\p{L}\d])(?:(?:\+|00)\d{1,3}[\s.-]?(?:\(0\)\s?)?\d(?:[\s.-]?\d){7,11}|0[1-9](?:[\s.-]?\d{2}){4})(?![\p{L}\d])/gu;

const contactWords = new Set([
  'mail',
  'mails',
  'email',
  'emails',
  'courriel',
  'courriels',
  'mel',
  'tel',
  'telephone',
  'telephones',
  'phone',
  'phones',
  'portable',
  'mobile',
  'fax',
  'contact',
  'contacts',
  'coordonnees',
]);

function clean(value: unknown, codes: boolean, found: { any: boolean }): unknown {
  if (typeof value === 'string') {
    const stripped = codes && !value.includes('@') ? { kept: value, found: false } : withoutContact(value);
    if (stripped.found) found.any = true;
    return stripped.kept;
  }
  if (Array.isArray(value)) return value.map((item) => clean(item, codes, found));
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  const kept: [string, unknown][] = [];
  for (const [key, item] of Object.entries(value)) {
    if (isContactHeader(key)) found.any = true;
    else kept.push([key, clean(item, codes, found)]);
  }
  return Object.fromEntries(kept);
}
