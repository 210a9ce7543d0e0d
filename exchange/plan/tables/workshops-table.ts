import type { Workshop } from '../../../engine/index.js';
import { departmentName } from '../../locale/department-names.js';
import { cadenceLabel, formatLabel } from '../../locale/labels.js';
import { fictiveMark } from '../../locale/notices.js';
import { saying } from '../../locale/saying.js';
import { occupantOf, type PlanLookup, sharingCount } from './plan-lookup.js';
import { type Reading, type Table, tableOf } from './table.js';

/** what ties a workshop, the best first; the plan as JSON holds them all */
const mostProblems = 6;

interface Numbered {
  readonly number: number;
  readonly workshop: Workshop;
}

/** One row a workshop: what an animation team pins on the wall. */
export function workshopsTable(lookup: PlanLookup): Table {
  const say = saying(lookup.language);
  return tableOf<Numbered>(
    { sheet: say('Ateliers', 'Workshops'), file: say('ateliers-resume.csv', 'workshops-summary.csv') },
    [
      { header: say('Atelier', 'Workshop'), kind: 'badge', width: 10, value: ({ number }) => number },
      {
        header: say('Titre', 'Title'),
        kind: 'text',
        width: 28,
        value: ({ workshop }) => workshop.title[lookup.language],
      },
      {
        header: lookup.plan.workshops.some(({ seatIds }) => seatIds)
          ? say('Nombre de sièges', 'Number of seats')
          : say('Nombre de territoires', 'Number of territories'),
        kind: 'integer',
        width: 12,
        value: ({ workshop }) => workshop.territoryIds.length,
      },
      ...seatColumns(lookup),
      {
        header: say('Territoires', 'Territories'),
        kind: 'text',
        width: 40,
        value: ({ workshop }) => workshop.territoryIds.map((id) => lookup.territory(id).name),
      },
      {
        header: say('Problèmes partagés', 'Shared problems') + fictiveMark(lookup.plan, lookup.language),
        kind: 'text',
        width: 38,
        value: ({ workshop }) =>
          workshop.problems.slice(0, mostProblems).map((problem) => {
            const count = sharingCount(workshop, problem);
            const of = workshop.territoryIds.length;
            return `${lookup.problemLabel(problem.problemId)} (${count} ${say('sur', 'of')} ${of})`;
          }),
      },
      {
        header: 'Départements',
        kind: 'text',
        width: 22,
        value: ({ workshop }) => departmentsOf(workshop, lookup),
      },
      {
        header: say('Éloignement moyen', 'Mean distance'),
        kind: 'km',
        width: 13,
        value: ({ workshop }) => workshop.measures.spreadKm,
      },
      {
        header: say('Cohérence (0 à 1)', 'Coherence (0 to 1)'),
        kind: 'decimal',
        width: 12,
        value: ({ workshop }) => workshop.measures.coherence,
      },
      {
        header: 'Format',
        kind: 'text',
        width: 15,
        value: ({ workshop }) => formatLabel(workshop.format, lookup.language),
      },
      {
        header: 'Cadence',
        kind: 'text',
        width: 11,
        value: ({ workshop }) => cadenceLabel(workshop.cadence, lookup.language),
      },
    ],
    lookup.plan.workshops.map((workshop, place) => ({ number: place + 1, workshop })),
    ({ number }) => number,
  );
}

/** Who is in a workshop of seats: how many women and men, and of each college. */
function seatColumns(lookup: PlanLookup): Reading<Numbered>[] {
  const say = saying(lookup.language);
  if (!lookup.plan.workshops.some(({ seatIds }) => seatIds)) return [];
  const seatsOf = ({ workshop: { seatIds = [] } }: Numbered) =>
    seatIds.flatMap((id) => lookup.seat(id) ?? []);
  const count = (row: Numbered, civility: string) =>
    seatsOf(row).filter((seat) => occupantOf(seat)?.civility === civility).length;
  return [
    { header: say('Femmes', 'Women'), kind: 'integer', width: 11, value: (row) => count(row, 'F') },
    { header: say('Hommes', 'Men'), kind: 'integer', width: 11, value: (row) => count(row, 'M') },
    {
      header: say('Collèges', 'Colleges'),
      kind: 'text',
      width: 16,
      value: (row) => {
        const colleges = seatsOf(row).map(({ college }) => college ?? say('sans collège', 'no college'));
        return [...new Set(colleges)]
          .sort()
          .map((college) => `${college} (${colleges.filter((other) => other === college).length})`);
      },
    },
  ];
}

function departmentsOf(workshop: Workshop, lookup: PlanLookup): string[] {
  const codes = new Set(workshop.territoryIds.flatMap((id) => lookup.territory(id).departments));
  return [...codes].sort().map(departmentName);
}
