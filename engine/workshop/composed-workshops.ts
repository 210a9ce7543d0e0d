import type { Criterion } from '../model/criterion.js';
import type { Distances } from '../model/distances.js';
import type { Workshop } from '../model/plan.js';
import type { Profiles } from '../model/profiles.js';
import type { Rule } from '../model/rule.js';
import type { RuleFacts } from '../model/rule-facts.js';
import type { RuleUnit } from '../model/rule-unit.js';
import type { Seat } from '../model/seat.js';
import type { Matrix } from '../numeric/matrix.js';

/** What each unit goes to one workshop from; the units are territories, or seats. */
export interface WorkshopInput {
  /** default territory; a seat is then what is written territory below */
  readonly unit?: 'territory' | 'seat';
  readonly territoryIds: readonly string[];
  /** for the words of a refusal; default the ids */
  readonly names?: readonly string[];
  /** affinity on residual profiles, order × order, 0..1, in the order of `territoryIds` */
  readonly affinity: Matrix;
  readonly distances: Distances;
  /** what it costs that two of them meet, order × order, in units of affinity; no part of the value */
  readonly pairCosts?: Matrix;
  readonly rules: readonly Rule[];
  /** what rules need to know of the territories, in their order; default nothing but their ids */
  readonly facts?: RuleFacts;
  /** the units as rules see them, in the order of `territoryIds`; default territories without seats */
  readonly units?: readonly RuleUnit[];
  /** pairs of indices that never meet, whatever the rules */
  readonly apart?: readonly (readonly [number, number])[];
  /** terms beside the rules, over the indices of `territoryIds`, which must then ascend */
  readonly criteria?: readonly Criterion[];
}

/** What an entry may need besides; `territoryIds` in the order of the profiles. */
export interface EntryInput extends WorkshopInput {
  readonly profiles: Profiles;
  readonly seats: readonly Seat[];
  /** ISO day of the session; null: every seat counts, whatever its dates */
  readonly date: string | null;
  /** columns of the profiles, ascending: the problems of a referral */
  readonly referral: readonly number[];
}

export interface WorkshopControl {
  readonly shouldStop?: () => boolean;
  /** see `GroupingOptions.remaining` */
  readonly remaining?: () => number;
  /** where to start, a workshop for each territory or −1; what breaks a rule is placed anew */
  readonly initial?: Int32Array;
  /** thematic entry: workshops to start from; places that answers no longer allow are left out */
  readonly initialWorkshops?: readonly Pick<ComposedWorkshop, 'territories' | 'problem'>[];
  readonly onProgress?: (done: number, total: number) => void;
}

/** Workshops as lists of members: a territory may sit in several, or in none. */
export interface ComposedWorkshops {
  /** in the order of their numbers */
  readonly workshops: readonly ComposedWorkshop[];
  /** in the order of territories, then seats */
  readonly unplaced: readonly Unplaced[];
  /** thematic entry: problems that several territories share without a workshop */
  readonly closed?: readonly ClosedProblem[];
  /** rules, by id, that this entry gives no meaning to */
  readonly withoutObject?: readonly string[];
  /** what the search sought, as the entry defines it */
  readonly value: number;
  /** what no such plan exceeds; null when nothing proves one */
  readonly upperBound: number | null;
  /** (upperBound − value) / upperBound; 0 without a pair, null without a bound */
  readonly gap: number | null;
  readonly iterations: number;
}

export interface ComposedWorkshop {
  /** indices of territories, ascending, each once */
  readonly territories: readonly number[];
  /** entry by seat: indices in `EntryInput.seats`, one a territory, in the order of `territories` */
  readonly seats?: readonly number[];
  /** thematic entry: the column of the problem it was opened for */
  readonly problem?: number;
  /** the workshop of a published plan that it continues, and keeps the name of */
  readonly published?: Workshop;
}

/** Why a territory, or one of its seats, sits nowhere. */
export interface Unplaced {
  readonly territory: number;
  readonly seat?: number;
  readonly why: UnplacedReason;
}

/**
 * seat-empty: neither holder nor deputy · seat-out-of-term: not within its dates that day · no-seat: the
 * territory has none · kept-out-by-rule: a rule says so · not-asked: the referral does not concern it · served-otherwise: it does, others answer
 * better · nothing-declared: no need at all · nothing-to-share: none of its problems opened a
 * workshop · no-room: its problems did, without a place left that serves the whole.
 */
export type UnplacedReason =
  | 'seat-empty'
  | 'seat-out-of-term'
  | 'no-seat'
  | 'kept-out-by-rule'
  | 'not-asked'
  | 'served-otherwise'
  | 'nothing-declared'
  | 'nothing-to-share'
  | 'no-room';

export interface ClosedProblem {
  readonly problem: number;
  /** ascending */
  readonly territories: readonly number[];
}
