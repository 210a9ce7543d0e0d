import type { OpenGroup } from '../methods/grouping/opening/opening-problem.js';
import { openingValue } from '../methods/grouping/opening/opening-value.js';
import { subsetWorth } from '../methods/grouping/subset/subset-value.js';
import type { Options } from '../options.js';
import type { EntryInput } from './composed-workshops.js';
import { referralProblem } from './referral-problem.js';
import { thematicProblem } from './thematic-problem.js';

/** What workshops of the thematic entry, or the one of a referral, are worth, whoever made them. */
export interface MembershipValue {
  /** the objective of the entry, wishes counted; `lacking`: those with experience that a referral lacks */
  worthOf(groups: readonly OpenGroup[]): { readonly value: number; readonly lacking: number };
  readonly withoutObject: readonly string[];
}

/**
 * Prepares the objective of the entry; `topic` is the column of the problem of a thematic workshop.
 *
 * @throws EngineError as `thematicProblem` and `referralProblem`
 */
export function valueOfMembers(input: EntryInput, options: Options['workshop']): MembershipValue {
  if (options.entry === 'thematic') {
    const { problem, withoutObject } = thematicProblem(input, options);
    const openedFor = openingValue(problem);
    return { worthOf: (groups) => ({ value: openedFor(groups), lacking: 0 }), withoutObject };
  }
  const { problem, withoutObject } = referralProblem(input, options);
  const worthOf = subsetWorth(problem);
  return { worthOf: ([only]) => worthOf(only?.units ?? []), withoutObject };
}
