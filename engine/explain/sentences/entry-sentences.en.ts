import type { EntryStatements } from './entry-statements.js';
import type { Sentences } from './statements.js';
import { list, number, quoted } from './wording.en.js';

/** What the entries other than the territorial one have to say, in English. */
export const entrySentencesEn: Pick<Sentences, keyof EntryStatements> = {
  'referral-needs': ({ problemIds, percents }, names) =>
    `The referral concerns it: ${graded(problemIds, percents, names.problem)}.`,
  'referral-experiences': ({ problemIds, percents }, names) =>
    `Has experience to show: ${graded(problemIds, percents, names.problem)}.`,
  'referral-by-rule': () => 'A rule brings it in; it declared neither need nor experience of the matter.',
  'seat-empty': ({ seatId }) => `Seat ${seatId} is empty: neither holder nor deputy.`,
  'seat-out-of-term': ({ seatId, from, to, date }) =>
    from && from > date
      ? `The term of seat ${seatId} begins on ${from}, after the session of ${date}.`
      : `The term of seat ${seatId} ended on ${to}, before the session of ${date}.`,
  'no-seat': () => 'This territory has no seat in the assembly.',
  'unplaced-nothing-declared': () => 'This territory declared no need: no thematic workshop can draw it.',
  'kept-out-by-rule': () => 'A rule asks that it does not take part.',
  'not-asked': () =>
    'The referral does not concern it: it declared neither need nor experience of the matter.',
  'served-otherwise': () => 'The referral concerns it too; other territories answer it better at this size.',
  'nothing-to-share': ({ minSize }) =>
    `None of its problems is shared by enough territories to open a workshop (${minSize} at least).`,
  'no-room': () =>
    'Its problems opened workshops without it, or opened none: the places go to others, better gathered.',
  'closed-too-few': ({ sharing, minSize }) =>
    `${number(sharing)} ${sharing === 1 ? 'territory has it' : 'territories share it'}; a workshop needs ${number(minSize)}.`,
  'closed-for-others': ({ sharing }) =>
    `${number(sharing)} territories share it, but they are better gathered in other workshops.`,
  'rule-without-object': ({ ruleId, entry, numbered }) => {
    const rule = `Rule ${quoted(ruleId)} is not applied`;
    if (!numbered) return `${rule}: it needs everyone placed once.`;
    return entry === 'thematic'
      ? `${rule}: it names a workshop by its number, and thematic workshops have one only once opened.`
      : `${rule}: it names another workshop than the one workshop of the referral.`;
  },
  'referral-read': ({ problemIds, words }, names) => {
    const parts = problemIds.map((id, rank) => {
      const by = words[rank];
      return by ? `${quoted(names.problem(id))} (recognised by ${by})` : quoted(names.problem(id));
    });
    return `The referral is about ${list(parts)}.`;
  },
  'referral-experience-short': ({ wanted, found }) =>
    found === 0
      ? 'No territory declared experience of the matter.'
      : `Only ${number(found)} ${found === 1 ? 'member has' : 'members have'} experience of the matter; ${number(wanted)} ${wanted === 1 ? 'was' : 'were'} wished for.`,
};

/** “Stations” (80%) and “Carpooling” (30%) */
function graded(ids: readonly string[], percents: readonly string[], name: (id: string) => string): string {
  return list(ids.map((id, rank) => `${quoted(name(id))} (${percents[rank]}%)`));
}
