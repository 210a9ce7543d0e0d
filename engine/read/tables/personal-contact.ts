import { plainText } from '../cells/plain-text.js';
import type { RawCell } from './raw-records.js';

/** A text or a cell without e-mails and phone numbers, and whether any was there. */
export interface WithoutContact<T> {
  readonly kept: T;
  readonly found: boolean;
}

/** Takes e-mails and phone numbers, French or international, out of a text. */
export function withoutContact(text: string): WithoutContact<string> {
  return strip(text, phone);
}

/** The same for a whole cell, in depth: texts are cleaned, entries of objects that are called a contact are left out. */
export function cellWithoutContact(cell: RawCell): WithoutContact<RawCell> {
  return cleanCell(cell, phone);
}

/** The same for a list of short codes, where digits set apart by spaces are no phone number. */
export function codesWithoutContact(cell: RawCell): WithoutContact<RawCell> {
  return cleanCell(cell, unspacedPhone);
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

/** Anything around an @: an address mistyped is an address all the same. Longer parts are no address (RFC 5321). */
const email = /(?:mailto:)?[^\s<>()[\]{},;:|"«»@]{0,64}@[^\s<>()[\]{},;|"«»]{0,255}/g;
/** 0x xx xx xx xx, +33 x xx xx xx xx, +cc and eight digits or more; not inside a longer code. */
const phone =
  /(?<![\p{L}\d])(?:(?:\+|00)\d{1,3}[\s.-]?(?:\(0\)\s?)?\d(?:[\s.-]?\d){7,11}|0[1-9](?:[\s.-]?\d{2}){4})(?![\p{L}\d])/gu;

const unspacedPhone =
  /(?<![\p{L}\d])(?:(?:\+|00)\d{1,3}\d(?:[.-]?\d){7,11}|0[1-9](?:[.-]?\d{2}){4})(?![\p{L}\d])/gu;

/** A coordinate such as 43,00000000000004 has the digits of a phone number after its comma. */
const decimalNumber = /^\s*-?\d{1,3}[.,]\d+\s*$/;

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

function cleanCell(cell: RawCell, phones: RegExp): WithoutContact<RawCell> {
  const found = { any: false };
  const kept = clean(cell, phones, found) as RawCell;
  return { kept, found: found.any };
}

function clean(value: unknown, phones: RegExp, found: { any: boolean }): unknown {
  if (typeof value === 'string') {
    const stripped = strip(value, phones);
    if (stripped.found) found.any = true;
    return stripped.kept;
  }
  if (Array.isArray(value)) return value.map((item) => clean(item, phones, found));
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  const kept: [string, unknown][] = [];
  for (const [key, item] of Object.entries(value)) {
    if (isContactHeader(key)) found.any = true;
    else kept.push([key, clean(item, phones, found)]);
  }
  return Object.fromEntries(kept);
}

function strip(text: string, phones: RegExp): WithoutContact<string> {
  if (decimalNumber.test(text)) return { kept: text, found: false };
  const withoutEmail = text.includes('@') ? text.replace(email, ' ') : text;
  const stripped = withoutEmail.replace(phones, ' ');
  if (stripped === text) return { kept: text, found: false };
  const words = stripped.replace(/[<([{]\s?[>)\]}]/g, ' ').split(/\s+/);
  // the signs that stood around what is gone go too
  while (words.length > 0 && isSigns(words[0])) words.shift();
  while (words.length > 0 && isSigns(words.at(-1))) words.pop();
  return { kept: words.join(' ').replace(/[,;:]$/, ''), found: true };
}

function isSigns(word: string | undefined): boolean {
  return word !== undefined && /^[,;:–-]*$/.test(word);
}
