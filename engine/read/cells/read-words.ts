import type { FindingLog } from '../findings/finding-log.js';
import { describeValue } from '../findings/finding-log.js';
import type { Cell } from '../tables/sheets.js';
import { plainText, tidyText } from './plain-text.js';

/** The text of a cell, tidied; a number or a date is a text too, a list or an object is an error. */
export function textOf(cell: Cell | undefined, log: FindingLog): string | undefined {
  if (!cell) return undefined;
  const { value } = cell;
  if (typeof value === 'object' && !(value instanceof Date)) {
    log.add('not-text', { column: cell.column }, cell);
    return undefined;
  }
  const written = describeFully(value);
  const read = tidyText(written);
  if (read === '') return undefined;
  // spaces at the ends are of no consequence; those inside made a name look different from itself
  if (/[\u00a0\u202f]|\s{2,}/u.test(written.trim()))
    log.add('spaces-tidied', { read: describeValue(read) }, cell);
  return read;
}

/** One of a few answers: its word in French, in English, and other words that people write. */
export type Choices<T extends string> = Readonly<
  Record<T, readonly [fr: string, en: string, ...others: string[]]>
>;

/** What may stand in a cell of choices, for those who must correct it. */
export function allowedAnswers(choices: Choices<string>): { fr: string[]; en: string[] } {
  const words = Object.values(choices);
  return { fr: words.map(([fr]) => fr), en: words.map(([, en]) => en) };
}

/** The answer that a cell gives, or undefined with an error that lists what may stand there. */
export function choiceOf<T extends string>(cell: Cell, choices: Choices<T>, log: FindingLog): T | undefined {
  const choice = choiceIn(describeValue(cell.value), choices);
  if (choice !== undefined) return choice;
  log.add('unknown-choice', { value: describeValue(cell.value), allowed: allowedAnswers(choices) }, cell);
  return undefined;
}

/** The answer that a text gives, if any; accents, case and signs do not count. */
export function choiceIn<T extends string>(text: string, choices: Choices<T>): T | undefined {
  const written = plainText(text);
  for (const [answer, words] of Object.entries(choices) as [T, readonly string[]][]) {
    if (words.some((word) => plainText(word) === written) || plainText(answer) === written) return answer;
  }
  return undefined;
}

/** Yes or no, or undefined with a warning. */
export function yesOrNo(cell: Cell | undefined, log: FindingLog): boolean | undefined {
  if (!cell) return undefined;
  if (typeof cell.value === 'boolean') return cell.value;
  const written = plainText(describeValue(cell.value));
  if (['oui', 'o', 'vrai', 'yes', 'y', 'true', 'x', '1'].includes(written)) return true;
  if (['non', 'n', 'faux', 'no', 'false', '0'].includes(written)) return false;
  log.add('not-yes-or-no', { value: describeValue(cell.value) }, cell);
  return undefined;
}

function describeFully(value: string | number | boolean | Date): string {
  return typeof value === 'string' ? value : describeValue(value);
}
