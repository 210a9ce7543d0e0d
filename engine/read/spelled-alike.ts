import type { Territory } from '../model/territory.js';
import { oneSpelling } from './cells/one-spelling.js';
import type { FindingLog } from './findings/finding-log.js';
import { cellsOf, type SheetRow } from './tables/sheets.js';

/** Lists of words that mean something by being the same from one territory to another. */
export const wordLists = ['traits', 'availability'] as const;
export type WordList = (typeof wordLists)[number];

interface Drafted {
  readonly territory: Territory;
  readonly row: SheetRow;
}

/** "Mardi matin" and "mardi-matin" are one slot: the spelling of most stands for all, and is told. */
export function spelledAlike<Draft extends Drafted>(
  drafts: readonly Draft[],
  field: WordList,
  log: FindingLog,
): Draft[] {
  const spellingOf = oneSpelling(drafts.flatMap(({ territory }) => territory[field] ?? []));
  return drafts.map((draft) => {
    const written = draft.territory[field];
    if (!written) return draft;
    const [cell] = cellsOf(draft.row, field);
    for (const value of written) {
      const read = spellingOf(value);
      if (read !== value) log.add('spelling-read-as', { value, read }, cell);
    }
    const words = [...new Set(written.map(spellingOf))];
    return { ...draft, territory: { ...draft.territory, [field]: words } };
  });
}
