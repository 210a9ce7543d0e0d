import type { Distances } from '../model/distances.js';
import type { Workshop } from '../model/plan.js';
import type { Rule } from '../model/rule.js';
import type { Matrix } from '../numeric/matrix.js';

/** What every entry composes its workshops from. */
export interface WorkshopInput {
  readonly territoryIds: readonly string[];
  /** for the words of a refusal; default the ids */
  readonly names?: readonly string[];
  /** affinity on residual profiles, order × order, 0..1, in the order of `territoryIds` */
  readonly affinity: Matrix;
  readonly distances: Distances;
  readonly rules: readonly Rule[];
}

export interface WorkshopControl {
  readonly shouldStop?: () => boolean;
  /** where to start, a workshop for each territory or −1; what breaks a rule is placed anew */
  readonly initial?: Int32Array;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Workshops as lists of members: a territory may sit in several, or in none. */
export interface ComposedWorkshops {
  /** in the order of their numbers */
  readonly workshops: readonly ComposedWorkshop[];
  /** territories in no workshop, ascending, with the reason: a statement and its facts */
  readonly unplaced: readonly UnplacedTerritory[];
  /** what the search sought; between pairs, see `workshopWeights` */
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
  /** the workshop of a published plan that it continues, and keeps the name of */
  readonly published?: Workshop;
}

/** Why a territory sits nowhere. */
export interface UnplacedTerritory {
  readonly territory: number;
}
