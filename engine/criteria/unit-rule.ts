/** An organiser's rule on units, by index. */
export interface UnitRule {
  readonly ruleId: string;
  readonly level: 'hard' | 'soft';
  /** affinity given up for one broken pair or unit; default `defaultWeight` */
  readonly weight?: number | undefined;
  readonly units: readonly number[];
}

/** One: a broken soft rule costs as much as the affinity of two territories with the same profile. */
export const defaultWeight = 1;
