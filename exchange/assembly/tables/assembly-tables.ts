import type {
  Assembly,
  Experience,
  Language,
  Meeting,
  Need,
  Seat,
  Slot,
  Territory,
} from '../../../engine/index.js';
import { type References, referencesOf } from './references.js';
import { ruleColumns } from './rule-columns.js';
import { type Column, layOut, listCell, type Table, type TableName } from './table.js';
import { civilityWords, kindWords, meetingWords, natureWords, yesNoWords } from './words.js';

/**
 * An assembly as the tables that organisers fill in: assembly, territories, problems, seats, history, rules, and slots if there are any.
 * The taxonomy is not among them: it is a file of its own.
 */
export function assemblyTables(assembly: Assembly, language: Language): Table[] {
  const references = referencesOf(assembly, language);
  return [
    layOut(names.assembly, assemblyColumns(language), [assembly], language),
    layOut(names.territories, territoryColumns(references, language), assembly.territories, language),
    layOut(names.problems, problemColumns(references, language), declarationsOf(assembly), language),
    layOut(names.seats, seatColumns(references, language), assembly.seats, language),
    layOut(names.history, historyColumns(references, language), assembly.history, language),
    layOut(names.rules, ruleColumns(references, language), assembly.rules, language),
    ...(assembly.slots ? [layOut(names.slots, slotColumns(), assembly.slots, language)] : []),
  ];
}

const names = {
  assembly: { fr: 'Assemblée', en: 'Assembly', files: { fr: 'assemblee', en: 'assembly' } },
  territories: { fr: 'Territoires', en: 'Territories', files: { fr: 'territoires', en: 'territories' } },
  problems: { fr: 'Problématiques', en: 'Problems', files: { fr: 'problematiques', en: 'problems' } },
  seats: { fr: 'Sièges', en: 'Seats', files: { fr: 'sieges', en: 'seats' } },
  history: { fr: 'Historique', en: 'History', files: { fr: 'historique', en: 'history' } },
  rules: { fr: 'Règles', en: 'Rules', files: { fr: 'regles', en: 'rules' } },
  slots: { fr: 'Créneaux', en: 'Slots', files: { fr: 'creneaux', en: 'slots' } },
} as const satisfies Record<string, TableName>;

function assemblyColumns(language: Language): Column<Assembly>[] {
  return [
    { fr: 'nom', en: 'name', cell: ({ name }) => name },
    { fr: 'fictive', en: 'fictive', cell: ({ fictive }) => yesOrNo(fictive, language) },
  ];
}

function territoryColumns(references: References, language: Language): Column<Territory>[] {
  return [
    { fr: 'id', en: 'id', cell: ({ id }) => id },
    { fr: 'nom', en: 'name', cell: ({ name }) => name },
    { fr: 'type', en: 'kind', cell: ({ kind }) => kindWords[language][kind] },
    { fr: 'départements', en: 'departments', cell: ({ departments }) => listCell(departments) },
    { fr: 'lat', en: 'lat', cell: ({ position }) => position?.lat },
    { fr: 'lon', en: 'lon', cell: ({ position }) => position?.lon },
    {
      fr: 'position approchée',
      en: 'approximate position',
      cell: ({ position }) => yesOrNo(position?.approximate, language),
      optional: true,
    },
    { fr: 'population', en: 'population', cell: ({ population }) => population },
    { fr: 'membres', en: 'members', cell: ({ members }) => listCell(members) },
    { fr: 'traits', en: 'traits', cell: ({ traits }) => listCell(traits) },
    {
      fr: 'souhaits',
      en: 'wishes',
      cell: ({ wishes }) => listCell(wishes?.map((wish) => references.wish(wish))),
      optional: true,
    },
    {
      fr: 'disponibilités',
      en: 'availability',
      cell: ({ availability }) => listCell(availability),
      optional: true,
    },
    {
      fr: 'peut accueillir',
      en: 'can host',
      cell: ({ canHost }) => yesOrNo(canHost, language),
      optional: true,
    },
    {
      fr: 'équipé visio',
      en: 'video ready',
      cell: ({ videoReady }) => yesOrNo(videoReady, language),
      optional: true,
    },
  ];
}

