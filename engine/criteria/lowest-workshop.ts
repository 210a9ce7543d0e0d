import type { Criterion, Tally } from '../model/criterion.js';
import { bestPartnerWeights } from './best-partner.js';
import { groupsOf } from './forms/group-criterion.js';
import { checkWeights } from './forms/rule-facts.js';
import type { RuleTerms } from './forms/rule-terms.js';
import { wholeCriterion } from './forms/whole-criterion.js';

/** Weights of pairs: order × order, symmetric, row-major. */
export interface FairnessRule extends RuleTerms {
  readonly weights: Float64Array;
  readonly order: number;
}

/**
 * The lowest group is as high as can be; with a large weight this replaces the sum as what the search seeks.
 *
 * The mean of a group is that of the weights of its pairs; a group of one has none and does not count.
 * Penalty: how far the lowest mean lies below the mean, over units, of their weight to their best partner,
 * which no grouping without lone units exceeds.
 *
 * @throws EngineError `bad-rule`
 */
export function lowestWorkshopCriterion({ weights, order, ...terms }: FairnessRule): Criterion {
  checkWeights(terms.ruleId, weights, order);
  const reference = bestPartnerWeights(weights, order).reduce((sum, w) => sum + w, 0) / Math.max(1, order);
  return wholeCriterion(
    terms,
    (groupOf) => {
      let behind: readonly number[] = [];
      let lowest = reference;
      for (const members of groupsOf(groupOf)) {
        const mean = meanOf(members, weights, order);
        if (mean >= lowest) continue;
        lowest = mean;
        behind = members;
      }
      return behind.length > 0 ? [{ units: behind, penalty: reference - lowest }] : [];
    },
    (groupCount) => new LowestGroupTally(weights, order, reference, groupCount),
  );
}

function meanOf(members: readonly number[], weights: Float64Array, order: number): number {
  const [first] = members;
  if (first === undefined || members.length < 2) return Number.POSITIVE_INFINITY;
  let sum = 0;
  for (const [k, i] of members.entries()) {
    for (const j of members.slice(k + 1)) sum += weights[i * order + j] ?? 0;
  }
  return (2 * sum) / (members.length * (members.length - 1));
}

class LowestGroupTally implements Tally {
  readonly local = false;
  /** sums[g × order + i] = Σ of weights from unit i to the members of group g */
  private readonly sums: Float64Array;
  /** Σ of weights over the pairs of a group */
  private readonly within: Float64Array;
  private readonly size: Int32Array;
  private lowest = -1;

  constructor(
    private readonly weights: Float64Array,
    private readonly order: number,
    private readonly reference: number,
    private readonly groupCount: number,
  ) {
    this.sums = new Float64Array(groupCount * order);
    this.within = new Float64Array(groupCount);
    this.size = new Int32Array(groupCount);
  }

  deltaOfMove(i: number, from: number, to: number): number {
    if (from === to) return 0;
    let after = this.worstBut(from, to);
    if (from !== -1) {
      const left = this.within[from]! - this.sums[from * this.order + i]!;
      after = Math.max(after, this.shortfall(left, this.size[from]! - 1));
    }
    if (to !== -1) {
      const now = this.within[to]! + this.sums[to * this.order + i]!;
      after = Math.max(after, this.shortfall(now, this.size[to]! + 1));
    }
    return after - this.penalty();
  }

  deltaOfSwap(i: number, g: number, j: number, h: number): number {
    const { sums, within, size, order } = this;
    const w = this.weights[i * order + j]!;
    const inG = within[g]! - sums[g * order + i]! + sums[g * order + j]! - w;
    const inH = within[h]! - sums[h * order + j]! + sums[h * order + i]! - w;
    const after = Math.max(this.shortfall(inG, size[g]!), this.shortfall(inH, size[h]!));
    return Math.max(after, this.worstBut(g, h)) - this.penalty();
  }

  record(i: number, from: number, to: number): void {
    if (from === to) return;
    const { sums, within, size, weights, order } = this;
    if (from !== -1) {
      within[from]! -= sums[from * order + i]!;
      size[from]!--;
      for (let k = 0; k < order; k++) if (k !== i) sums[from * order + k]! -= weights[i * order + k]!;
      if (size[from]! < 2) this.settle(from);
    }
    if (to !== -1) {
      within[to]! += sums[to * order + i]!;
      size[to]!++;
      for (let k = 0; k < order; k++) if (k !== i) sums[to * order + k]! += weights[i * order + k]!;
    }
    this.findLowest();
  }

  penaltyOf(group: number): number {
    return group === this.lowest ? this.penalty() : 0;
  }

  /** Down to the worst of the other groups: little, once the search has lifted the lowest ones. */
  mostFall(g: number, h: number): number {
    return this.penalty() - this.worstBut(g, h);
  }

  /** Sheds the rounding of a group that became empty or has one member only. */
  private settle(g: number): void {
    this.within[g] = 0;
    if (this.size[g] === 0) this.sums.fill(0, g * this.order, (g + 1) * this.order);
  }

  private findLowest(): void {
    this.lowest = -1;
    let worst = 0;
    for (let g = 0; g < this.groupCount; g++) {
      const shortfall = this.shortfall(this.within[g]!, this.size[g]!);
      if (shortfall <= worst) continue;
      worst = shortfall;
      this.lowest = g;
    }
  }

  private penalty(): number {
    const g = this.lowest;
    return g === -1 ? 0 : this.shortfall(this.within[g]!, this.size[g]!);
  }

  private worstBut(g: number, h: number): number {
    // most often the lowest group is neither
    if (this.lowest !== g && this.lowest !== h) return this.penalty();
    let worst = 0;
    for (let k = 0; k < this.groupCount; k++) {
      if (k === g || k === h) continue;
      const shortfall = this.shortfall(this.within[k]!, this.size[k]!);
      if (shortfall > worst) worst = shortfall;
    }
    return worst;
  }

  private shortfall(within: number, size: number): number {
    return size < 2 ? 0 : Math.max(0, this.reference - (2 * within) / (size * (size - 1)));
  }
}
