import type { FindingSentences, RuleConflictKind } from './finding-facts.js';

/** The findings in English. */
export const englishSentences: FindingSentences = {
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
    message: `${quoted(name)} may be several territories of the list: it is left out.`,
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
  'pinned-without-workshop': () => ({
    message: 'This rule pins a territory without saying to which workshop.',
    suggestion: 'Give the number of the workshop, from 1.',
  }),
  'workshop-ignored': () => ({
    message: 'A workshop number is for "pinned" rules only: it is not read.',
    suggestion: 'To impose a workshop, add a "pinned" rule.',
  }),
  'rule-twice': ({ firstRow }) => ({
    message: `This rule already stands in row ${firstRow}: it counts once.`,
  }),
  'circular-rules': ({ conflict, rules, territories, dropped }) => ({
    message: `Rules ${listed(rules)} contradict each other: ${conflicts[conflict](territories)}. Rule ${dropped} is not taken.`,
    suggestion: `Remove rule ${dropped}, or ${rules.length > 2 ? 'one of the others' : 'the other'}: ${listed(rules.filter((rule) => rule !== dropped))}.`,
  }),
  'soft-rule-void': ({ rules, territories }) => ({
    message: `This wish cannot be kept for ${listed(territories.map(quoted))}, because of the hard ${rules.length > 1 ? 'rules' : 'rule'} ${listed(rules)}.`,
    suggestion: 'Remove the wish, or relax what stands against it.',
  }),
};

/** Ends the message of a finding that stands for several rows. */
export const englishMore = (count: number): string =>
  count === 1 ? 'One more row is in the same case.' : `${count} more rows are in the same case.`;

const conflicts: Readonly<Record<RuleConflictKind, (territories: readonly string[]) => string>> = {
  'apart-inside-together': (names) => `${listed(names.map(quoted))} are to be both together and apart`,
  'pinned-twice': (names) =>
    names.length > 1
      ? `${listed(names.map(quoted))} are to be together and are pinned to two workshops`
      : `${listed(names.map(quoted))} is pinned to two workshops`,
  'pinned-together-inside-apart': (names) =>
    `${listed(names.map(quoted))} are to be apart and are pinned to one workshop`,
};

function scaleAdvice(scale: number | null, max: number | null): string {
  if (scale !== null) {
    const written = scale === 100 ? '0 to 100' : `1 to ${scale}`;
    return `The whole column seems to be marked from ${written}: divide each mark by ${scale}.`;
  }
  return max === null ? 'Correct this number or leave the cell empty.' : 'Write 0.8 or 80 %, for example.';
}

function quoted(text: string): string {
  return `"${text}"`;
}

function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