type Declaration = { readonly territoryId: string } & (
  | { readonly nature: 'need'; readonly declared: Need }
  | { readonly nature: 'experience'; readonly declared: Experience }
);

function declarationsOf({ territories }: Assembly): Declaration[] {
  return territories.flatMap(({ id, needs, experiences }): Declaration[] => [
    ...needs.map((declared) => ({ territoryId: id, nature: 'need' as const, declared })),
    ...experiences.map((declared) => ({ territoryId: id, nature: 'experience' as const, declared })),
  ]);
}

function problemColumns(references: References, language: Language): Column<Declaration>[] {
  return [
    { fr: 'territoire', en: 'territory', cell: ({ territoryId }) => references.territory(territoryId) },
    { fr: 'problème', en: 'problem', cell: ({ declared }) => references.problem(declared.problemId) },
    {
      fr: 'intensité',
      en: 'intensity',
      cell: ({ declared }) => ('level' in declared ? declared.level : declared.intensity),
    },
    { fr: 'nature', en: 'kind', cell: ({ nature }) => natureWords[language][nature] },
  ];
}

function seatColumns(references: References, language: Language): Column<Seat>[] {
  const words = civilityWords[language];
  return [
    { fr: 'id', en: 'id', cell: ({ id }) => id },
    { fr: 'territoire', en: 'territory', cell: ({ territoryId }) => references.territory(territoryId) },
    { fr: 'collège', en: 'college', cell: ({ college }) => college },
    { fr: 'titulaire', en: 'holder', cell: ({ holder }) => holder?.name },
    { fr: 'civilité', en: 'holder civility', cell: ({ holder }) => holder && words[holder.civility] },
    { fr: 'suppléant', en: 'deputy', cell: ({ deputy }) => deputy?.name },
    {
      fr: 'civilité suppléant',
      en: 'deputy civility',
      cell: ({ deputy }) => deputy && words[deputy.civility],
    },
    { fr: 'du', en: 'from', cell: ({ from }) => dayCell(from) },
    { fr: 'au', en: 'to', cell: ({ to }) => dayCell(to) },
  ];
}

function historyColumns(references: References, language: Language): Column<Meeting>[] {
  return [
    { fr: 'nature', en: 'kind', cell: ({ kind }) => meetingWords[language][kind] },
    { fr: 'date', en: 'date', cell: ({ date }) => dayCell(date) },
    {
      fr: 'territoires',
      en: 'territories',
      cell: ({ territoryIds }) => listCell(territoryIds.map(references.territoryInList)),
    },
    { fr: 'libellé', en: 'label', cell: ({ label }) => label },
    { fr: 'sièges', en: 'seats', cell: ({ seatIds }) => listCell(seatIds), optional: true },
  ];
}

function slotColumns(): Column<Slot>[] {
  return [
    { fr: 'id', en: 'id', cell: ({ id }) => id },
    { fr: 'libellé', en: 'label', cell: ({ label }) => label, optional: true },
    { fr: 'date', en: 'date', cell: ({ date }) => dayCell(date) },
    { fr: 'début', en: 'start', cell: ({ start }) => start },
    { fr: 'fin', en: 'end', cell: ({ end }) => end },
    { fr: 'capacité', en: 'capacity', cell: ({ capacity }) => capacity, optional: true },
  ];
}

function yesOrNo(value: boolean | undefined, language: Language): string | undefined {
  return value === undefined ? undefined : yesNoWords[language][value ? 'yes' : 'no'];
}

function dayCell(day: string | undefined) {
  return day === undefined ? null : { day };
}
