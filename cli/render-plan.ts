import pc from 'picocolors';
import type { Language, Plan, Workshop } from '../engine/index.js';
import { departmentName } from '../exchange/locale/department-names.js';
import { cadenceLabel, formatLabel } from '../exchange/locale/labels.js';
import { readingOfMeasures } from '../exchange/locale/measures-reading.js';
import { fictiveNotice } from '../exchange/locale/notices.js';
import { kilometresText } from '../exchange/locale/number-text.js';
import { readingOfRules } from '../exchange/locale/rules-reading.js';
import { saying } from '../exchange/locale/saying.js';
import { lookupOf, type PlanLookup, sharingCount } from '../exchange/plan/tables/plan-lookup.js';
import { measuresTable } from './render-measures.js';
import { plainText } from './render-plain.js';
import { wrapped } from './render-wrapped.js';

/** what ties a workshop; the rest is in the files */
const mostProblems = 4;

type Paint = ReturnType<typeof pc.createColors>;

/**
 * A plan for a terminal: each workshop with its members and what they share, who sits in none, then
 * what it is worth beside the other methods and what that means. At most 100 columns.
 */
export function renderPlan(plan: Plan, language: Language, colour: boolean): string {
  const paint = pc.createColors(colour);
  const lookup = lookupOf(plan, language);
  const lines = [
    ...heading(plan, language, paint),
    ...plan.workshops.flatMap((workshop, place) => [
      ...workshopLines(workshop, place + 1, lookup, paint),
      '',
    ]),
    ...unplacedLines(lookup, paint),
    ...worthLines(plan, language, paint),
    ...rulesLines(plan, language),
    pairingsLine(plan, language),
  ];
  return `${lines.join('\n')}\n`;
}

function heading(plan: Plan, language: Language, paint: Paint): string[] {
  const name = plan.assembly.name;
  return [
    ...(name === undefined ? [] : wrapped('', plainText(name), paint.bold)),
    ...(plan.assembly.fictive ? wrapped('', fictiveNotice(language), paint.yellow) : []),
    ...(name === undefined && !plan.assembly.fictive ? [] : ['']),
  ];
}

function workshopLines(workshop: Workshop, number: number, lookup: PlanLookup, paint: Paint): string[] {
  const { language } = lookup;
  const say = saying(language);
  const size = workshop.territoryIds.length;
  const problems = workshop.problems.slice(0, mostProblems).map((problem) => {
    const count = sharingCount(workshop, problem);
    return `${lookup.problemLabel(problem.problemId)} (${say(`${count} sur ${size}`, `${count} of ${size}`)})`;
  });
  const facts = [
    say(`${size} territoires`, `${size} territories`),
    `${formatLabel(workshop.format, language).toLowerCase()}, ${cadenceLabel(workshop.cadence, language).toLowerCase()}`,
    // 0 when fewer than two members have a known position
    ...(workshop.measures.spreadKm > 0
      ? [
          `${say('éloignement moyen', 'mean distance')} ${kilometresText(workshop.measures.spreadKm, language)}`,
        ]
      : []),
  ];
  return [
    ...wrapped(`${say('Atelier', 'Workshop')} ${number} · `, plainText(workshop.title[language]), paint.bold),
    ...wrapped('  ', facts.join(' · '), paint.dim),
    ...(problems.length > 0
      ? wrapped(say('  Partagent : ', '  Share: '), plainText(problems.join(' · ')))
      : []),
    ...workshop.territoryIds.flatMap((id) => memberLines(id, lookup)),
  ];
}

function memberLines(id: string, lookup: PlanLookup): string[] {
  const { name, departments } = lookup.territory(id);
  const where = departments.length > 0 ? ` (${departments.map(departmentName).join(', ')})` : '';
  return wrapped('  • ', plainText(`${name}${where}`));
}

function unplacedLines(lookup: PlanLookup, paint: Paint): string[] {
  const { plan, language } = lookup;
  if (plan.unplaced.length === 0) return [];
  const title = saying(language)('Sans atelier', 'Without a workshop');
  return [
    paint.bold(`${title} (${plan.unplaced.length})`),
    ...plan.unplaced.flatMap(({ territoryId, reason }) =>
      wrapped('  • ', plainText(`${lookup.territory(territoryId).name} : ${reason.text[language]}`)),
    ),
    '',
  ];
}

function worthLines(plan: Plan, language: Language, paint: Paint): string[] {
  return [
    paint.bold(saying(language)('Ce que valent ces ateliers', 'What these workshops are worth')),
    ...measuresTable(plan, language, paint.bold),
    '',
    ...readingOfMeasures(plan, language).flatMap((sentence) => wrapped('  ', sentence)),
    '',
  ];
}

function rulesLines(plan: Plan, language: Language): string[] {
  const reading = readingOfRules(plan, language);
  return reading === null ? [] : wrapped('', plainText(reading));
}

function pairingsLine({ pairings, unpaired }: Plan, language: Language): string {
  const say = saying(language);
  const count = pairings.length;
  const proposed = say(
    count > 1 ? `${count} jumelages proposés` : `${count} jumelage proposé`,
    count === 1 ? '1 pairing proposed' : `${count} pairings proposed`,
  );
  if (unpaired.length === 0) return `${proposed}.`;
  return say(
    `${proposed}, ${unpaired.length} territoire${unpaired.length > 1 ? 's' : ''} sans partenaire.`,
    `${proposed}, ${unpaired.length} ${unpaired.length > 1 ? 'territories' : 'territory'} without a partner.`,
  );
}
