import type { Rng } from '../../random/rng.js';
import { findDesign } from './find-design.js';
import type { RoundsProblem } from './rounds-problem.js';
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
  // unit i on point i: the points left out are the last, in a transversal design all of one column
  return { groupOf: seatDesign(seating, design), rounds: design.groupOf.length };
}

/**
 * Where one more group of full size would hold all units but one: rounds of a design with that group, in each
 * of which the group of the point that is nobody sits out (with groups of two, the bye of an odd number). As
 * the others of its group change every round, nobody sits out twice before everyone has once. Null where the
 * rounds do not have that shape, or no design covers them all.
 */
export function restingByDesign(
  problem: RoundsProblem,
  seating: Seating,
  rng: Rng,
  shouldStop: () => boolean,
): DesignedSeating | null {
  const { order, groupStart, max } = seating;
  const rounds = groupStart.length - 1;
  const groupCount = groupStart[1] ?? 0;
  const size = max[0] ?? 0;
  const alike = max.length === rounds * groupCount && max.every((most) => most === size);
  if (!alike || order !== (groupCount + 1) * size - 1 || (problem.absent?.length ?? 0) > 0) return null;
  if (size < 2 || rounds * (size - 1) > order) return null;
  const design = findDesign(groupCount + 1, size, rounds, rng, shouldStop);
  if (design?.groupOf.length !== rounds) return null;
  const groupOf = new Int32Array(rounds * order);
  design.groupOf.forEach((groups, r) => {
    const resting = groups[order]!;
    for (let i = 0; i < order; i++) {
      const g = groups[i]!;
      groupOf[r * order + i] = g === resting ? -1 : groupStart[r]! + (g > resting ? g - 1 : g);
    }
  });
  return { groupOf, rounds };
}
