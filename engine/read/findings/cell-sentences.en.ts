import type { CellFindingFacts, SentencesOf } from './finding-facts.js';
import { quoted } from './sentence-parts.en.js';

/** The findings on tables, columns and cells, in English. */
export const englishCellSentences: SentencesOf<CellFindingFacts> = {
  'no-territories': () => ({
    message: 'No territory could be read.',
    suggestion: 'Give a table "Territories" with at least a column "name".',
  }),
  'one-territory': () => ({
    message: 'There is only one territory: nothing can be shared.',
    suggestion: 'Add the other territories, one row each.',
  }),
  'unknown-table': ({ table }) => ({
    message: `Table ${quoted(table)} is not recognised: it is not read.`,
    suggestion: 'Call it Territories, Problems, Seats, History or Rules if it is to be used.',
  }),
  'unknown-column': ({ column }) => ({
    message: `Column ${quoted(column)} is not recognised: it is not read.`,
    suggestion: 'Rename it if it is to be used; otherwise nothing to do.',
  }),
  'repeated-column': ({ column, kept }) => ({
    message: `Column ${quoted(column)} says the same as ${quoted(kept)}: only ${quoted(kept)} is read.`,
    suggestion: 'Keep one of the two columns.',
  }),
  'contact-column': ({ column }) => ({
    message: `Column ${quoted(column)} holds personal contact data: it is neither read nor kept.`,
    suggestion: 'Keep contacts in your own file; they are of no use here.',
  }),
  'contact-dropped': () => ({
    message:
      'An e-mail address or a phone number was removed from the cell: personal contact data is not kept.',
    suggestion: 'Remove it from the file too.',
  }),
  'territories-from-problems': ({ count }) => ({
    message: `There is no table "Territories": the ${count} territories named with their problems stand for it.`,
    suggestion: 'Add a table "Territories" to give their kind, département and position.',
  }),
  'bad-taxonomy': ({ path, problem }) => ({
    message: `The taxonomy given cannot be used (${path || 'as a whole'}: ${problem}): the usual taxonomy is used.`,
    suggestion: 'Correct it: themes, each with problems, each with id, fr and en.',
  }),
  'taxonomy-id-twice': ({ id }) => ({
    message: `In the taxonomy given, identifier ${quoted(id)} is used twice: the usual taxonomy is used.`,
    suggestion: 'Give each theme and each problem an identifier of its own.',
  }),

  'not-text': ({ column }) => ({
    message: `Column ${quoted(column)} expects a text.`,
    suggestion: 'Write a plain text in this cell.',
  }),
  'not-a-number': ({ value }) => ({
    message: `${quoted(value)} is not a number.`,
    suggestion: 'Write a number, such as 0.8 or 12345, or leave the cell empty.',
  }),
  'not-whole': ({ value }) => ({
    message: `${quoted(value)} is not a whole number.`,
    suggestion: 'Write a whole number, without decimals.',
  }),
  'out-of-range': ({ value, min, max, scale }) => ({
    message:
      max === null
        ? `${quoted(value)} is too small: a number above ${min} is expected.`
        : `${quoted(value)} is outside the range expected, ${min} to ${max}.`,
    suggestion: scaleAdvice(scale, max),
  }),
  'coordinate-out-of-range': ({ axis, value, guess }) => ({
    message: `${quoted(value)} is not a ${axis === 'lat' ? 'latitude (−90 to 90)' : 'longitude (−180 to 180)'}.`,
    suggestion: guess === null ? 'Give decimal degrees, such as 43.6.' : `Should it read ${guess}?`,
  }),
  'half-position': ({ missing }) => ({
    message: `The ${missing === 'lat' ? 'latitude' : 'longitude'} is missing: the position is not read.`,
    suggestion: 'Give both coordinates, or neither.',
  }),
  'coordinates-swapped': ({ lat, lon }) => ({
    message: `Latitude ${lat} and longitude ${lon} seem to be swapped: the position is left out.`,
    suggestion: `If the territory is in France, write lat ${lon} and lon ${lat}.`,
  }),
  'not-a-date': ({ value }) => ({
    message: `${quoted(value)} is not a date.`,
    suggestion: 'Write the date as dd/mm/yyyy or yyyy-mm-dd, such as 2016-11-04.',
  }),
  'impossible-date': ({ value, guess }) => ({
    message: `There is no such date as ${quoted(value)}.`,
    suggestion:
      guess === null
        ? 'Check the day and the month (dd/mm/yyyy).'
        : `Day and month may be swapped: should it read ${guess}?`,
  }),
  'dates-crossed': ({ from, to }) => ({
    message: `The end (${to}) comes before the beginning (${from}).`,
    suggestion: 'Swap the two dates or correct the wrong one.',
  }),
  'date-completed': ({ value, read }) => ({ message: `${quoted(value)} is read as ${read}.` }),
  'leading-zero': ({ value, read }) => ({
    message: `Lost leading zero: ${quoted(value)} is read ${quoted(read)}.`,
  }),
  'spaces-tidied': ({ read }) => ({ message: `Superfluous spaces removed: ${quoted(read)}.` }),
  'number-cleaned': ({ value, read }) => ({ message: `${quoted(value)} is read as the number ${read}.` }),
  'intensity-word': ({ value, read }) => ({ message: `Intensity ${quoted(value)} is read ${read}.` }),
  'unknown-department': ({ value }) => ({
    message: `${quoted(value)} is no département that we know: it is left out.`,
    suggestion: 'Write the code of the département, such as 09, 2A or 974.',
  }),
  'department-name': ({ value, read }) => ({
    message: `Département ${quoted(value)} is read ${quoted(read)}.`,
  }),
  'corsica-code': ({ value }) => ({
    message: `Code ${quoted(value)} does not say which département of Corsica is meant: it is left out.`,
    suggestion: 'Write 2A (Corse-du-Sud) or 2B (Haute-Corse).',
  }),
  'not-a-member-code': ({ value }) => ({
    message: `${quoted(value)} is neither a SIREN (9 digits) nor an INSEE code (5 characters): this member is left out.`,
    suggestion: 'Give the codes of the members, separated by | or commas.',
  }),
  'unknown-kind': ({ value }) => ({
    message: `Kind ${quoted(value)} is not known: the name says it, or else it is "other".`,
    suggestion:
      'Known kinds: CC, CA, CU, METROPOLE, PETR, PNR, PAYS, POLE_METROPOLITAIN, ASSOCIATION, OTHER.',
  }),
  'unknown-choice': ({ value, allowed }) => ({
    message: value === '' ? 'An answer is missing.' : `${quoted(value)} is not an answer expected here.`,
    suggestion: `Possible answers: ${allowed.en.join(', ')}.`,
  }),
  'not-yes-or-no': ({ value }) => ({
    message: `${quoted(value)} is neither yes nor no: the cell is not read.`,
    suggestion: 'Write yes or no.',
  }),
  'unknown-civility': () => ({
    message: 'The civility is not recognised: it is taken as "unspecified".',
    suggestion: 'Write F, M, or leave the cell empty.',
  }),
  'civility-from-title': ({ civility }) => ({
    message: `Civility ${civility} is taken from the title written before the name.`,
  }),
  'civility-contradicts-title': ({ civility }) => ({
    message: `The title written before the name and the civility column disagree: ${civility} (the column) is kept.`,
    suggestion: 'Correct the title or the column.',
  }),
};

function scaleAdvice(scale: number | null, max: number | null): string {
  if (scale !== null) {
    const written = scale === 100 ? '0 to 100' : `1 to ${scale}`;
    return `The whole column seems to be marked from ${written}: divide each mark by ${scale}.`;
  }
  return max === null ? 'Correct this number or leave the cell empty.' : 'Write 0.8 or 80 %, for example.';
}
