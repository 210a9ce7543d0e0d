import type { ProgrammeSession } from '../../engine/index.js';
import { weekdayText } from '../locale/day-text.js';
import { formatLabel } from '../locale/labels.js';
import { saying } from '../locale/saying.js';
import { type Table, tableOf } from '../plan/tables/table.js';
import { type ProgrammeLookup, type RoundWorkshop, workshopsOf } from './programme-lookup.js';

interface DatedSession {
  readonly workshop: RoundWorkshop;
  readonly session: ProgrammeSession;
}

/** One row a session, in order of time; those without a date last. */
export function calendarTable(lookup: ProgrammeLookup): Table {
  const { programme, language } = lookup;
  const say = saying(language);
  const sessions = workshopsOf(programme)
    .flatMap((workshop) => workshop.sessions.map((session): DatedSession => ({ workshop, session })))
    .map((dated) => ({ dated, time: timeOf(dated) }))
    .sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0))
    .map(({ dated }) => dated);
  return tableOf<DatedSession>(
    { sheet: say('Calendrier', 'Calendar'), file: say('calendrier.csv', 'calendar.csv') },
    [
      {
        header: say('Jour', 'Day'),
        kind: 'text',
        width: 12,
        value: ({ session: { date } }) => (date === undefined ? null : weekdayText(date, language)),
      },
      { header: 'Date', kind: 'day', width: 13, value: ({ session }) => session.date ?? null },
      {
        header: say('Heure (Paris)', 'Time (Paris)'),
        kind: 'text',
        width: 15,
        value: ({ session: { start, end } }) =>
          start === undefined ? say('à fixer', 'to be set') : `${start} – ${end}`,
      },
      { header: say('Tour', 'Round'), kind: 'integer', width: 7, value: ({ workshop }) => workshop.round },
      {
        header: say('Atelier', 'Workshop'),
        kind: 'badge',
        width: 9,
        value: ({ workshop }) => workshop.number,
      },
      {
        header: say('Titre', 'Title'),
        kind: 'text',
        width: 42,
        value: ({ workshop }) => workshop.title[language],
      },
      {
        header: say('Séance', 'Session'),
        kind: 'text',
        width: 11,
        value: ({ workshop, session }) =>
          say(
            `${session.number} sur ${workshop.sessions.length}`,
            `${session.number} of ${workshop.sessions.length}`,
          ),
      },
      {
        header: say('Lieu', 'Place'),
        kind: 'text',
        width: 32,
        value: ({ workshop: { host, format } }) =>
          host ? lookup.territory(host.territoryId).name : formatLabel(format, language),
      },
      {
        header: say('Ce créneau ne convient pas à', 'This slot does not suit'),
        kind: 'text',
        width: 40,
        value: ({ session }) => session.absentIds.map(lookup.unit),
      },
      {
        header: say('Identifiant', 'Identifier'),
        kind: 'text',
        width: 13,
        value: ({ workshop }) => workshop.id,
      },
    ],
    sessions,
    ({ workshop }) => workshop.round,
  );
}

/** after every digit: a session without a date comes last */
const undated = '~';

function timeOf({ workshop, session: { date = undated, start = '', number } }: DatedSession): string {
  return `${date} ${start} ${workshop.id} ${String(number).padStart(3, '0')}`;
}
