import pc from 'picocolors';
import type { Language, Plan, Workshop } from '../../engine/index.js';
import { departmentName } from '../../exchange/locale/department-names.js';
import { cadenceLabel, civilityLabel, formatLabel } from '../../exchange/locale/labels.js';
import { readingOfMeasures } from '../../exchange/locale/measures-reading.js';
import { kilometresText } from '../../exchange/locale/number-text.js';
import { readingOfRules } from '../../exchange/locale/rules-reading.js';
import { saying } from '../../exchange/locale/saying.js';
import {
  lookupOf,
  occupantOf,
  type PlanLookup,
  sharingCount,
} from '../../exchange/plan/tables/plan-lookup.js';
import { headingLines, type Paint } from './render-heading.js';
import { closedLines, noticeLines, unplacedLines } from './render-left-out.js';
import { measuresTable } from './render-measures.js';
import { plainText } from './render-plain.js';
import { wrapped } from './render-wrapped.js';

/** what ties a workshop; the rest is in the files */
const mostProblems = 4;

/**
 * A plan for a terminal: each workshop with its members and what they share, who sits in none, then
 * what it is worth beside the other methods and what that means. At most 100 columns.
 */
export function renderPlan(plan: Plan, language: Language, colour: boolean): string {
  const paint = pc.createColors(colour);
  const lookup = lookupOf(plan, language);
  const lines = [
    ...headingLines(plan.assembly, language, paint),
    ...noticeLines(plan, language, paint),
    ...plan.workshops.flatMap((workshop, place) => [
      ...workshopLines(workshop, place + 1, lookup, paint),
      '',
    ]),
    ...unplacedLines(lookup, paint),
    ...closedLines(lookup, paint),
    ...worthLines(plan, language, paint),
    ...rulesLines(plan, language),
    pairingsLine(plan, language),
  ];
  return `${lines.join('\n')}\n`;
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
    workshop.seatIds
      ? seatsText(workshop.seatIds, lookup)
      : say(`${size} territoires`, `${size} territories`),
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
    ...workshop.territoryIds.flatMap((id, k) => memberLines(id, workshop, workshop.seatIds?.[k], lookup)),
  ];
}

function memberLines(
  id: string,
  workshop: Workshop,
  seatId: string | undefined,
  lookup: PlanLookup,
): string[] {
  const { name, departments } = lookup.territory(id);
  const where = departments.length > 0 ? ` (${departments.map(departmentName).join(', ')})` : '';
  const role = seatId === undefined ? referralRole(id, workshop, lookup) : seatText(seatId, lookup);
  return wrapped('  • ', plainText(`${name}${where}${role === '' ? '' : ` : ${role}`}`));
}

/** « 8 sièges (4 femmes, 4 hommes) » */
function seatsText(seatIds: readonly string[], lookup: PlanLookup): string {
  const say = saying(lookup.language);
  const civilities = seatIds.map((id) => occupantOf(lookup.seat(id))?.civility);
  const women = civilities.filter((civility) => civility === 'F').length;
  const men = civilities.filter((civility) => civility === 'M').length;
  return say(
    `${seatIds.length} sièges (${women} ${women > 1 ? 'femmes' : 'femme'}, ${men} ${men > 1 ? 'hommes' : 'homme'})`,
    `${seatIds.length} seats (${women} ${women === 1 ? 'woman' : 'women'}, ${men} ${men === 1 ? 'man' : 'men'})`,
  );
}

function seatText(seatId: string, lookup: PlanLookup): string {
  const seat = lookup.seat(seatId);
  const civility = civilityLabel(occupantOf(seat)?.civility, lookup.language);
  return [seat?.college, civility].filter((part) => part).join(', ');
}

/** What it brings to a referral: that it has the problem, that it has experience of it. */
function referralRole(id: string, { id: workshopId }: Workshop, lookup: PlanLookup): string {
  const say = saying(lookup.language);
  const codes = new Set(lookup.reasons(id, workshopId).map(({ code }) => code));
  return [
    ...(codes.has('referral-needs') ? [say('besoin', 'need')] : []),
    ...(codes.has('referral-experiences') ? [say('expérience', 'experience')] : []),
    ...(codes.has('referral-by-rule') ? [say('par une règle', 'by a rule')] : []),
  ].join(', ');
}

function worthLines(plan: Plan, language: Language, paint: Paint): string[] {
  if (plan.workshops.length === 0) return [];
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
