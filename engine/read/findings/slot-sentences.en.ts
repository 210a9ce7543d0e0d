import type { SentencesOf } from './finding-facts.js';
import { quoted } from './sentence-parts.en.js';
import type { SlotFindingFacts } from './slot-finding-facts.js';

/** The findings on slots, in English. */
export const englishSlotSentences: SentencesOf<SlotFindingFacts> = {
  'not-a-time': ({ value }) => ({
    message: `${quoted(value)} is not a time.`,
    suggestion: 'Write the time as 14:00 or 14h30.',
  }),
  'times-crossed': ({ start, end }) => ({
    message: `The end (${end}) does not come after the start (${start}).`,
    suggestion: 'Correct one of the two; a slot ends the day it starts.',
  }),
  'slot-part-missing': ({ part }) => ({
    message: part === 'date' ? 'The date of the slot is missing.' : 'The start of the slot is missing.',
    suggestion: part === 'date' ? 'Write it as dd/mm/yyyy.' : 'Write it as 14:00.',
  }),
  'slot-end-assumed': ({ read }) => ({
    message: `The end is missing: ${read} is taken (two hours after the start).`,
    suggestion: 'Add the end if the session lasts otherwise.',
  }),
  'same-slot-twice': ({ firstRow }) => ({
    message: `This slot is at the same time as that of row ${firstRow}: both are kept, but nobody will go to both.`,
    suggestion: 'To say that several workshops can meet then, leave one slot.',
  }),
};
