import type { Territory } from '../../../engine/index.js';
import { departmentLabel } from '../../locale/department-names.js';
import { kindLabel, traitLabel } from '../../locale/labels.js';
import { fictiveMark } from '../../locale/notices.js';
import { percentText } from '../../locale/number-text.js';
import { saying } from '../../locale/saying.js';
import type { PlanLookup } from './plan-lookup.js';
import { type Reading, type Table, tableOf } from './table.js';

/** One row a territory, placed or not, in the order of the input: everything the plan knows of it. */
export function territoriesTable(lookup: PlanLookup): Table {
  const say = saying(lookup.language);
  return tableOf<Territory>(
    { sheet: say('Territoires', 'Territories'), file: say('territoires.csv', 'territories.csv') },
    [...identity(lookup), ...place(lookup), ...answers(lookup)],
    lookup.plan.assembly.territories,
    ({ id }) => onlyOne(lookup.workshopNumbers(id)),
  );
}

function identity(lookup: PlanLookup): Reading<Territory>[] {
  const { language } = lookup;
  const say = saying(language);
  return [
    { header: say('Identifiant', 'Identifier'), kind: 'code', width: 12, value: ({ id }) => id },
    { header: say('Territoire', 'Territory'), kind: 'text', width: 38, value: ({ name }) => name },
    workshopColumn(lookup),
    { header: say('Type', 'Kind'), kind: 'text', width: 18, value: ({ kind }) => kindLabel(kind, language) },
    {
      header: 'Départements',
      kind: 'text',
      width: 22,
      value: ({ departments }) => departments.map(departmentLabel),
    },
    {
      header: 'Population',
      kind: 'integer',
      width: 12,
      value: ({ population }) => population ?? null,
    },
  ];
}

/** A badge where each territory sits in one workshop at most, else the numbers of all of them. */
function workshopColumn(lookup: PlanLookup): Reading<Territory> {
  const say = saying(lookup.language);
  const several = lookup.plan.assembly.territories.some(({ id }) => lookup.workshopNumbers(id).length > 1);
  return several
    ? {
        header: say('Ateliers', 'Workshops'),
        kind: 'text',
        width: 12,
        value: ({ id }) => lookup.workshopNumbers(id).join(', '),
      }
    : {
        header: say('Atelier', 'Workshop'),
        kind: 'badge',
        width: 10,
        value: ({ id }) => onlyOne(lookup.workshopNumbers(id)),
      };
}

function onlyOne([first, ...others]: readonly number[]): number | null {
  return first !== undefined && others.length === 0 ? first : null;
}

function place(lookup: PlanLookup): Reading<Territory>[] {
  const say = saying(lookup.language);
  const yesNo = (known: boolean | undefined) =>
    known === undefined ? null : known ? say('oui', 'yes') : say('non', 'no');
  return [
    {
      header: 'Latitude',
      kind: 'degrees',
      width: 11,
      value: ({ position }) => position?.lat ?? null,
    },
    {
      header: 'Longitude',
      kind: 'degrees',
      width: 11,
      value: ({ position }) => position?.lon ?? null,
    },
    {
      header: say('Position approchée', 'Approximate position'),
      kind: 'text',
      width: 13,
      value: ({ position }) =>
        position === undefined
          ? say('position inconnue', 'position unknown')
          : yesNo(position.approximate ?? false),
    },
    {
      header: say('Peut accueillir', 'Can host'),
      kind: 'text',
      width: 11,
      value: ({ canHost }) => yesNo(canHost),
    },
    {
      header: say('Équipé pour la visio', 'Ready for video'),
      kind: 'text',
      width: 12,
      value: ({ videoReady }) => yesNo(videoReady),
    },
  ];
}

function answers(lookup: PlanLookup): Reading<Territory>[] {
  const { language } = lookup;
  const say = saying(language);
  const graded = (problemId: string, grade: number) =>
    `${lookup.problemLabel(problemId)} (${percentText(grade, language)})`;
  return [
    {
      header: say('Caractéristiques', 'Traits'),
      kind: 'text',
      width: 20,
      value: ({ traits }) => traits.map((trait) => traitLabel(trait, language)).join(', '),
    },
    {
      header: say('Besoins (intensité)', 'Needs (intensity)') + fictiveMark(lookup.plan, lookup.language),
      kind: 'text',
      width: 58,
      value: ({ needs }) => needs.map(({ problemId, intensity }) => graded(problemId, intensity)).join(' · '),
    },
    {
      header:
        say('Expériences à montrer (niveau)', 'Experiences to show (level)') +
        fictiveMark(lookup.plan, lookup.language),
      kind: 'text',
      width: 46,
      value: ({ experiences }) =>
        experiences.map(({ problemId, level }) => graded(problemId, level)).join(' · '),
    },
    {
      header: say('Souhaits', 'Wishes'),
      kind: 'text',
      width: 28,
      value: ({ wishes }) => (wishes ?? []).map((wish) => lookup.territory(wish).name).join(', '),
    },
    {
      header: say('Membres (SIREN, INSEE)', 'Members (SIREN, INSEE)'),
      kind: 'text',
      width: 34,
      value: ({ members }) => members.join(', '),
    },
  ];
}
