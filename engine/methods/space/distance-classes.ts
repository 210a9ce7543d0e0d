import { arcKm } from './great-circle.js';
import type { PlaceCells } from './place-cells.js';

/**
 * Where each pair of cells stands on a ladder of distances. A function of distance is its values at the knots,
 * linear in between: with k the whole part of `rung[p]` and s the rest, it is (1 − s) f_k + s f_{k+1} at pair p.
 *
 * Pairs are those of cells a ≤ b, in the order (0,0), (0,1) … (0,G−1), (1,1) …; a cell of one place has no pair
 * with itself, and its entry stands for nothing. Pairs of unknown distance are at rung `knots.length`.
 */
export interface DistanceClasses {
  /** growing distances, km */
  readonly knots: Float64Array;
  readonly rung: Float32Array;
}

/** Distances shorter than this part of the longest are told apart no more: a ladder has a first rung. */
const shortestPart = 1e-6;

/**
 * Classes of distance, each `ratio` times the last, with at least `fewest` pairs of cells each (the last may have
 * fewer if there is but one); the knots are the mean distances of the classes.
 *
 * The distance of two cells is the root mean square of those of their places, from centres and spreads:
 * that of the two places where each has one. Coincident places are as far apart as the nearest two that are not.
 */
export function distanceClasses(cells: PlaceCells, ratio: number, fewest: number): DistanceClasses {
  const km = pairDistances(cells);
  const { shortest, longest } = extremes(km);
  const step = 1 / Math.log(ratio);
  const stepOf = (d: number): number => Math.floor(Math.log(d / shortest) * step);
  const steps = longest > 0 ? stepOf(longest) + 1 : 0;
  const pairs = new Float64Array(steps);
  const sums = new Float64Array(steps);
  for (let p = 0; p < km.length; p++) {
    if (!(km[p]! >= 0)) continue;
    const d = Math.max(km[p]!, shortest);
    km[p] = d;
    if (steps === 0) continue;
    const s = stepOf(d);
    pairs[s] = pairs[s]! + 1;
    sums[s] = sums[s]! + d;
  }
  const { knots, knotOf } = mergedSteps(pairs, sums, fewest);
  const rung = new Float32Array(km.length).fill(knots.length);
  const last = knots.length - 1;
  for (let p = 0; p < km.length; p++) {
    const d = km[p]!;
    if (!(d >= 0)) continue;
    // the knot of its own class is the one just below or just above
    let k = steps === 0 ? 0 : knotOf[stepOf(d)]!;
    if (k > 0 && d < knots[k]!) k--;
    rung[p] = k === last || d <= knots[k]! ? k : k + (d - knots[k]!) / (knots[k + 1]! - knots[k]!);
  }
  return { knots, rung };
}

/** Distance of each pair of cells, km; −1 for a cell of one place with itself, NaN where it is unknown. */
function pairDistances({ count, sizes, located, centres, spreads }: PlaceCells): Float64Array {
  const km = new Float64Array((count * (count + 1)) / 2);
  let p = 0;
  for (let a = 0; a < count; a++) {
    const size = sizes[a]!;
    // of two different places of one cell: a place is not its own neighbour
    if (size === 1) km[p++] = -1;
    else km[p++] = located[a] ? arcKm((2 * spreads[a]! * size) / (size - 1)) : Number.NaN;
    const x = centres[3 * a]!;
    const y = centres[3 * a + 1]!;
    const z = centres[3 * a + 2]!;
    for (let b = a + 1; b < count; b++) {
      const dx = centres[3 * b]! - x;
      const dy = centres[3 * b + 1]! - y;
      const dz = centres[3 * b + 2]! - z;
      km[p++] = arcKm(dx * dx + dy * dy + dz * dz + spreads[a]! + spreads[b]!);
    }
  }
  return km;
}

/** Shortest distance above zero and longest one, km; 0 and 0 if there is none above zero. */
function extremes(km: Float64Array): { shortest: number; longest: number } {
  let shortest = Number.POSITIVE_INFINITY;
  let longest = 0;
  for (const d of km) {
    if (d > 0 && d < shortest) shortest = d;
    if (d > longest) longest = d;
  }
  return { shortest: longest > 0 ? Math.max(shortest, longest * shortestPart) : 0, longest };
}

/** Merges steps upwards until each class has enough pairs; what is left over at the end joins the last class. */
function mergedSteps(
  pairs: Float64Array,
  sums: Float64Array,
  fewest: number,
): { knots: Float64Array; knotOf: Uint32Array } {
  const counts: number[] = [];
  const totals: number[] = [];
  const knotOf = new Uint32Array(pairs.length);
  let open = false;
  for (let r = 0; r < pairs.length; r++) {
    if (!open && pairs[r]! > 0) {
      counts.push(0);
      totals.push(0);
      open = true;
    }
    const k = Math.max(0, counts.length - 1);
    knotOf[r] = k;
    counts[k] = (counts[k] ?? 0) + pairs[r]!;
    totals[k] = (totals[k] ?? 0) + sums[r]!;
    if (counts[k]! >= fewest) open = false;
  }
  const last = counts.length - 1;
  if (last > 0 && counts[last]! < fewest) {
    counts[last - 1] = counts[last - 1]! + counts[last]!;
    totals[last - 1] = totals[last - 1]! + totals[last]!;
    counts.pop();
    totals.pop();
    for (let r = 0; r < knotOf.length; r++) knotOf[r] = Math.min(knotOf[r]!, last - 1);
  }
  if (counts.length === 0) return { knots: Float64Array.of(0), knotOf };
  return { knots: Float64Array.from(totals, (total, k) => total / counts[k]!), knotOf };
}

/** Where the pair of cells a ≤ b stands in the order of `DistanceClasses`. */
export function pairOfCells(a: number, b: number, count: number): number {
  return a * count - (a * (a - 1)) / 2 + (b - a);
}
