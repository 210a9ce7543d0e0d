import type { Rng } from '../../random/rng.js';
import { shuffleFirst } from '../../random/shuffle.js';
import { type PairOrbits, pairOrbits } from './pair-orbits.js';
import type { RoundDesign } from './round-design.js';

/**
 * Rounds found by symmetry: `starters` first rounds are sought, and every other round is one of them with
 * all points turned by 1, 2 … period − 1 places, period = rounds / starters (rounded up). Points stand on
 * cycles of `period` places, those left over stay where they are. No two points meet twice as soon as no
 * difference between two places occurs twice in the starters, so that a few groups stand for all rounds
 * (starter blocks and bases: Colbourn, Dinitz 2007, 10.1201/9781420010541; for this use Miller,
 * Valkov, Abel 2026, 10.3390/sym18020269).
 *
 * The starters are filled group by group, depth first, in a random order of points drawn anew after
 * `nodesPerTry` steps. Returns null when `tries` went by.
 */
export function cyclicDesign(
  { groupCount, size, rounds, starters }: CyclicShape,
  rng: Rng,
  { tries, nodesPerTry }: CyclicEffort,
): RoundDesign | null {
  const period = Math.ceil(rounds / starters);
  const orbits = pairOrbits(groupCount * size, period);
  const slots = starters * groupCount * size;
  // fewer differences than meetings to place: hopeless
  if (orbits.count < (slots * (size - 1)) / 2) return null;
  for (let attempt = 0; attempt < tries; attempt++) {
    const filled = fillStarters({ groupCount, size, starters, orbits }, rng, nodesPerTry);
    if (filled) return develop(filled, groupCount, size, rounds, period);
  }
  return null;
}

export interface CyclicShape {
  readonly groupCount: number;
  readonly size: number;
  readonly rounds: number;
  readonly starters: number;
}

export interface CyclicEffort {
  readonly tries: number;
  readonly nodesPerTry: number;
}

interface Filling {
  readonly groupCount: number;
  readonly size: number;
  readonly starters: number;
  readonly orbits: PairOrbits;
}

/** The points of the starters in the order of their groups, or null when the steps ran out. */
function fillStarters(
  { groupCount, size, starters, orbits }: Filling,
  rng: Rng,
  nodes: number,
): Int32Array | null {
  const order = groupCount * size;
  const total = starters * order;
  const turn = turnedOrders(order, starters, orbits.turning, rng);
  const orbitOf = orbits.orbitOf;
  const used = new Uint8Array(orbits.count);
  // seat s belongs to starter s / order, group s / size; rank[s] = where in turn its point stands
  const rank = new Int32Array(total).fill(-1);
  const point = new Int32Array(total);
  const placed = new Uint8Array(total);
  let left = nodes;
  let seat = 0;
  while (seat < total) {
    if (left-- === 0) return null;
    const base = Math.floor(seat / order) * order;
    const opening = seat - (seat % size);
    if (rank[seat] !== -1) lift(seat);
    const from = rank[seat] !== -1 ? rank[seat]! + 1 : seat === opening ? 0 : rank[seat - 1]! + 1;
    // the first of a group is the first free point, whoever that is: another choice only renames groups
    const tried = seat === opening && rank[seat] !== -1;
    const next = tried ? -1 : nextFitting(seat, opening, base, from);
    if (next === -1) {
      rank[seat] = -1;
      if (seat === 0) return null;
      seat--;
    } else {
      put(seat, opening, base, next);
      seat++;
    }
  }
  return point;

  function nextFitting(seat: number, opening: number, base: number, from: number): number {
    for (let k = from; k < order; k++) {
      const p = turn[base + k]!;
      if (placed[base + p] === 1) continue;
      if (fits(p, seat, opening)) return k;
    }
    return -1;
  }

  function fits(p: number, seat: number, opening: number): boolean {
    for (let s = opening; s < seat; s++) {
      const orbit = orbitOf[p * order + point[s]!]!;
      if (orbit === -1 || used[orbit] === 1) return false;
      for (let t = opening; t < s; t++) if (orbitOf[p * order + point[t]!] === orbit) return false;
    }
    return true;
  }

  function put(seat: number, opening: number, base: number, k: number): void {
    const p = turn[base + k]!;
    rank[seat] = k;
    point[seat] = p;
    placed[base + p] = 1;
    for (let s = opening; s < seat; s++) used[orbitOf[p * order + point[s]!]!] = 1;
  }

  function lift(seat: number): void {
    const p = point[seat]!;
    const opening = seat - (seat % size);
    placed[seat - (seat % order) + p] = 0;
    for (let s = opening; s < seat; s++) used[orbitOf[p * order + point[s]!]!] = 0;
  }
}

/** For each starter the points that stay, hardest to place, and then the others in a random order. */
function turnedOrders(order: number, starters: number, turning: number, rng: Rng): Int32Array {
  const turn = new Int32Array(starters * order);
  for (let b = 0; b < starters; b++) {
    const points = Int32Array.from({ length: order }, (_, p) => p);
    shuffleFirst(points, turning, rng);
    turn.set(points.reverse(), b * order);
  }
  return turn;
}

function develop(
  filled: Int32Array,
  groupCount: number,
  size: number,
  rounds: number,
  period: number,
): RoundDesign {
  const order = groupCount * size;
  const turning = order - (order % period);
  const groupOf = Array.from({ length: rounds }, (_, r) => {
    const starter = Math.floor(r / period);
    const shift = r % period;
    const groups = new Int32Array(order);
    for (let s = 0; s < order; s++) {
      const p = filled[starter * order + s]!;
      const place = p % period;
      const turned = p < turning ? p - place + ((place + shift) % period) : p;
      groups[turned] = Math.floor(s / size);
    }
    return groups;
  });
  return { order, groupCount, groupOf };
}
