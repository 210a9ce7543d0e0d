/** What can be said of a sweep: a code and its facts. Times: likeness against chance; percents: of likeness. */
export interface SweepStatements {
  /** whom workshops bring together by shared problems, and by département; near: as local as départements, 0 unknown */
  'axis-to-favour': {
    readonly verdict: 'thematic' | 'territorial' | 'alike';
    readonly times: number;
    readonly km: number;
    readonly departmentTimes: number;
    readonly departmentKm: number;
    readonly nearTimes: number;
    readonly nearKm: number;
  };
  /** the setting where the curve bends most, what is gained and given up up to it, and beyond */
  'dial-knee': {
    readonly decoupling: number;
    readonly spread: number;
    readonly from: Setting;
    readonly to: Setting;
    readonly kmBefore: number;
    readonly percentBefore: number;
    readonly kmAfter: number;
    readonly percentAfter: number;
    /** several weights of distance were tried: a setting has both */
    readonly severalSpreads: boolean;
  };
  /** from one end to the other, at an even price */
  'dial-even': DialRange;
  /** hardly anything to gain or to lose; the setting where it bends, '' for none */
  'dial-flat': DialRange & { readonly balance: Setting };
}

/** A setting in words: "0.4", or "0.4 / 0.1" with the weight of distance. */
type Setting = string;

interface DialRange {
  readonly km: number;
  readonly percent: number;
}

export type SweepCode = keyof SweepStatements;

/** How a language says each of them. */
export type SweepSentences = {
  readonly [Code in SweepCode]: (facts: SweepStatements[Code]) => string;
};
