import type { Language, Plan } from '../../engine/index.js';
import { saying } from '../../exchange/locale/saying.js';
import type { PlanLookup } from '../../exchange/plan/tables/plan-lookup.js';
import type { Paint } from './render-heading.js';
import { plainText } from './render-plain.js';
import { wrapped } from './render-wrapped.js';

/** names shown of those left out for one reason, and reasons shown; the files hold them all */
const mostNames = 12;
const mostReasons = 20;
const mostProblems = 5;

/** What is to be known of the whole plan before it is read. */
export function noticeLines({ notices = [] }: Plan, language: Language, paint: Paint): string[] {
  if (notices.length === 0) return [];
  return [...notices.flatMap(({ text }) => wrapped('', plainText(text[language]), paint.yellow)), ''];
}

/** Who sits in no workshop, together when the reason is the same. */
export function unplacedLines(lookup: PlanLookup, paint: Paint): string[] {
  const { plan, language } = lookup;
  if (plan.unplaced.length === 0) return [];
  const say = saying(language);
  const namesOf = new Map<string, string[]>();
  for (const { territoryId, reason } of plan.unplaced) {
    const text = reason.text[language];
    namesOf.set(text, [...(namesOf.get(text) ?? []), lookup.territory(territoryId).name]);
  }
  const seats = plan.unplaced.some(({ seatId }) => seatId !== undefined);
  const title = seats ? say('Sans place', 'Not placed') : say('Sans atelier', 'Without a workshop');
  return [
    paint.bold(`${title} (${plan.unplaced.length})`),
    ...[...namesOf].slice(0, mostReasons).flatMap(([text, names]) => {
      if (names.length === 1) return wrapped('  • ', plainText(`${names[0]} : ${text}`));
      const more = names.length - mostNames;
      const shown =
        more > 0 ? [...names.slice(0, mostNames), say(`et ${more} autres`, `and ${more} more`)] : names;
      return [
        ...wrapped('  • ', plainText(`${text} (${names.length})`)),
        ...wrapped('    ', plainText(shown.join(' · ')), paint.dim),
      ];
    }),
    ...(namesOf.size > mostReasons
      ? [say(`    et ${namesOf.size - mostReasons} autres`, `    and ${namesOf.size - mostReasons} more`)]
      : []),
    '',
  ];
}

/** The problems shared without a workshop, the most shared first. */
export function closedLines(lookup: PlanLookup, paint: Paint): string[] {
  const { plan, language } = lookup;
  const closed = [...(plan.closed ?? [])].sort((a, b) => b.territoryIds.length - a.territoryIds.length);
  if (closed.length === 0) return [];
  const say = saying(language);
  const more = closed.length - mostProblems;
  return [
    paint.bold(
      say(
        `Problèmes partagés sans atelier (${closed.length})`,
        `Shared problems without a workshop (${closed.length})`,
      ),
    ),
    ...closed
      .slice(0, mostProblems)
      .flatMap(({ problemId, reason }) =>
        wrapped('  • ', plainText(`${lookup.problemLabel(problemId)} : ${reason.text[language]}`)),
      ),
    ...(more > 0 ? [say(`    et ${more} autres, dans plan.json`, `    and ${more} more, in plan.json`)] : []),
    '',
  ];
}
