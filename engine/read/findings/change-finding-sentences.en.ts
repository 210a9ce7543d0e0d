import type { ChangeFindingFacts } from './change-finding-facts.js';
import type { SentencesOf } from './finding-facts.js';
import { quoted } from './sentence-parts.en.js';

/** The findings on a list of changes, in English. */
export const englishChangeSentences: SentencesOf<ChangeFindingFacts> = {
  'unknown-change': ({ value }) => ({
    message: `${quoted(value)} is not a known change.`,
    suggestion: 'Write “leaves”, “joins” or “changed”, or empty the cell if nothing changes.',
  }),
  'change-without-territory': () => ({
    message: 'This row tells a change without telling of which territory.',
    suggestion: 'Give the id or the name of the territory, as in the plan.',
  }),
  'no-change': ({ column }) => ({
    message: `Column ${quoted(column)} is empty throughout: no territory leaves, joins or changes.`,
    suggestion: 'Write “leaves”, “joins” or “changed” in the rows concerned.',
  }),
  'already-in-plan': ({ name }) => ({
    message: `${quoted(name)} is in the plan already: it cannot join.`,
    suggestion: 'Write “changed” if its answers change; otherwise give the newcomer an id of its own.',
  }),
  'changed-twice': ({ name, firstRow }) => ({
    message: `${quoted(name)} has a change on row ${firstRow} already.`,
    suggestion: 'Keep one row a territory.',
  }),
};
