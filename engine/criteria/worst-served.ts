import type { Criterion, Tally } from '../model/criterion.js';
import { bestPartnerWeights } from './best-partner.js';
import { groupsOf } from './forms/group-criterion.js';
import { checkWeights } from './forms/rule-facts.js';
import { wholeCriterion } from './forms/whole-criterion.js';
import type { FairnessRule } from './lowest-workshop.js';

/**
 * The worst-served unit is served as well as can be; with a large weight this replaces the sum as what the search
 * seeks.
 *
 * A unit is served by the mean of its weights to the others of its group; one alone in its group does not
 * count. Penalty: how far the lowest of these means lies below the least, over units, of the weight to their
 * best partner, which no grouping without lone units exceeds.
 *
 * @throws EngineError `bad-rule`
 */
export function worstServedCriterion({ weights, order, ...terms }: FairnessRule): Criterion {
  checkWeights(terms.ruleId, weights, order);
  const best = bestPartnerWeights(weights, order);
  const reference = best.reduce((least, w) => Math.min(least, w), best[0] ?? 0);
  return wholeCriterion(
    terms,
    (groupOf) => {
      let behind = -1;
      let lowest = reference;
      for (const members of groupsOf(groupOf)) {
        for (const i of members) {
          if (members.length < 2) continue;
          const sum = members.reduce((s, j) => s + (j === i ? 0 : (weights[i * order + j] ?? 0)), 0);
          const mean = sum / (members.length - 1);
          if (mean >= lowest) continue;
          lowest = mean;
          behind = i;
        }
      }
      return behind === -1 ? [] : [{ units: [behind], penalty: reference - lowest }];
    },
    (groupCount) => new WorstServedTally(weights, order, reference, groupCount),
  );
}

class WorstServedTally implements Tally {
  readonly local = false;
  /** sums[g × order + i] = Σ of weights from unit i to the members of group g, i left out */
  private readonly sums: Float64Array;
  /** members[g × order + k], k < size[g] = the members of g, in no particular order */
  private readonly members: Int32Array;
  private readonly place: Int32Array;
  private readonly size: Int32Array;
  /** how far the worst-served member of a group lies below the reference */
  private readonly shortfalls: Float64Array;
  private lowest = -1;

  constructor(
    private readonly weights: Float64Array,
    private readonly order: number,
    private readonly reference: number,
    private readonly groupCount: number,
  ) {
    this.sums = new Float64Array(groupCount * order);
    this.members = new Int32Array(groupCount * order);
    this.place = new Int32Array(order);
    this.size = new Int32Array(groupCount);
    this.shortfalls = new Float64Array(groupCount);
  }

  deltaOfMove(i: number, from: number, to: number): number {
    if (from === to) return 0;
    let after = this.worstBut(from, to);
    if (from !== -1) after = Math.max(after, this.shortfallAfter(from, i, -1));
    if (to !== -1) after = Math.max(after, this.shortfallAfter(to, -1, i));
    return after - this.penalty();
  }

  deltaOfSwap(i: number, g: number, j: number, h: number): number {
    const after = Math.max(this.worstBut(g, h), this.shortfallAfter(g, i, j));
    return Math.max(after, this.shortfallAfter(h, j, i)) - this.penalty();
  }

  record(i: number, from: number, to: number): void {
    if (from === to) return;
    const { sums, members, place, size, weights, order } = this;
    if (from !== -1) {
      const last = members[from * order + --size[from]!]!;
      members[from * order + place[i]!] = last;
      place[last] = place[i]!;
      for (let k = 0; k < order; k++) if (k !== i) sums[from * order + k]! -= weights[i * order + k]!;
      // an empty group sheds the rounding of its past
      if (size[from] === 0) sums.fill(0, from * order, (from + 1) * order);
      this.shortfalls[from] = this.shortfallAfter(from, -1, -1);
    }
    if (to !== -1) {
      place[i] = size[to]!;
      members[to * order + size[to]!++] = i;
      for (let k = 0; k < order; k++) if (k !== i) sums[to * order + k]! += weights[i * order + k]!;
      this.shortfalls[to] = this.shortfallAfter(to, -1, -1);
    }
    this.lowest = -1;
    for (let g = 0; g < this.groupCount; g++) {
      if (this.shortfalls[g]! > this.penalty()) this.lowest = g;
    }
  }

  penaltyOf(group: number): number {
    return group === this.lowest ? this.penalty() : 0;
  }

  /** Down to the worst of the other groups: little, once the search has lifted the lowest ones. */
  mostFall(g: number, h: number): number {
    return this.penalty() - this.worstBut(g, h);
  }

  private penalty(): number {
    return this.lowest === -1 ? 0 : this.shortfalls[this.lowest]!;
  }

  private worstBut(g: number, h: number): number {
    // most often the worst-served unit is in neither
    if (this.lowest !== g && this.lowest !== h) return this.penalty();
    let worst = 0;
    for (let k = 0; k < this.groupCount; k++) {
      if (k !== g && k !== h && this.shortfalls[k]! > worst) worst = this.shortfalls[k]!;
    }
    return worst;
  }

  /** The shortfall of group g without unit `left` and with unit `came`; −1 for nobody. */
  private shortfallAfter(g: number, left: number, came: number): number {
    const { sums, members, weights, order, reference } = this;
    const others = this.size[g]! - (left === -1 ? 0 : 1) + (came === -1 ? 0 : 1) - 1;
    if (others < 1) return 0;
    const row = g * order;
    let lowest = reference * others;
    if (came !== -1) {
      const sum = sums[row + came]! - (left === -1 ? 0 : weights[left * order + came]!);
      if (sum < lowest) lowest = sum;
    }
    for (let k = row; k < row + this.size[g]!; k++) {
      const i = members[k]!;
      if (i === left) continue;
      const sum =
        sums[row + i]! -
        (left === -1 ? 0 : weights[left * order + i]!) +
        (came === -1 ? 0 : weights[came * order + i]!);
      if (sum < lowest) lowest = sum;
    }
    return reference - lowest / others;
  }
}
