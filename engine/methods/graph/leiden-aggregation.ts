import type { LeidenLevel } from './leiden-level.js';
import { type LeidenScratch, makeRoom, untied } from './leiden-scratch.js';

/**
 * The graph of the refined communities: one node each, the weights between them added up, what lies inside left
 * out, as it ties nobody to anybody else. Neighbours are not in order. Weighs `scratch.inside` for them as it goes.
 *
 * @param scratch its `refined` as the level ended, its `membership` as the new nodes start
 * @param into which of the two sets of rows to fill; the level itself must not stand in it
 */
export function aggregate(
  level: LeidenLevel,
  count: number,
  scratch: LeidenScratch,
  into: 0 | 1,
): LeidenLevel {
  const { ends } = scratch;
  makeRoom(scratch.rows[into], count, Math.min(level.offsets[level.order]!, count * (count - 1)));
  const { offsets, targets, weights, strength } = scratch.rows[into];
  const next = { order: count, offsets, targets, weights, strength };
  groupMembers(level.order, count, scratch);
  for (let c = 0; c < count; c++) addRow(c, c === 0 ? 0 : ends[c - 1]!, ends[c]!, level, next, scratch);
  return next;
}

/** The row of a refined community, from its members between two positions. */
function addRow(
  c: number,
  first: number,
  last: number,
  { offsets, targets, weights }: LeidenLevel,
  next: LeidenLevel,
  { membership, refined, gains, touched, relabel: members, inside }: LeidenScratch,
): void {
  let touchedCount = 0;
  gains[c] = untied;
  for (let position = first; position < last; position++) {
    const v = members[position]!;
    const rowEnd = offsets[v + 1]!;
    for (let at = offsets[v]!; at < rowEnd; at++) {
      const d = refined[targets[at]!]!;
      const before = gains[d]!;
      touched[touchedCount] = d;
      touchedCount = (touchedCount + +(before === 0)) | 0;
      gains[d] = before + weights[at]!;
    }
  }
  gains[c] = 0;
  const { targets: newTargets, weights: newWeights } = next;
  let filled = next.offsets[c]!;
  let strength = 0;
  const own = membership[c]!;
  let within = 0;
  for (let at = 0; at < touchedCount; at++) {
    const d = touched[at]!;
    const weight = gains[d]!;
    newTargets[filled] = d;
    newWeights[filled++] = weight;
    strength += weight;
    within += weight * +(membership[d] === own);
    gains[d] = 0;
  }
  next.strength[c] = strength;
  inside[c] = within;
  next.offsets[c + 1] = filled;
}

/** Counting sort of the nodes by refined community, into `relabel`; those of community c end before `ends[c]`. */
function groupMembers(
  order: number,
  count: number,
  { refined, relabel: members, ends }: LeidenScratch,
): void {
  ends.fill(0, 0, count + 1);
  countMembers(order, refined, ends);
  addUp(count, ends);
  dealOut(order, refined, ends, members);
}

function countMembers(order: number, refined: Uint32Array, ends: Uint32Array): void {
  for (let v = 0; v < order; v++) {
    const next = refined[v]! + 1;
    ends[next] = ends[next]! + 1;
  }
}

function addUp(count: number, ends: Uint32Array): void {
  for (let c = 0; c < count; c++) ends[c + 1] = ends[c + 1]! + ends[c]!;
}

function dealOut(order: number, refined: Uint32Array, ends: Uint32Array, members: Uint32Array): void {
  for (let v = 0; v < order; v++) {
    const c = refined[v]!;
    members[ends[c]!] = v;
    ends[c] = ends[c]! + 1;
  }
}
