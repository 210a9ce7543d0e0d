import type { Reason } from '../../engine/index.js';
import { saying } from '../locale/saying.js';
import { type Table, tableOf } from '../plan/tables/table.js';
import type { ProgrammeLookup } from './programme-lookup.js';

/** One row a thing to know: what could not be done, and what was done instead. */
export function noticesTable({ programme, language }: ProgrammeLookup): Table {
  const say = saying(language);
  const subjects = {
    rounds: say('Tours', 'Rounds'),
    chairs: say('Présidences', 'Chairs'),
    places: say('Lieux', 'Places'),
    pilots: say('Pilotes', 'Pilots'),
    dates: say('Dates', 'Dates'),
  };
  return tableOf<Reason>(
    { sheet: say('À savoir', 'To know'), file: say('a-savoir.csv', 'to-know.csv') },
    [
      {
        header: say('Sujet', 'Subject'),
        kind: 'text',
        width: 16,
        value: ({ code }) => subjects[subjectOf(code)],
      },
      {
        header: say('Ce qu’il faut savoir', 'What there is to know'),
        kind: 'text',
        width: 110,
        value: ({ text }) => text[language],
      },
    ],
    programme.notices,
    () => null,
  );
}

type Subject = 'rounds' | 'chairs' | 'places' | 'pilots' | 'dates';

/** What a notice is about; dates are what most are. */
function subjectOf(code: string): Subject {
  const found = Object.entries(codesOf).find(([, codes]) => codes.includes(code));
  return (found?.[0] as Subject | undefined) ?? 'dates';
}

const codesOf: Readonly<Record<Exclude<Subject, 'dates'>, readonly string[]>> = {
  rounds: ['fewer-workshops', 'small-round', 'sits-out', 'meets-again', 'rule-without-object'],
  chairs: [
    'chair-missing',
    'parity-unknown',
    'chairs-without-seats',
    'civility-unstated',
    'civility-absent',
    'deputy-chairs',
    'duties-uneven',
    'left-over',
  ],
  places: ['nobody-can-host', 'position-unknown', 'video-not-ready'],
  pilots: ['fewer-pilots', 'quota-not-met', 'not-represented'],
};
