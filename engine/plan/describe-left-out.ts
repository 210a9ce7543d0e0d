import { type NameBook, nameBook } from '../explain/name-book.js';
import { nearestReason } from '../explain/reasons/rival-reasons.js';
import { stateReason } from '../explain/sentences/state-reason.js';
import { wantedCount } from '../methods/grouping/subset/subset-problem.js';
import type { Plan } from '../model/plan.js';
import type { Reason } from '../model/reason.js';
import type { Unplaced } from '../workshop/composed-workshops.js';
import type { Results } from './results.js';

/** Who and what the plan leaves out, and what is to be known of it as a whole; empty lists are left out themselves. */
export function describeLeftOut(results: Results): Pick<Plan, 'unplaced' | 'closed' | 'notices'> {
  const { input, composition } = results;
  const names = nameBook(input.taxonomy, input.territories);
  const closed = describeClosed(results, names);
  const notices = [
    ...referralNotices(results, names),
    ...(results.rivals ? nearestReason(results.rivals, input.territories, names) : []),
    ...(composition.withoutObject ?? []).map((ruleId) => withoutObject(results, ruleId, names)),
  ];
  return {
    unplaced: composition.unplaced.map((left) => {
      const seatId = input.seats[left.seat ?? -1]?.id;
      return {
        territoryId: input.territories[left.territory]?.id ?? '',
        ...(seatId === undefined ? {} : { seatId }),
        reason: unplacedReason(left, results, names),
      };
    }),
    ...(closed.length > 0 && { closed }),
    ...(notices.length > 0 && { notices }),
  };
}

function unplacedReason({ territory, seat, why }: Unplaced, results: Results, names: NameBook): Reason {
  const { input, settings } = results;
  const territoryId = input.territories[territory]?.id ?? '';
  const { id: seatId = '', from = '', to = '' } = input.seats[seat ?? -1] ?? {};
  switch (why) {
    case 'seat-empty':
      return stateReason(why, { territoryId, seatId }, names);
    case 'seat-out-of-term':
      return stateReason(why, { territoryId, seatId, from, to, date: settings.general.date ?? '' }, names);
    case 'nothing-to-share':
      return stateReason(why, { territoryId, minSize: settings.workshop.minSize }, names);
    case 'nothing-declared':
      return stateReason('unplaced-nothing-declared', { territoryId }, names);
    default:
      return stateReason(why, { territoryId }, names);
  }
}

function describeClosed(
  { input, settings, ground, composition }: Results,
  names: NameBook,
): NonNullable<Plan['closed']> {
  const { minSize } = settings.workshop;
  return (composition.closed ?? []).map(({ problem, territories }) => {
    const problemId = ground.profiles.problemIds[problem] ?? '';
    const sharing = territories.length;
    return {
      problemId,
      territoryIds: territories.map((i) => input.territories[i]?.id ?? ''),
      reason:
        sharing < minSize
          ? stateReason('closed-too-few', { problemId, sharing, minSize }, names)
          : stateReason('closed-for-others', { problemId, sharing }, names),
    };
  });
}

/** How the referral was read, and whether those with experience were too few. */
function referralNotices({ settings, ground, referral, composition }: Results, names: NameBook): Reason[] {
  if (!referral) return [];
  const { experiences, problemIds } = ground.profiles;
  const columns = referral.problems.map((id) => problemIds.indexOf(id));
  const members = composition.workshops[0]?.territories ?? [];
  const found = members.filter((i) =>
    columns.some((p) => (experiences.values[i * experiences.columns + p] ?? 0) > 0),
  ).length;
  const wanted = wantedCount(settings.workshop.experienceShare, members.length);
  const read = {
    problemIds: [...referral.problems],
    words: [...referral.words],
    text: settings.workshop.text,
  };
  return [
    stateReason('referral-read', read, names),
    ...(found < wanted ? [stateReason('referral-experience-short', { wanted, found }, names)] : []),
  ];
}

function withoutObject({ input, settings }: Results, ruleId: string, names: NameBook): Reason {
  const kind = input.rules.find(({ id }) => id === ruleId)?.kind;
  const numbered = kind === 'pinned' || kind === 'allowed' || kind === 'forbidden';
  return stateReason('rule-without-object', { ruleId, entry: settings.workshop.entry, numbered }, names);
}
