import type { Reason, Territory, Workshop } from '../../../engine/index.js';
import { departmentLabel } from '../../locale/department-names.js';
import { civilityLabel, kindLabel } from '../../locale/labels.js';
import { fictiveMark } from '../../locale/notices.js';
import { saying } from '../../locale/saying.js';
import { occupantOf, type PlanLookup } from './plan-lookup.js';
import { isAlternative, mainReasons } from './reason-codes.js';
import { type Reading, type Table, tableOf } from './table.js';

interface Participant {
  readonly number: number | null;
  readonly workshop: Workshop | null;
  readonly territory: Territory;
  /** where seats are placed */
  readonly seatId?: string;
}

/**
 * One row a territory in a workshop (a seat, where seats are placed), those left out at the end: the list an organiser sorts,
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
      ...seatColumns(lookup),
      {
        header: say('Type', 'Kind'),
        kind: 'text',
        width: 16,
        value: ({ territory }) => kindLabel(territory.kind, language),
      },
      {
        header: 'Départements',
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
        value: (row) => mainReasons(reasonsOf(row, lookup)).map(({ text }) => text[language]),
      },
      {
        header: say('Autre atelier possible', 'Other possible workshop'),
        kind: 'text',
        width: 28,
        value: (row) =>
          reasonsOf(row, lookup)
            .filter(isAlternative)
            .map(({ text }) => text[language]),
      },
    ],
    participantsOf(lookup),
    ({ number }) => number,
  );
}

/** What an attendance sheet of a plenary day needs; names only where they were asked for. */
function seatColumns(lookup: PlanLookup): Reading<Participant>[] {
  const { plan, language } = lookup;
  const say = saying(language);
  if (!plan.workshops.some(({ seatIds }) => seatIds)) return [];
  const seatOf = ({ seatId }: Participant) => (seatId === undefined ? undefined : lookup.seat(seatId));
  const named = plan.workshops.some(({ seatIds = [] }) => seatIds.some((id) => lookup.nameOf(id)));
  return [
    { header: say('Siège', 'Seat'), kind: 'code', width: 14, value: ({ seatId }) => seatId ?? null },
    {
      header: say('Collège', 'College'),
      kind: 'text',
      width: 14,
      value: (row) => seatOf(row)?.college ?? null,
    },
    {
      header: say('Civilité', 'Civility'),
      kind: 'text',
      width: 10,
      value: (row) => civilityLabel(occupantOf(seatOf(row))?.civility, language),
    },
    ...(named
      ? [
          {
            header: say('Nom', 'Name'),
            kind: 'text' as const,
            width: 24,
            value: ({ seatId }: Participant) =>
              seatId === undefined ? null : (lookup.nameOf(seatId) ?? null),
          },
        ]
      : []),
  ];
}

function reasonsOf({ territory, workshop, seatId }: Participant, lookup: PlanLookup): readonly Reason[] {
  return lookup.reasons(territory.id, workshop?.id ?? null, seatId);
}

function participantsOf(lookup: PlanLookup): Participant[] {
  const { workshops, unplaced } = lookup.plan;
  return [
    ...workshops.flatMap((workshop, place) =>
      workshop.territoryIds.map((id, k): Participant => {
        const seatId = workshop.seatIds?.[k];
        return {
          number: place + 1,
          workshop,
          territory: lookup.territory(id),
          ...(seatId === undefined ? {} : { seatId }),
        };
      }),
    ),
    ...unplaced.map(
      ({ territoryId, seatId }): Participant => ({
        number: null,
        workshop: null,
        territory: lookup.territory(territoryId),
        ...(seatId === undefined ? {} : { seatId }),
      }),
    ),
  ];
}

function sharedProblems({ workshop, territory }: Participant, lookup: PlanLookup): string[] {
  const declared = new Set(territory.needs.map(({ problemId }) => problemId));
  return (workshop?.problems ?? [])
    .filter(({ problemId }) => declared.has(problemId))
    .map(({ problemId }) => lookup.problemLabel(problemId));
}
