import type { Change, ConflictRule } from '../../methods/grouping/conflicts/conflict.js';
import type { Language } from '../../model/local-text.js';
import { nameOf } from '../name-of.js';
import type { ConflictPhrases } from './conflict-phrases.js';
import { countPhrases as en } from './count-phrases.en.js';
import { countPhrases as fr } from './count-phrases.fr.js';
import type { CountLimits, CountPhrases } from './count-phrases.js';

type CountRule = Extract<ConflictRule, { kind: 'quota' | 'variety' }>;

/** What a rule on counts asks. */
export function sayCount(
  rule: CountRule,
  names: readonly string[],
  say: ConflictPhrases,
  language: Language,
): string {
  return rule.kind === 'quota'
    ? countPhrasesOf(language).quota(limitsOf(rule), whom(rule, names, say, language))
    : countPhrasesOf(language).variety(rule.min, rule.subject?.[language], rule.kinds.length);
}

/** A limit that could be kept in its place. */
export function sayLimit(
  { rule, min, max }: Extract<Change, { kind: 'limit' }>,
  names: readonly string[],
  say: ConflictPhrases,
  language: Language,
): string {
  if (rule.kind === 'variety')
    return countPhrasesOf(language).lowerVariety(min ?? 0, rule.subject?.[language]);
  const counted = whom(rule, names, say, language);
  return max === undefined
    ? countPhrasesOf(language).lowerQuota(min ?? 0, counted)
    : countPhrasesOf(language).raiseQuota(max, counted);
}

/** The rule given up. */
export function sayDroppedCount(
  rule: CountRule,
  names: readonly string[],
  say: ConflictPhrases,
  language: Language,
): string {
  return rule.kind === 'quota'
    ? countPhrasesOf(language).dropQuota(limitsOf(rule), whom(rule, names, say, language))
    : countPhrasesOf(language).dropVariety(rule.subject?.[language]);
}

/** That these may only sit in some workshops, or not in some. */
export function sayAllowed(
  names: string,
  { groups, except }: Pick<Extract<ConflictRule, { kind: 'allowed' }>, 'groups' | 'except'>,
  language: Language,
): string {
  const { allowed, forbidden } = countPhrasesOf(language);
  return except ? forbidden(names, numbersOf(except)) : allowed(names, numbersOf(groups));
}

function numbersOf(groups: readonly number[]): number[] {
  return [...new Set(groups)].sort((a, b) => a - b).map((g) => g + 1);
}

/** That these may sit in any workshop again, or in those they were kept out of; or so many others of whom it was said. */
export function sayDroppedAllowed(
  names: string,
  { except }: Pick<Extract<ConflictRule, { kind: 'allowed' }>, 'except'>,
  others: number,
  language: Language,
): string {
  const { dropAllowed, dropForbidden } = countPhrasesOf(language);
  return except ? dropForbidden(names, numbersOf(except), others) : dropAllowed(names, others);
}

function countPhrasesOf(language: Language): CountPhrases {
  return language === 'fr' ? fr : en;
}

/** Those counted: by what they are called when there are several and it is known, else by their names. */
function whom(
  { units, subject }: Extract<CountRule, { kind: 'quota' }>,
  names: readonly string[],
  say: ConflictPhrases,
  language: Language,
): string {
  return subject && units.length !== 1
    ? countPhrasesOf(language).among(units.length, subject[language])
    : say.names(units.map((i) => nameOf(names, i)));
}

function limitsOf({
  min = 0,
  max,
  orNone = false,
  share,
}: Extract<CountRule, { kind: 'quota' }>): CountLimits {
  return { min, max, orNone, share };
}
