import type { Rng } from '../../random/rng.js';
import { findDesign } from './find-design.js';
import type { RoundDesign } from './round-design.js';
import type { Seating } from './rounds-state.js';
import { seatDesign } from './seat-design.js';

export interface DesignedSeating {
  /** rounds × order, as `Seating.groupOf`; groups may be outside their bounds */
  readonly groupOf: Int32Array;
  /** rounds that follow the design; those after them are as they were */
  readonly rounds: number;
}

/**
 * Seats from a design of as many groups as the rounds have, of the even size that holds all units, points in
 * excess being left out; null when rounds differ in their number of groups or no design is known.
 */
export function designedSeating(
  seating: Seating,
  rng: Rng,
  shouldStop: () => boolean,
): DesignedSeating | null {
  const { order, groupStart } = seating;
  const rounds = groupStart.length - 1;
  const groupCount = groupStart[1] ?? 0;
  for (let r = 0; r < rounds; r++) if (groupStart[r + 1]! - groupStart[r]! !== groupCount) return null;
  if (groupCount < 2 || order < 2) return null;
  const design = findDesign(groupCount, Math.ceil(order / groupCount), rounds, rng, shouldStop);
  if (!design) return null;
  const pointOf = spreadPoints(design, order);
  return { groupOf: seatDesign(seating, design, pointOf), rounds: design.groupOf.length };
}

/** The first `order` points: those left out are the last, in a transversal design all of one column. */
function spreadPoints(design: RoundDesign, order: number): Int32Array {
  return Int32Array.from({ length: Math.min(order, design.order) }, (_, i) => i);
}
