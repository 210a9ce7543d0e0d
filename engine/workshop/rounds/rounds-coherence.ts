import { meanWithin } from '../workshop-weights.js';
import type { WeighedRounds } from './seat-rounds.js';

/** Mean weight of the pairs of a workshop. */
export interface RoundsCoherence {
  /** in a round composed alone */
  readonly single: number;
  readonly byRound: readonly number[];
  /** mean of the rounds / single; 1 where a single round is worth nothing */
  readonly kept: number;
}

/** How alike the members of a workshop are in each round, beside a round composed alone. */
export function coherenceOf(
  { weights, single }: Pick<WeighedRounds, 'weights' | 'single'>,
  groupOf: readonly Int32Array[],
): RoundsCoherence {
  const byRound = groupOf.map((round) => meanWithin(weights, distinctOutside(round)));
  const mean = byRound.reduce((sum, each) => sum + each, 0) / byRound.length;
  return { single, byRound, kept: single > 0 && byRound.length > 0 ? mean / single : 1 };
}

/** Units without a workshop as alone in workshops of their own, for means over pairs. */
export function distinctOutside(groupOf: Int32Array): Int32Array {
  return groupOf.map((g, i) => (g === -1 ? -1 - i : g));
}
