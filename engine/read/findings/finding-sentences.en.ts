import { englishCellSentences } from './cell-sentences.en.js';
import { englishChangeSentences } from './change-finding-sentences.en.js';
import type { FindingSentences } from './finding-facts.js';
import { englishGroupingSentences } from './grouping-sentences.en.js';
import { englishRuleSentences } from './rule-sentences.en.js';
import { quoted } from './sentence-parts.en.js';
import { englishSlotSentences } from './slot-sentences.en.js';

/** Every finding in English. */
export const englishSentences: FindingSentences = {
  ...englishCellSentences,
  ...englishGroupingSentences,
  ...englishRuleSentences,
  ...englishChangeSentences,
  ...englishSlotSentences,

  'nameless-territory': () => ({
    message: 'This row has neither an identifier nor a name of territory: it is not read.',
    suggestion: 'Give a name or a SIREN, or empty the row.',
  }),
  'id-from-siret': ({ value, read }) => ({
    message: `SIRET ${quoted(value)} is cut to its SIREN ${quoted(read)}.`,
  }),
  'duplicate-id': ({ id, firstRow }) => ({
    message: `Identifier ${quoted(id)} is already used in row ${firstRow}: this row is not read.`,
    suggestion: 'Give it another identifier, or merge the two rows.',
  }),
  'same-row-twice': ({ name, firstRow }) => ({
    message: `${quoted(name)} already stands in row ${firstRow}, word for word: this row is ignored.`,
  }),
  'same-territory-twice': ({ name, firstName, firstRow }) => ({
    message: `${quoted(name)} is the same territory as ${quoted(firstName)}, row ${firstRow}, with other answers: this row is not read.`,
    suggestion: 'Merge the two rows; if these are two territories, give each an identifier of its own.',
  }),
  'same-territory-two-ids': ({ name, firstName, firstRow, official }) => ({
    message: `${quoted(name)} and ${quoted(firstName)} (row ${firstRow}) have two identifiers but seem to be one territory, ${quoted(official)}: both are kept.`,
    suggestion: 'If they are one, merge the two rows; otherwise make their names more precise.',
  }),
  'completed-from-gazetteer': ({ name, id }) => ({
    message: `${quoted(name)} is completed from the list of known territories (SIREN ${id}).`,
  }),
  'name-recognised': ({ name, official, id }) => ({
    message: `${quoted(name)} is recognised: ${quoted(official)} (SIREN ${id}).`,
    suggestion: 'If that is wrong, give an identifier and a more precise name.',
  }),
  'ambiguous-name': ({ name }) => ({
    message: `${quoted(name)} looks like a known territory, without certainty: it is kept as it is.`,
    suggestion: 'If it is among the candidates, give its SIREN in the column "id".',
  }),
  'siren-name-mismatch': ({ id, name, official }) => ({
    message: `SIREN ${id} and the name ${quoted(name)} do not go together (the list of known territories has ${quoted(official)}): nothing is completed.`,
    suggestion: 'Correct the SIREN or the name.',
  }),
  'no-position': ({ name }) => ({
    message: `The position of ${quoted(name)} is not known: it will be placed regardless of its position.`,
    suggestion: 'Give its SIREN, or its latitude and longitude.',
  }),
  'no-position-at-all': ({ count }) => ({
    message: `None of the ${count} territories has a position: they will be placed regardless of geography.`,
    suggestion: 'Give their SIREN, or their latitudes and longitudes.',
  }),

  'missing-territory': () => ({
    message: 'The territory is missing: this row is not read.',
    suggestion: 'Write its identifier or its name.',
  }),
  'unknown-territory': ({ name, near }) => ({
    message: `${quoted(name)} is not in the list of territories.`,
    suggestion:
      near.length > 0
        ? `Is it ${near.map(quoted).join(' or ')}?`
        : 'Add it to the table "Territories" or correct its name.',
  }),
  'ambiguous-territory': ({ name }) => ({
    message: `${quoted(name)} may be several territories of the list: what is said of it here is left out.`,
    suggestion: 'Write the identifier of the right one.',
  }),
  'territory-read-as': ({ name, read }) => ({ message: `${quoted(name)} is read as ${quoted(read)}.` }),
  'territory-left-out': ({ name, row }) => ({
    message: `Territory ${quoted(name)} was not taken (row ${row} of the list): what is said of it here is not taken either.`,
    suggestion: `Correct row ${row} first.`,
  }),
  'past-territory-gone': ({ name }) => ({
    message: `${quoted(name)} is not (or no longer) in the list of territories: this past meeting counts without it.`,
    suggestion: 'Correct its name if it still belongs to the assembly.',
  }),
  'repeated-in-list': ({ name }) => ({ message: `${quoted(name)} is named twice: it counts once.` }),

  'missing-problem': () => ({
    message: 'The problem is missing.',
    suggestion: 'Write its identifier (such as hab.vacance), its label or a few words.',
  }),
  'problem-read-as': ({ text, label, problemId, evidence }) => ({
    message: `${quoted(text)} is read as ${quoted(label)} (${problemId}), because of ${quoted(evidence)}.`,
  }),
  'ambiguous-problem': ({ text }) => ({
    message: `${quoted(text)} can be read in several ways, or is not sure enough: it is left out.`,
    suggestion: 'Choose among the candidates and write the identifier.',
  }),
  'unknown-problem': ({ text, near }) => ({
    message: `${quoted(text)} is no problem of the taxonomy.`,
    suggestion:
      near.length > 0
        ? `Is it ${near.join(' or ')}?`
        : 'Write the identifier or the label of a problem of the taxonomy.',
  }),
  'need-twice': ({ problemId, kept }) => ({
    message: `${problemId} is already declared by this territory: the larger intensity, ${kept}, is kept.`,
  }),

  'too-few-territories': ({ count }) => ({
    message: count === 0 ? 'No territory is named.' : 'Only one territory is named: at least two are needed.',
    suggestion: 'Name the territories, separated by | or commas.',
  }),

  'unknown-wish': ({ name, near }) => ({
    message: `The wish ${quoted(name)} names neither a territory of the list nor a workshop: it is kept, but counts for nothing.`,
    suggestion:
      near.length > 0
        ? `Is it ${near.map(quoted).join(' or ')}?`
        : 'Write the name of a territory, or "workshop 3".',
  }),
  'wish-for-itself': ({ name }) => ({
    message: `The wish ${quoted(name)} is the territory itself: it is not read.`,
    suggestion: 'Name another territory, or remove this wish.',
  }),
  'spelling-read-as': ({ value, read }) => ({
    message: `${quoted(value)} is read ${quoted(read)}, as elsewhere in the column.`,
  }),
};

/** Ends the message of a finding that stands for several rows. */
export const englishMore = (count: number): string =>
  count === 1 ? 'One more row is in the same case.' : `${count} more rows are in the same case.`;
