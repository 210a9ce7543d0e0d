import type { LocalText } from '../../../model/local-text.js';
import type { GroupBounds, Quota, Variety } from '../problem/grouping-problem.js';

/** One thing asked for that takes part in a conflict; `index` is its place in the list it was given in, from 0. */
export type ConflictRule =
  | {
      readonly kind: 'sizes';
      readonly order: number;
      /** null: any number of groups was tried */
      readonly groupCount: number | null;
      /** the bounds of every group; null when they differ */
      readonly bounds: GroupBounds | null;
      /** what all groups hold at least and at most; null when their number is free */
      readonly smallestTotal: number | null;
      readonly largestTotal: number | null;
    }
  | (Stated & { readonly kind: 'together'; readonly units: readonly number[] })
  | (Stated & { readonly kind: 'apart'; readonly units: readonly [number, number] })
  | (Stated & { readonly kind: 'pinned'; readonly unit: number; readonly group: number })
  | (Stated & {
      readonly kind: 'allowed';
      readonly unit: number;
      readonly groups: readonly number[];
      /** the groups it must not be in, where that is how it was asked */
      readonly except?: readonly number[];
    })
  | (Stated &
      Counted &
      Quota & {
        readonly kind: 'quota';
        /** the share of each group, 0..1, that the limits stand for */
        readonly share?: number;
      })
  | (Stated & Counted & Variety & { readonly kind: 'variety' });

interface Stated {
  readonly index: number;
  /** the organiser's rule it comes from, where there is one */
  readonly ruleId?: string;
}

interface Counted {
  /** what a count is of, in the plural: "territoires du département 31", "départements" */
  readonly subject?: LocalText;
}

/**
 * One way out. sufficient: with this change alone the whole problem has a solution; otherwise it
 * undoes this conflict and another one remains.
 */
export type Change =
  | {
      readonly kind: 'bounds';
      readonly min: number;
      readonly max: number;
      /** of this group only; absent: of every group */
      readonly group?: number;
      readonly sufficient: boolean;
    }
  | { readonly kind: 'group-count'; readonly groupCount: number; readonly sufficient: boolean }
  /** the minima (or maxima) of groups with unlike bounds, by that many places in all */
  | {
      readonly kind: 'lower-minima' | 'raise-maxima';
      readonly places: number;
      readonly sufficient: boolean;
    }
  /** another limit of this rule, which then asks for less */
  | {
      readonly kind: 'limit';
      readonly rule: Extract<ConflictRule, { kind: 'quota' | 'variety' }>;
      readonly min?: number;
      readonly max?: number;
      readonly sufficient: boolean;
    }
  | { readonly kind: 'drop'; readonly rule: ConflictRule; readonly sufficient: boolean }
  /** so many of these, which say the same of different units: whichever they are, and no fewer */
  | {
      readonly kind: 'drop-some';
      readonly rules: readonly ConflictRule[];
      readonly count: number;
      readonly sufficient: boolean;
    };

/** Rules that cannot hold at once, none of which is superfluous, and the ways out, the likeliest first. */
export interface GroupingConflict {
  readonly conflict: readonly ConflictRule[];
  readonly relaxation: readonly Change[];
}
