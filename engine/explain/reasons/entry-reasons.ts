import type { Profiles } from '../../model/profiles.js';
import type { Reason } from '../../model/reason.js';
import type { NameBook } from '../name-book.js';
import { stateReason } from '../sentences/state-reason.js';

/** Why territory i takes part in the workshop of a referral: its needs, its experiences of the problems, or a rule. */
export function referralReasons(
  { needs, experiences, problemIds }: Profiles,
  referral: readonly number[],
  i: number,
  territoryId: string,
  names: NameBook,
): Reason[] {
  const facts = ({ values, columns }: Profiles['needs']) => {
    const own = referral.filter((p) => (values[i * columns + p] ?? 0) > 0);
    return {
      problemIds: own.map((p) => problemIds[p] ?? ''),
      percents: own.map((p) => String(Math.round(100 * (values[i * columns + p] ?? 0)))),
    };
  };
  const needed = facts(needs);
  const known = facts(experiences);
  const reasons = [
    ...(needed.problemIds.length > 0 ? [stateReason('referral-needs', needed, names)] : []),
    ...(known.problemIds.length > 0 ? [stateReason('referral-experiences', known, names)] : []),
  ];
  return reasons.length > 0 ? reasons : [stateReason('referral-by-rule', { territoryId }, names)];
}
