import type { LocalText } from '../../model/local-text.js';
import type { Reason } from '../../model/reason.js';
import type { Rule } from '../../model/rule.js';
import type { RuleOutcome } from '../../model/rule-outcome.js';
import type { NameBook } from '../name-book.js';
import { ruleAsks as asksEn } from '../sentences/rule-words.en.js';
import { ruleAsks as asksFr } from '../sentences/rule-words.fr.js';
import { stateReason } from '../sentences/state-reason.js';
import { ruleTerms } from './rule-terms.js';

/** as many cases as a sentence bears */
const mostParts = 3;

/** What a rule asked and what became of it, in plain words. */
export function outcomeReason(
  rule: Rule,
  { penalty, broken }: RuleOutcome,
  names: NameBook,
): { asks: LocalText; reason: Reason } {
  const terms = ruleTerms(rule);
  const asks = {
    fr: capitalised(asksFr(terms, names.fr)),
    en: capitalised(asksEn(terms, names.en)),
  };
  if (broken.length === 0) return { asks, reason: stateReason('rule-kept', { ruleId: rule.id }, names) };
  const told = broken.slice(0, mostParts);
  const facts = {
    ruleId: rule.id,
    kind: rule.kind,
    level: rule.level,
    penalty: Math.round(penalty * 1e6) / 1e6,
    parts: broken.length,
    territoryIds: told.flatMap((part) => part.territoryIds),
    partSizes: told.map((part) => String(part.territoryIds.length)),
    partWorkshops: told.map(({ workshop }) => String(workshop ?? '')),
  };
  return { asks, reason: stateReason('rule-broken', facts, names) };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
