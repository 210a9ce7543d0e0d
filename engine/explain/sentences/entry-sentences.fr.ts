import type { EntryStatements } from './entry-statements.js';
import type { Sentences } from './statements.js';
import { list, number, quoted, space } from './wording.fr.js';

/** What the entries other than the territorial one have to say, in French. */
export const entrySentencesFr: Pick<Sentences, keyof EntryStatements> = {
  'referral-needs': ({ problemIds, percents }, names) =>
    `Concerné par la saisine : ${graded(problemIds, percents, names.problem)}.`,
  'referral-experiences': ({ problemIds, percents }, names) =>
    `A une expérience à montrer : ${graded(problemIds, percents, names.problem)}.`,
  'referral-by-rule': () =>
    'Une règle le fait participer ; il n’a déclaré ni besoin ni expérience sur le sujet.',
  'seat-empty': ({ seatId }) => `Le siège ${seatId} est vacant : ni titulaire ni suppléant.`,
  'seat-out-of-term': ({ seatId, from, to, date }) => {
    if (from && from > date)
      return `Le mandat du siège ${seatId} commence le ${day(from)}, après la séance du ${day(date)}.`;
    return `Le mandat du siège ${seatId} a pris fin le ${day(to)}, avant la séance du ${day(date)}.`;
  },
  'no-seat': () => 'Ce territoire n’a pas de siège dans l’assemblée.',
  'unplaced-nothing-declared': () =>
    'Ce territoire n’a déclaré aucun besoin : aucun atelier thématique ne peut l’attirer.',
  'kept-out-by-rule': () => 'Une règle demande qu’il ne participe pas.',
  'not-asked': () => 'La saisine ne le concerne pas : il n’a déclaré ni besoin ni expérience sur le sujet.',
  'served-otherwise': () =>
    'La saisine le concerne aussi ; d’autres territoires y répondent mieux à cette taille.',
  'nothing-to-share': ({ minSize }) =>
    `Aucun de ses problèmes n’est partagé par assez de territoires pour ouvrir un atelier (${minSize} au moins).`,
  'no-room': () =>
    'Ses problèmes ont ouvert des ateliers sans lui, ou n’en ont pas ouvert : les places y vont à d’autres, mieux rassemblés.',
  'closed-too-few': ({ sharing, minSize }) =>
    `${number(sharing)} ${sharing > 1 ? 'territoires le partagent' : 'territoire le rencontre'}, il en faut ${number(minSize)} pour ouvrir un atelier.`,
  'closed-for-others': ({ sharing }) =>
    `${number(sharing)} territoires le partagent, mais ils sont mieux rassemblés dans d’autres ateliers.`,
  'rule-without-object': ({ ruleId, entry, numbered }) => {
    const rule = `La règle ${quoted(ruleId)} n’est pas appliquée`;
    if (!numbered) return `${rule} : elle demande que chacun soit placé une fois.`;
    return entry === 'thematic'
      ? `${rule} : elle désigne un atelier par son numéro, et les ateliers thématiques n’en ont un qu’une fois ouverts.`
      : `${rule} : elle désigne un autre atelier que l’unique atelier de la saisine.`;
  },
  'referral-read': ({ problemIds, words }, names) => {
    const parts = problemIds.map((id, rank) => {
      const by = words[rank];
      return by ? `${quoted(names.problem(id))} (reconnu par ${by})` : quoted(names.problem(id));
    });
    return `La saisine porte sur ${list(parts)}.`;
  },
  'referral-experience-short': ({ wanted, found }) =>
    found === 0
      ? 'Aucun territoire n’a déclaré d’expérience sur le sujet.'
      : `Seulement ${number(found)} ${found > 1 ? 'participants ont' : 'participant a'} une expérience sur le sujet ; ${number(wanted)} ${wanted > 1 ? 'étaient souhaités' : 'était souhaité'}.`,
};

/** « Gares » (80 %) et « GEMAPI » (30 %) */
function graded(ids: readonly string[], percents: readonly string[], name: (id: string) => string): string {
  return list(ids.map((id, rank) => `${quoted(name(id))} (${percents[rank]}${space}%)`));
}

/** 23/11/2026 */
function day(iso: string): string {
  return iso.split('-').reverse().join('/');
}
