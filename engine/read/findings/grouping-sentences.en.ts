import type { SentencesOf } from './finding-facts.js';
import type { GroupingFindingFacts } from './grouping-finding-facts.js';
import { listed, quoted } from './sentence-parts.en.js';

/** Every finding on a grouping in English. */
export const englishGroupingSentences: SentencesOf<GroupingFindingFacts> = {
  'no-grouping-columns': ({ missing, columns }) => ({
    message: `No column tells the ${missing}${columns.length > 0 ? ` (read: ${listed(columns.map(quoted))})` : ''}.`,
    suggestion:
      'Give one row a territory, with a column “territory” (identifier or name) and a column “workshop”.',
  }),
  'no-grouping-rows': () => ({
    message: 'No territory is put into a workshop.',
    suggestion: 'Fill in the column “workshop”: a number or a name, the same for all its members.',
  }),
  'row-without-workshop': ({ name }) => ({
    message: `${quoted(name)} has no workshop: it counts as not placed.`,
    suggestion: 'Give it a workshop, or leave the cell empty if it does not take part.',
  }),
  'in-two-workshops': ({ name, workshop, firstWorkshop, firstRow }) => ({
    message: `${quoted(name)} is already in workshop ${quoted(firstWorkshop)} (row ${firstRow}); it cannot also be in ${quoted(workshop)}.`,
    suggestion: 'Keep one of the two rows.',
  }),
  'not-in-grouping': ({ names, count }) => ({
    message:
      count > 1
        ? `${count} territories of the list are in no workshop: ${names.join(', ')}${count > names.length ? '…' : '.'}`
        : `${quoted(names.join(''))} is in no workshop.`,
    suggestion: 'They count as not placed; add their rows if they take part.',
  }),
};
