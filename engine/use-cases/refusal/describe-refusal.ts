import type { EngineError } from '../../engine-error.js';
import type { Language } from '../../model/local-text.js';
import { describeReferralRefusal } from '../../read/problems/referral-refusals.js';
import { describeConflict } from '../../workshop/refusals/describe-conflict.js';
import { describeChangeRefusal } from '../change/describe-change-refusal.js';
import { describePairingRefusal } from '../pairing/describe-pairing-refusal.js';
import { describeProgrammeRefusal } from '../programme/describe-programme-refusal.js';

/**
 * Tells an organiser what an error of the engine is about, in French or English: rules in conflict and their ways
 * out, a referral that cannot be read and its candidates, a plan that cannot be changed so, pairs that
 * cannot be had, a programme that has no rounds, an option that cannot be read. Any other error is told by its message, in English.
 */
export function describeRefusal(error: EngineError, language: Language): string {
  return (
    describeReferralRefusal(error, language) ??
    describeChangeRefusal(error, language) ??
    describePairingRefusal(error, language) ??
    describeProgrammeRefusal(error, language) ??
    describeConflict(error, language)
  );
}
