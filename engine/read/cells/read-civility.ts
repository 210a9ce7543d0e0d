import type { Person } from '../../model/seat.js';
import { describeValue, type FindingLog } from '../findings/finding-log.js';
import type { Cell } from '../tables/sheets.js';
import { plainText } from './plain-text.js';

type Civility = Person['civility'];

/** The civility that a cell states; anything else than a woman or a man is left unspecified, with a warning if it is not known. */
export function civilityOf(cell: Cell, log: FindingLog): Civility {
  const civility = civilityOfWord.get(plainText(describeValue(cell.value)));
  if (!civility) log.add('unknown-civility', {}, { ...cell, value: null });
  return civility ?? 'unspecified';
}

/** "Mme Dupont" states a civility: the title, and the name without it. */
export function titleIn(name: string): { title?: 'F' | 'M'; rest: string } {
  const found = /^(m(?:me|rs|s)|madame|mlle|mademoiselle|monsieur|mr|m)(?:\.\s*|\s+)(?=\S)/iu.exec(name);
  if (!found) return { rest: name };
  const [whole, word = ''] = found;
  // "M Dupont" is a title, "m dupont" may be an initial
  if (word === 'm') return { rest: name };
  const title = /^(?:mme|mrs|ms|madame|mlle|mademoiselle)$/i.test(word) ? 'F' : 'M';
  return { title, rest: name.slice(whole.length) };
}

const civilityOfWord = new Map<string, Civility>([
  ...['f', 'mme', 'madame', 'mlle', 'femme', 'feminin', 'mrs', 'ms', 'woman', 'female', 'w'].map(
    (word) => [word, 'F'] as const,
  ),
  ...['m', 'h', 'mr', 'monsieur', 'homme', 'masculin', 'man', 'male'].map((word) => [word, 'M'] as const),
  ...['unspecified', 'non precise', 'non precisee', 'nsp', 'autre', 'x', 'nb', 'non renseigne', 'other'].map(
    (word) => [word, 'unspecified'] as const,
  ),
]);
