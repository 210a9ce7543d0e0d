import type { Criterion, PairPenalty } from '../model/criterion.js';
import { mergedPairs } from './forms/merged-pairs.js';
import { pairCriterion } from './forms/pair-criterion.js';
import { checkPairs } from './forms/rule-facts.js';
import type { RuleTerms } from './forms/rule-terms.js';

/**
 * Units that met before do not meet again. `meetings`: how many times two units met; entries on the same pair
 * add up. Penalty, summed over pairs that share a group: times², so that two first repeats weigh less than
 * a second one.
 *
 * @throws EngineError `bad-rule`
 */
export function pastMeetingsCriterion({
  meetings,
  ...terms
}: RuleTerms & {
  readonly meetings: readonly (readonly [i: number, j: number, times: number])[];
}): Criterion {
  checkPairs(terms.ruleId, 'meetings', meetings, { from: 0, whole: true });
  const met = mergedPairs(meetings, (a, b) => a + b);
  return pairCriterion(
    terms,
    met.map(([i, j, times]): PairPenalty => [i, j, times * times]),
  );
}
