import { evenSizes } from './group-sizes.js';
import type { Seating } from './rounds-state.js';

/**
 * No plan of these rounds has fewer repeats (meetings beyond the first, summed over pairs, history counted).
 * The largest of three counts, each on top of the repeats of the history: what each unit meets beyond those
 * it has not met; all meetings beyond all pairs that have not met; and, between each round and the next, the
 * pairs of a group that must share a group again because there are fewer groups than it has members.
 */
export function fewestRepeats(seating: Seating): number {
  const { order, history } = seating;
  let before = 0;
  for (let i = 0; i < order; i++) {
    for (let j = i + 1; j < order; j++) before += Math.max(0, history[i * order + j]! - 1);
  }
  return before + Math.max(byUnit(seating), byPairs(seating), byNextRound(seating));
}

function byUnit(seating: Seating): number {
  const { order, groupOf } = seating;
  const rounds = seating.groupStart.length - 1;
  const smallest = Array.from({ length: rounds }, (_, r) => smallestGroup(seating, r));
  let beyond = 0;
  for (let i = 0; i < order; i++) {
    let met = 0;
    for (let r = 0; r < rounds; r++) if (groupOf[r * order + i] !== -1) met += Math.max(0, smallest[r]! - 1);
    let fresh = 0;
    for (let j = 0; j < order; j++) if (mayMeet(seating, i, j)) fresh++;
    beyond += Math.max(0, met - fresh);
  }
  return Math.ceil(beyond / 2);
}

function byPairs(seating: Seating): number {
  const { order, groupStart, min, max } = seating;
  let fresh = 0;
  for (let i = 0; i < order; i++) for (let j = i + 1; j < order; j++) if (mayMeet(seating, i, j)) fresh++;
  let meetings = 0;
  for (let r = 0; r < groupStart.length - 1; r++) {
    const first = groupStart[r]!;
    const last = groupStart[r + 1]!;
    const sizes = evenSizes(min.subarray(first, last), max.subarray(first, last), seatsOf(seating, r));
    for (const size of sizes) meetings += (size * (size - 1)) / 2;
  }
  return Math.max(0, meetings - fresh);
}

/** Two units that have not met and are both seated in some round. */
function mayMeet({ order, groupStart, groupOf, history }: Seating, i: number, j: number): boolean {
  if (i === j || history[i * order + j]! > 0) return false;
  for (let r = 0; r < groupStart.length - 1; r++) {
    if (groupOf[r * order + i] !== -1 && groupOf[r * order + j] !== -1) return true;
  }
  return false;
}

/**
 * A pair that shares groups in m rounds does so in at most m − 1 rounds and their next: the counts of
 * successive rounds add up.
 */
function byNextRound(seating: Seating): number {
  const { order, groupStart, groupOf } = seating;
  let repeats = 0;
  for (let r = 0; r + 2 < groupStart.length; r++) {
    let both = 0;
    for (let i = 0; i < order; i++) {
      if (groupOf[r * order + i] !== -1 && groupOf[(r + 1) * order + i] !== -1) both++;
    }
    const next = groupStart[r + 2]! - groupStart[r + 1]!;
    const here = groupStart[r + 1]! - groupStart[r]!;
    if (here === 0 || next === 0) continue;
    // everyone in both rounds holds one of here × next combinations of groups; even filling has fewest pairs
    const each = Math.floor(both / (here * next));
    const more = both - each * here * next;
    repeats += (here * next * (each * (each - 1))) / 2 + more * each;
  }
  return repeats;
}

/** The smallest size a group of round r that holds anyone can have: the others as full as can be. */
function smallestGroup(seating: Seating, r: number): number {
  const { groupStart, min, max } = seating;
  const seats = seatsOf(seating, r);
  let room = 0;
  for (let g = groupStart[r]!; g < groupStart[r + 1]!; g++) room += max[g]!;
  let smallest = Number.POSITIVE_INFINITY;
  for (let g = groupStart[r]!; g < groupStart[r + 1]!; g++) {
    smallest = Math.min(smallest, Math.max(1, min[g]!, seats - (room - max[g]!)));
  }
  return smallest;
}

function seatsOf({ order, groupOf }: Seating, r: number): number {
  let seats = 0;
  for (let i = 0; i < order; i++) if (groupOf[r * order + i] !== -1) seats++;
  return seats;
}
