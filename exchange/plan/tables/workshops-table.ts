import type { Workshop } from '../../../engine/index.js';
import { departmentName } from '../../locale/department-names.js';
import { cadenceLabel, formatLabel } from '../../locale/labels.js';
import { fictiveMark } from '../../locale/notices.js';
import { saying } from '../../locale/saying.js';
import { type PlanLookup, sharingCount } from './plan-lookup.js';
import { type Table, tableOf } from './table.js';

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
        header: say('Nombre de territoires', 'Number of territories'),
        kind: 'integer',
        width: 12,
        value: ({ workshop }) => workshop.territoryIds.length,
      },
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
        header: say('Départements', 'Départements'),
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
        header: say('Format', 'Format'),
        kind: 'text',
        width: 15,
        value: ({ workshop }) => formatLabel(workshop.format, lookup.language),
      },
      {
        header: say('Cadence', 'Cadence'),
        kind: 'text',
        width: 11,
        value: ({ workshop }) => cadenceLabel(workshop.cadence, lookup.language),
      },
    ],
    lookup.plan.workshops.map((workshop, place) => ({ number: place + 1, workshop })),
    ({ number }) => number,
  );
}

function departmentsOf(workshop: Workshop, lookup: PlanLookup): string[] {
  const codes = new Set(workshop.territoryIds.flatMap((id) => lookup.territory(id).departments));
  return [...codes].sort(byCodeUnits).map(departmentName);
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
