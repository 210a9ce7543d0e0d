import type { MembershipSentences } from './membership-statements.js';
import { list, number, points, quoted } from './wording.en.js';

/** Every statement on places taken up again, in English. */
export const membershipSentencesEn: MembershipSentences = {
  'replanned-places': ({ moved, budget, forced, joined, left, changed }) => {
    const news = [
      ...(left > 0 ? [`${number(left)} left`] : []),
      ...(joined > 0 ? [`${number(joined)} joined`] : []),
      ...(changed > 0 ? [`${number(changed)} changed`] : []),
    ];
    const start = news.length > 0 ? `${list(news)}: ` : '';
    const made =
      moved === 0
        ? 'no other place changes'
        : `${number(moved)} ${moved > 1 ? 'places' : 'place'} taken or left`;
    const imposed =
      forced > 0
        ? `, beside ${number(forced)} that ${news.length > 0 ? 'the change' : 'this'} makes necessary`
        : '';
    const sentence = `${start}${made} (${number(budget)} at most)${imposed}.`;
    return (sentence[0] ?? '').toUpperCase() + sentence.slice(1);
  },
  'thematic-workshop-closes': ({ workshopId, problemId, declaring, minSize }, names) =>
    declaring < minSize
      ? `Workshop ${quoted(names.workshop(workshopId))} closes: ${declarers(declaring)} ${quoted(names.problem(problemId))}, ${number(minSize)} are needed.`
      : `Workshop ${quoted(names.workshop(workshopId))} closes: its members serve the whole better elsewhere.`,
  'thematic-workshop-opens': ({ workshopId, problemId, members }, names) =>
    `A workshop opens on ${quoted(names.problem(problemId))}, ${quoted(names.workshop(workshopId))}, with ${number(members)} territories.`,
  'place-in-new-workshop': ({ problemId }, names) =>
    `A workshop opens on ${quoted(names.problem(problemId))}, which it shares.`,
  'place-of-others': ({ otherIds }, names) => `It takes the place of ${list(otherIds.map(names.territory))}.`,
  'place-gained': ({ needPercent, points: likeness }) =>
    `${needPercent < 0 ? 'It did not declare the need' : `It declares the need at ${needPercent}%`}; mean likeness ${points(likeness)} to the other members.`,
  'place-lost-with-workshop': ({ problemId, declaring, minSize }, names) =>
    declaring < minSize
      ? `The workshop closes: ${declarers(declaring)} ${quoted(names.problem(problemId))}, ${number(minSize)} are needed.`
      : 'The workshop closes: its members serve the whole better elsewhere.',
  'problem-no-longer-declared': ({ problemId }, names) =>
    `It no longer declares ${quoted(names.problem(problemId))}, the problem of the workshop.`,
  'referral-no-longer-asks': () => 'The referral no longer concerns it, or a rule keeps it out.',
  'referral-now-demands': () => 'A rule brings it in.',
  'place-left-for-others': ({ workshopIds, most }, names) =>
    `It now sits in ${list(workshopIds.map((id) => quoted(names.workshop(id))))}: ${number(most)} ${most > 1 ? 'workshops' : 'workshop'} a territory at most.`,
  'place-left-to': ({ otherIds }, names) =>
    `It leaves its place to ${list(otherIds.map(names.territory))}: the whole is served better so.`,
  'place-lost': ({ points: likeness, needPercent, elsewhere }) => {
    const need = needPercent < 0 ? 'Mean' : `Need declared at ${needPercent}%; mean`;
    const still =
      elsewhere > 0
        ? `it keeps ${number(elsewhere)} ${elsewhere > 1 ? 'workshops' : 'workshop'}`
        : 'it sits nowhere any more';
    return `${need} likeness ${points(likeness)} to the members of today; ${still}.`;
  },
};

function declarers(count: number): string {
  if (count === 0) return 'no territory declares';
  return count > 1 ? `only ${number(count)} territories declare` : 'only one territory declares';
}
