import type { LeidenLevel } from './leiden-level.js';
import { type LeidenScratch, untied } from './leiden-scratch.js';

/**
 * The graph of the refined communities: one node each, the weights between them added up, what lies inside left
 * out, as it ties nobody to anybody else. Neighbours are not in order.
 *
 * @param into which of the two sets of rows to fill; the level itself must not stand in it
 */
export function aggregate(
  level: LeidenLevel,
  count: number,
  scratch: LeidenScratch,
  into: 0 | 1,
): LeidenLevel {
  const { order, offsets, targets, weights } = level;
  const { refined, gains, touched, relabel: members, ends } = scratch;
  const rows = scratch.rows[into];
  const { offsets: newOffsets, targets: newTargets, weights: newWeights, strength: newStrength } = rows;
  groupMembers(order, count, scratch);
  let filled = 0;
  let first = 0;
  for (let c = 0; c < count; c++) {
    const last = ends[c]!;
    let touchedCount = 0;
    gains[c] = untied;
    for (let position = first; position < last; position++) {
      const v = members[position]!;
      for (let at = offsets[v]!; at < offsets[v + 1]!; at++) {
        const d = refined[targets[at]!]!;
        const before = gains[d]!;
        if (before === 0) touched[touchedCount++] = d;
        gains[d] = before + weights[at]!;
      }
    }
    first = last;
    gains[c] = 0;
    let strength = 0;
    for (let at = 0; at < touchedCount; at++) {
      const d = touched[at]!;
      const weight = gains[d]!;
      newTargets[filled] = d;
      newWeights[filled++] = weight;
      strength += weight;
      gains[d] = 0;
    }
    newStrength[c] = strength;
    newOffsets[c + 1] = filled;
  }
  return {
    order: count,
    offsets: newOffsets,
    targets: newTargets,
    weights: newWeights,
    strength: newStrength,
  };
}

/** Nodes by refined community, in `relabel`; those of community c end before `ends[c]`. */
function groupMembers(order: number, count: number, scratch: LeidenScratch): void {
  const { refined, relabel: members, ends } = scratch;
  ends.fill(0, 0, count + 1);
  for (let v = 0; v < order; v++) {
    const c = refined[v]!;
    ends[c + 1] = ends[c + 1]! + 1;
  }
  for (let c = 0; c < count; c++) ends[c + 1] = ends[c + 1]! + ends[c]!;
  for (let v = 0; v < order; v++) {
    const c = refined[v]!;
    members[ends[c]!] = v;
    ends[c] = ends[c]! + 1;
  }
}
