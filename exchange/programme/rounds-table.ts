import { formatLabel } from '../locale/labels.js';
import { fictiveMark } from '../locale/notices.js';
import { saying } from '../locale/saying.js';
import { type Reading, type Table, tableOf } from '../plan/tables/table.js';
import { type ProgrammeLookup, type RoundWorkshop, workshopsOf } from './programme-lookup.js';

/** as many as a cell bears; all are in the JSON */
const mostProblems = 4;

/** One row a workshop, round by round: who sits in it, on what, where and when. */
export function roundsTable(lookup: ProgrammeLookup): Table {
  const { programme, language } = lookup;
  const say = saying(language);
  return tableOf<RoundWorkshop>(
    { sheet: say('Tours', 'Rounds'), file: say('tours.csv', 'rounds.csv') },
    [
      { header: say('Tour', 'Round'), kind: 'integer', width: 7, value: ({ round }) => round },
      { header: say('Atelier', 'Workshop'), kind: 'badge', width: 9, value: ({ number }) => number },
      {
        header: say('Titre', 'Title'),
        kind: 'text',
        width: 34,
        value: ({ title }) => title[language],
      },
      {
        header: say('Nombre de participants', 'Number of members'),
        kind: 'integer',
        width: 15,
        value: (workshop) => (workshop.seatIds ?? workshop.territoryIds).length,
      },
      {
        header: say('Participants', 'Members'),
        kind: 'text',
        width: 46,
        value: (workshop) => lookup.members(workshop),
      },
      {
        header:
          say('Problèmes partagés', 'Shared problems') +
          fictiveMark({ assembly: programme.assembly }, language),
        kind: 'text',
        width: 38,
        value: ({ problems }) =>
          problems.slice(0, mostProblems).map(({ problemId }) => lookup.problemLabel(problemId)),
      },
      {
        header: say('Éloignement moyen', 'Mean distance'),
        kind: 'km',
        width: 13,
        value: ({ measures }) => measures.spreadKm,
      },
      {
        header: say('Ressemblance', 'Likeness'),
        kind: 'percent',
        width: 16,
        value: ({ measures }) => measures.coherence,
      },
      ...placeReadings(lookup),
      { header: say('Identifiant', 'Identifier'), kind: 'text', width: 13, value: ({ id }) => id },
    ],
    workshopsOf(programme),
    ({ round }) => round,
  );
}

function placeReadings(lookup: ProgrammeLookup): Reading<RoundWorkshop>[] {
  const { language } = lookup;
  const say = saying(language);
  return [
    {
      header: 'Format',
      kind: 'text',
      width: 17,
      value: ({ format }) => formatLabel(format, language),
    },
    {
      header: say('Accueil', 'Host'),
      kind: 'text',
      width: 24,
      value: ({ host }) => (host ? lookup.territory(host.territoryId).name : null),
    },
    {
      header: say('Première séance', 'First session'),
      kind: 'day',
      width: 14,
      value: ({ sessions }) => sessions[0]?.date ?? null,
    },
    {
      header: say('Séances', 'Sessions'),
      kind: 'integer',
      width: 11,
      value: ({ sessions }) => sessions.length,
    },
    {
      header: say('Trajets (aller et retour)', 'Travel (there and back)'),
      kind: 'km',
      width: 13,
      value: ({ host }) => host?.roadKm ?? null,
    },
    {
      header: say('Trajets évités', 'Travel avoided'),
      kind: 'km',
      width: 13,
      value: ({ avoided }) => avoided?.roadKm ?? null,
    },
  ];
}
