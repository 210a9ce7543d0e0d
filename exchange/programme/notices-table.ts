import type { ProgrammeNotice, Reason } from '../../engine/index.js';
import { saying } from '../locale/saying.js';
import { type Table, tableOf } from '../plan/tables/table.js';
import type { ProgrammeLookup } from './programme-lookup.js';

/** One row a thing to know: what could not be done, and what was done instead. */
export function noticesTable({ notices, language }: ProgrammeLookup): Table {
  const say = saying(language);
  const words: Readonly<Record<Subject, string>> = {
    rounds: say('Tours', 'Rounds'),
    chairs: say('Présidences', 'Chairs'),
    places: say('Lieux', 'Places'),
    pilots: say('Pilotes', 'Pilots'),
    dates: 'Dates',
  };
  return tableOf<Reason>(
    { sheet: say('À savoir', 'To know'), file: say('a-savoir.csv', 'to-know.csv') },
    [
      {
        header: say('Sujet', 'Subject'),
        kind: 'text',
        width: 16,
        value: ({ code }) => words[subjectOf(code)],
      },
      {
        header: say('Ce qu’il faut savoir', 'What there is to know'),
        kind: 'text',
        width: 110,
        value: ({ text }) => text[language],
      },
    ],
    notices,
    () => null,
  );
}

type Subject = 'rounds' | 'chairs' | 'places' | 'pilots' | 'dates';

function subjectOf(code: string): Subject {
  return (subjects as Readonly<Record<string, Subject>>)[code] ?? 'rounds';
}

/** What each notice is about. */
const subjects: Readonly<Record<ProgrammeNotice['code'], Subject>> = {
  'fewer-workshops': 'rounds',
  'small-round': 'rounds',
  'sits-out': 'rounds',
  'meets-again': 'rounds',
  'likeness-given-up': 'rounds',
  'chair-missing': 'chairs',
  'parity-unknown': 'chairs',
  'chairs-without-seats': 'chairs',
  'civility-unstated': 'chairs',
  'civility-absent': 'chairs',
  'deputy-chairs': 'chairs',
  'duties-uneven': 'chairs',
  'left-over': 'chairs',
  'nobody-can-host': 'places',
  'position-unknown': 'places',
  'video-not-ready': 'places',
  'no-slots': 'dates',
  'round-without-slot': 'dates',
  'round-day-instead': 'dates',
  'availability-unread': 'dates',
  'slot-on-holiday': 'dates',
  'slot-instead': 'dates',
  'never-available': 'dates',
  'absent-from-session': 'dates',
  'absences-in-round': 'dates',
  'round-short-of-slots': 'dates',
  'session-without-slot': 'dates',
  'fewer-pilots': 'pilots',
  'quota-not-met': 'pilots',
  'not-represented': 'pilots',
};
