import type { Territory, Workshop } from '../../../engine/index.js';
import { departmentLabel } from '../../locale/department-names.js';
import { kindLabel } from '../../locale/labels.js';
import { fictiveMark } from '../../locale/notices.js';
import { saying } from '../../locale/saying.js';
import type { PlanLookup } from './plan-lookup.js';
import { isAlternative, mainReasons } from './reason-codes.js';
import { type Table, tableOf } from './table.js';

interface Participant {
  readonly number: number | null;
  readonly workshop: Workshop | null;
  readonly territory: Territory;
}

/**
 * One row a territory in its workshop, those left out at the end: the list an organiser sorts,
 * filters and works in.
 */
export function participantsTable(lookup: PlanLookup): Table {
  const { language } = lookup;
  const say = saying(language);
  return tableOf<Participant>(
    { sheet: 'Participants', file: say('ateliers.csv', 'workshops.csv') },
    [
      { header: say('Atelier', 'Workshop'), kind: 'badge', width: 10, value: ({ number }) => number },
      {
        header: say('Titre de l’atelier', 'Workshop title'),
        kind: 'text',
        width: 24,
        value: ({ workshop }) => workshop?.title[language] ?? say('Sans atelier', 'No workshop'),
      },
      {
        header: say('Identifiant', 'Identifier'),
        kind: 'code',
        width: 12,
        value: ({ territory }) => territory.id,
      },
      { header: say('Territoire', 'Territory'), kind: 'text', width: 30, value: (row) => row.territory.name },
      {
        header: say('Type', 'Kind'),
        kind: 'text',
        width: 16,
        value: ({ territory }) => kindLabel(territory.kind, language),
      },
      {
        header: say('Départements', 'Départements'),
        kind: 'text',
        width: 20,
        value: ({ territory }) => territory.departments.map(departmentLabel),
      },
      {
        header: 'Population',
        kind: 'integer',
        width: 12,
        value: ({ territory }) => territory.population ?? null,
      },
      {
        header: say('Problèmes partagés', 'Shared problems') + fictiveMark(lookup.plan, lookup.language),
        kind: 'text',
        width: 30,
        value: (row) => sharedProblems(row, lookup),
      },
      {
        header: say('Pourquoi ici', 'Why here'),
        kind: 'text',
        width: 44,
        value: ({ territory }) => mainReasons(lookup.reasons(territory.id)).map(({ text }) => text[language]),
      },
      {
        header: say('Autre atelier possible', 'Other possible workshop'),
        kind: 'text',
        width: 28,
        value: ({ territory }) =>
          lookup
            .reasons(territory.id)
            .filter(isAlternative)
            .map(({ text }) => text[language]),
      },
    ],
    participantsOf(lookup),
    ({ number }) => number,
  );
}

function participantsOf(lookup: PlanLookup): Participant[] {
  const { workshops, unplaced } = lookup.plan;
  return [
    ...workshops.flatMap((workshop, place) =>
      workshop.territoryIds.map((id) => ({ number: place + 1, workshop, territory: lookup.territory(id) })),
    ),
    ...unplaced.map(({ territoryId }) => ({
      number: null,
      workshop: null,
      territory: lookup.territory(territoryId),
    })),
  ];
}

function sharedProblems({ workshop, territory }: Participant, lookup: PlanLookup): string[] {
  const declared = new Set(territory.needs.map(({ problemId }) => problemId));
  return (workshop?.problems ?? [])
    .filter(({ problemId }) => declared.has(problemId))
    .map(({ problemId }) => lookup.problemLabel(problemId));
}
