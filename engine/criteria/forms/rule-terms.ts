import { checkNumber } from './rule-facts.js';

/** What every rule states beside its own facts. */
export interface RuleTerms {
  readonly ruleId: string;
  readonly level: 'hard' | 'soft';
  /** affinity given up for a penalty of one; default `defaultWeight` */
  readonly weight?: number | undefined;
}

/** An organiser's rule on units, by index. */
export interface UnitRule extends RuleTerms {
  readonly units: readonly number[];
}

/** One: a broken soft rule costs as much as the affinity of two territories with the same profile. */
export const defaultWeight = 1;

/**
 * The terms as a criterion carries them.
 *
 * @throws EngineError `bad-rule` for a weight that is not a number, zero or more
 */
export function termsOf({ ruleId, level, weight = defaultWeight }: RuleTerms): Required<RuleTerms> & {
  readonly weight: number;
} {
  checkNumber(ruleId, 'weight', weight, { from: 0 });
  return { ruleId, level, weight };
}
