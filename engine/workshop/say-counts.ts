import type { Change, ConflictRule } from '../methods/grouping/conflict.js';
import type { Language } from '../model/local-text.js';
import type { ConflictPhrases } from './conflict-phrases.js';
import type { CountLimits } from './count-phrases.js';
import { nameOf } from './name-of.js';

type CountRule = Extract<ConflictRule, { kind: 'quota' | 'variety' }>;

/** What a rule on counts asks. */
export function sayCount(
  rule: CountRule,
  names: readonly string[],
  say: ConflictPhrases,
  language: Language,
): string {
  return rule.kind === 'quota'
    ? say.counts.quota(limitsOf(rule), whom(rule, names, say, language))
    : say.counts.variety(rule.min, rule.subject?.[language], rule.kinds.length);
}

/** A limit that could be kept in its place. */
export function sayLimit(
  { rule, min, max }: Extract<Change, { kind: 'limit' }>,
  names: readonly string[],
  say: ConflictPhrases,
  language: Language,
): string {
  if (rule.kind === 'variety') return say.counts.lowerVariety(min ?? 0, rule.subject?.[language]);
  const counted = whom(rule, names, say, language);
  return max === undefined ? say.counts.lowerQuota(min ?? 0, counted) : say.counts.raiseQuota(max, counted);
}

/** The rule given up. */
export function sayDroppedCount(
  rule: CountRule,
  names: readonly string[],
  say: ConflictPhrases,
  language: Language,
): string {
  return rule.kind === 'quota'
    ? say.counts.dropQuota(limitsOf(rule), whom(rule, names, say, language))
    : say.counts.dropVariety(rule.subject?.[language]);
}

/** Those counted: by what they are called when there are several and it is known, else by their names. */
function whom(
  { units, subject }: Extract<CountRule, { kind: 'quota' }>,
  names: readonly string[],
  say: ConflictPhrases,
  language: Language,
): string {
  return subject && units.length > 1
    ? say.counts.among(units.length, subject[language])
    : say.names(units.map((i) => nameOf(names, i)));
}

function limitsOf({ min = 0, max, orNone = false }: Extract<CountRule, { kind: 'quota' }>): CountLimits {
  return { min, max, orNone };
}
