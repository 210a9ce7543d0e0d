import type { RuleAttribute } from '../../model/rule.js';
import { departmentOf } from '../cells/departments.js';
import { plainText, tidyText } from '../cells/plain-text.js';
import { choiceIn } from '../cells/read-words.js';
import { describeValue, type FindingLog } from '../findings/finding-log.js';
import { kindOfText } from '../names/territory-name.js';
import type { Cell } from '../tables/sheets.js';
import type { HeldValues } from './held-values.js';
import { civilityWords } from './rule-words.js';

/** The value of an attribute that a cell names, as the assembly writes it; an error if nobody there has it. */
export function attributeValueOf(
  cell: Cell,
  attribute: RuleAttribute,
  held: HeldValues,
  log: FindingLog,
): string | undefined {
  const written = tidyText(describeValue(cell.value));
  const values = held[attribute];
  const meant = readings[attribute](written, [...values.keys()]);
  if (meant !== undefined && values.has(meant)) return meant;
  const known = [...values.keys()].slice(0, mostTold);
  log.add('unknown-attribute-value', { attribute, value: written, known }, cell);
  return undefined;
}

/** as many as a sentence bears */
const mostTold = 12;

type Reading = (written: string, known: readonly string[]) => string | undefined;

const readings: Readonly<Record<RuleAttribute, Reading>> = {
  department: (written) => departmentOf(written),
  kind: (written) => kindOfText(written),
  trait: sameWord,
  college: sameWord,
  civility: (written) => choiceIn(written, civilityWords),
};

/** Accents, case and plurals apart. */
function sameWord(written: string, known: readonly string[]): string | undefined {
  return known.find((value) => value === written) ?? known.find((value) => keyOf(value) === keyOf(written));
}

function keyOf(text: string): string {
  return plainText(text)
    .split(' ')
    .map((word) => (word.length > 3 ? word.replace(/s$/, '') : word))
    .join(' ');
}
