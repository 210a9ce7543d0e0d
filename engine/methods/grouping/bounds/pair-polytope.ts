import type { MeetingLimits } from './meeting-limits.js';
import { PairCuts } from './pair-cuts.js';

/**
 * The fractional groupings that keep every limit on meetings: 0 ≤ x ≤ 1 for each pair, sums of rows and of
 * all pairs within their limits. Its multipliers are kept from one call to the next, each near the last.
 *
 * Layout: matrices are order × order, row-major, symmetric; the diagonal is 1.
 */
export class PairPolytope {
  /** what one partner more is worth to each unit, and one pair more to all, in the units of the last target */
  private readonly ofRow: Float64Array;
  private ofTotal = 0;

  private readonly reduced: Float64Array;
  readonly cuts: PairCuts;

  constructor(private readonly limits: MeetingLimits) {
    this.ofRow = new Float64Array(limits.order);
    this.reduced = new Float64Array(limits.order ** 2);
    this.cuts = new PairCuts(limits.order);
  }

  /** Multiplies what the multipliers say by a factor: the scale of the targets changed. */
  rescale(factor: number): void {
    for (let i = 0; i < this.ofRow.length; i++) this.ofRow[i]! *= factor;
    this.ofTotal *= factor;
    this.cuts.rescale(factor);
  }

  /**
   * Writes into `point` the fractional grouping nearest to `target`, nearly: `rounds` rounds of coordinate
   * ascent on the multipliers (Hildreth 1957, 10.1002/nav.3800040113).
   */
  project(target: Float64Array, point: Float64Array, rounds: number): void {
    const { order: n, lower, upper } = this.limits;
    const { ofRow, reduced } = this;
    reduced.set(target);
    this.cuts.applyTo(reduced, 1);
    for (let round = 0; round < rounds; round++) {
      this.cuts.settle(reduced, ofRow, this.ofTotal, lower, upper);
      for (let i = 0; i < n; i++) this.settleRow(reduced, i);
      this.settleTotal(reduced);
    }
    for (let i = 0; i < n; i++) {
      const ui = ofRow[i]! + this.ofTotal;
      const row = i * n;
      for (let j = 0; j < i; j++) {
        const x = reduced[row + j]! - ui - ofRow[j]!;
        const lo = lower[row + j]!;
        const hi = upper[row + j]!;
        point[row + j] = point[j * n + i] = x < lo ? lo : Math.min(x, hi);
      }
      point[row + i] = 1;
    }
  }

  /**
   * A number that Σ gain × x over pairs never exceeds in the polytope, by duality: whatever the multipliers
   * are, it holds. `gains` are read below the diagonal; `scale` turns the multipliers into their units.
   */
  most(gains: Float64Array, scale: number): number {
    const { order: n, lower, upper, fewest, most, fewestPairs, mostPairs } = this.limits;
    const { ofRow, reduced } = this;
    const t = this.ofTotal * scale;
    reduced.set(gains);
    let bound = this.cuts.applyTo(reduced, scale);
    bound += t > 0 ? t * mostPairs : t * fewestPairs;
    for (let i = 0; i < n; i++) {
      const u = ofRow[i]! * scale;
      bound += u > 0 ? u * most[i]! : u * fewest[i]!;
      const row = i * n;
      for (let j = 0; j < i; j++) {
        const gain = reduced[row + j]! - u - ofRow[j]! * scale - t;
        bound += gain > 0 ? gain * upper[row + j]! : gain * lower[row + j]!;
      }
    }
    return bound;
  }

  /** One Newton step on the multiplier of row i. */
  private settleRow(target: Float64Array, i: number): void {
    const { order: n, lower, upper, fewest, most } = this.limits;
    const { ofRow } = this;
    const ui = ofRow[i]! + this.ofTotal;
    const row = i * n;
    let sum = 0;
    let inside = 0;
    for (let j = 0; j < n; j++) {
      if (j === i) continue;
      const x = target[row + j]! - ui - ofRow[j]!;
      const lo = lower[row + j]!;
      const hi = upper[row + j]!;
      if (x <= lo) sum += lo;
      else if (x >= hi) sum += hi;
      else {
        sum += x;
        inside++;
      }
    }
    ofRow[i] = settled(ofRow[i]!, sum, inside, fewest[i]!, most[i]!);
  }

  private settleTotal(target: Float64Array): void {
    const { order: n, lower, upper, fewestPairs, mostPairs } = this.limits;
    const { ofRow } = this;
    let sum = 0;
    let inside = 0;
    for (let i = 0; i < n; i++) {
      const ui = ofRow[i]! + this.ofTotal;
      const row = i * n;
      for (let j = 0; j < i; j++) {
        const x = target[row + j]! - ui - ofRow[j]!;
        const lo = lower[row + j]!;
        const hi = upper[row + j]!;
        if (x <= lo) sum += lo;
        else if (x >= hi) sum += hi;
        else {
          sum += x;
          inside++;
        }
      }
    }
    this.ofTotal = settled(this.ofTotal, sum, inside, fewestPairs, mostPairs);
  }
}

/** The multiplier that brings a sum within its limits if `inside` terms follow it; 0 between them. */
function settled(now: number, sum: number, inside: number, fewest: number, most: number): number {
  const slope = Math.max(inside, 1);
  const up = now + (sum - most) / slope;
  if (up > 0) return up;
  const down = now + (sum - fewest) / slope;
  return Math.min(down, 0);
}
