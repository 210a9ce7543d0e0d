import { GroupPenalty } from '../penalties/group-penalty.js';
import { keepsHardCriteria } from '../penalties/keeps-hard-criteria.js';
import { type BlockRules, blockRules } from '../problem/block-rules.js';
import { type SubsetProblem, wantedCount } from './subset-problem.js';

/**
 * The subset as it stands, in blocks (units that must be together), with the sums that tell what a change is
 * worth; every write goes through `add` and `remove`.
 */
export class SubsetState {
  size = 0;
  readonly members: number[] = [];
  /** blocks that may be chosen, ascending */
  readonly candidates: readonly number[];
  private readonly rules: BlockRules;
  private readonly inside: Uint8Array;
  private readonly required: Uint8Array;
  private readonly barred: Set<number>[];
  /** per block: Σ worth; Σ bonus over its inner pairs; Σ weights over its inner pairs; how many wanted */
  private readonly own: Float64Array;
  private readonly inner: Float64Array;
  private readonly wantedIn: Int32Array;
  /** between blocks, blockCount × blockCount, zero diagonal */
  private readonly weight: Float64Array;
  private readonly bonus: Float64Array;
  /** blockCount × topicCount: the best of the block, and the sum over it */
  private readonly cover: Float64Array;
  private readonly concern: Float64Array;
  /** Σ of concern over the members, by topic */
  private readonly concernSum: Float64Array;
  /** Σ of weights, and of bonuses, from each block to the members */
  private readonly links: Float64Array;
  private readonly liking: Float64Array;
  private ownSum = 0;
  private pairSum = 0;
  private bonusSum = 0;
  private wantedSum = 0;
  private readonly shortfallCost: number;
  private readonly penalty: GroupPenalty;

  constructor(readonly problem: SubsetProblem) {
    const { order, together, apart, topicCount, bonuses = [] } = problem;
    const rules = blockRules({ order, groups: [], together, apart });
    const { blockCount, blockOf } = rules;
    this.rules = rules;
    this.inside = new Uint8Array(blockCount);
    this.required = new Uint8Array(blockCount);
    for (const i of problem.required ?? []) this.required[blockOf[i]!] = 1;
    this.barred = Array.from(
      { length: blockCount },
      (_, b) => new Set(rules.apartBlocks.subarray(rules.apartStart[b]!, rules.apartStart[b + 1]!)),
    );
    this.own = new Float64Array(blockCount);
    this.inner = new Float64Array(blockCount);
    this.wantedIn = new Int32Array(blockCount);
    this.cover = new Float64Array(blockCount * topicCount);
    this.concern = new Float64Array(blockCount * topicCount);
    this.concernSum = new Float64Array(topicCount);
    this.weight = new Float64Array(blockCount * blockCount);
    this.bonus = new Float64Array(blockCount * blockCount);
    this.links = new Float64Array(blockCount);
    this.liking = new Float64Array(blockCount);
    this.gather(bonuses);
    this.candidates = Array.from({ length: blockCount }, (_, b) => b).filter((b) => this.mayBeChosen(b));
    const positive = bonuses.reduce((sum, [, , value]) => sum + Math.abs(value), 0);
    this.shortfallCost =
      1 +
      problem.worth.reduce((sum, w) => sum + w, 0) +
      problem.bounds.max *
        problem.topicWeights.reduce((sum, w) => sum + w, 0) *
        Math.sqrt(mostOf(problem.concern)) +
      problem.bounds.max * mostOf(problem.weights) +
      topicCount * mostOf(this.cover) +
      positive;
    // a broken hard criterion outweighs any shortfall
    const hardWeight = this.shortfallCost * (1 + problem.bounds.max);
    this.penalty = new GroupPenalty(problem.criteria ?? [], rules, hardWeight);
    for (let b = 0; b < blockCount; b++) if (this.required[b] === 1) this.add(b);
  }

  /** Whether the required blocks fit and may all be together. */
  holdsRequired(): boolean {
    return (
      this.size <= this.problem.bounds.max &&
      this.members.every((a) => this.members.every((b) => !this.barred[a]!.has(b)))
    );
  }

  get blockCount(): number {
    return this.rules.blockCount;
  }

  /** Members that the block must not be with, but for `without`. */
  barredAmong(b: number, without = -1): number {
    const barred = this.barred[b]!;
    if (barred.size === 0) return 0;
    return this.members.reduce((met, c) => met + Number(c !== without && barred.has(c)), 0);
  }

  isRequired(b: number): boolean {
    return this.required[b] === 1;
  }

  /** Whether a leaver (−1: nobody) may be replaced by a joiner (−1: nobody). */
  mayReplace(leaver: number, joiner: number): boolean {
    if (joiner !== -1 && this.inside[joiner] === 1) return false;
    const after = this.size + this.sizeOf(joiner) - this.sizeOf(leaver);
    const { min, max } = this.problem.bounds;
    if (after > max || after < Math.min(min, this.size)) return false;
    return joiner === -1 || this.members.every((c) => c === leaver || !this.barred[joiner]!.has(c));
  }

  /** The value less what a shortfall of the wanted costs: what the search maximises. */
  worth(): number {
    return this.worthAfter(-1, -1);
  }

  /** The same once the leaver has left and the joiner has come (−1: nobody). */
  worthAfter(leaver: number, joiner: number): number {
    const size = this.size + this.sizeOf(joiner) - this.sizeOf(leaver);
    const wanted =
      this.wantedSum +
      (joiner === -1 ? 0 : this.wantedIn[joiner]!) -
      (leaver === -1 ? 0 : this.wantedIn[leaver]!);
    const short = Math.max(0, wantedCount(this.problem.wantedShare, size) - wanted);
    return this.valueAfter(leaver, joiner, size) - short * this.shortfallCost;
  }

  /** Whether every hard criterion holds. */
  keepsCriteria(): boolean {
    return keepsHardCriteria(this.problem, this.units());
  }

  value(): number {
    return this.valueAfter(-1, -1, this.size);
  }

  units(): number[] {
    return this.members.flatMap((b) => this.unitsOf(b)).sort((a, b) => a - b);
  }

  /** The units of a block, ascending. */
  unitsOf(b: number): number[] {
    const { units, unitStart } = this.rules;
    return [...units.subarray(unitStart[b]!, unitStart[b + 1]!)];
  }

  add(b: number): void {
    this.pairSum += this.links[b]! + this.inner[b]!;
    this.bonusSum += this.liking[b]!;
    this.record(b, 1);
    this.members.push(b);
  }

  remove(b: number): void {
    this.record(b, -1);
    this.members.splice(this.members.indexOf(b), 1);
    this.pairSum -= this.links[b]! + this.inner[b]!;
    this.bonusSum -= this.liking[b]!;
  }

  become(members: readonly number[]): void {
    for (const b of [...this.members]) this.remove(b);
    // what rounding left
    this.ownSum = 0;
    this.pairSum = 0;
    this.bonusSum = 0;
    this.links.fill(0);
    this.liking.fill(0);
    this.concernSum.fill(0);
    for (const b of [...members].sort((a, c) => a - c)) this.add(b);
  }

  private record(b: number, sign: 1 | -1): void {
    const { blockCount } = this.rules;
    this.inside[b] = sign === 1 ? 1 : 0;
    this.size += sign * this.sizeOf(b);
    this.ownSum += sign * this.own[b]!;
    this.wantedSum += sign * this.wantedIn[b]!;
    const { topicCount } = this.problem;
    for (let p = 0; p < topicCount; p++) this.concernSum[p]! += sign * this.concern[b * topicCount + p]!;
    for (let c = 0; c < blockCount; c++) {
      this.links[c]! += sign * this.weight[b * blockCount + c]!;
      this.liking[c]! += sign * this.bonus[b * blockCount + c]!;
    }
  }

  private valueAfter(leaver: number, joiner: number, size: number): number {
    const { blockCount } = this.rules;
    let { ownSum, pairSum, bonusSum } = this;
    if (leaver !== -1) {
      ownSum -= this.own[leaver]!;
      pairSum -= this.links[leaver]! + this.inner[leaver]!;
      bonusSum -= this.liking[leaver]!;
    }
    if (joiner !== -1) {
      ownSum += this.own[joiner]!;
      pairSum += this.links[joiner]! + this.inner[joiner]!;
      bonusSum += this.liking[joiner]!;
      if (leaver !== -1) {
        pairSum -= this.weight[leaver * blockCount + joiner]!;
        bonusSum -= this.bonus[leaver * blockCount + joiner]!;
      }
    }
    const likeness = size > 1 ? (2 * pairSum) / (size - 1) : 0;
    const cost = this.penalty.of(this.members, leaver, joiner);
    return ownSum + likeness + bonusSum + this.topicsAfter(leaver, joiner, size) - cost;
  }

  /** What the topics are worth: the concern of the members, and the best cover. */
  private topicsAfter(leaver: number, joiner: number, size: number): number {
    const { topicCount, topicWeights } = this.problem;
    let sum = 0;
    for (let p = 0; p < topicCount; p++) {
      let best = joiner === -1 ? 0 : this.cover[joiner * topicCount + p]!;
      for (const b of this.members) {
        if (b !== leaver && this.cover[b * topicCount + p]! > best) best = this.cover[b * topicCount + p]!;
      }
      const concern =
        this.concernSum[p]! +
        (joiner === -1 ? 0 : this.concern[joiner * topicCount + p]!) -
        (leaver === -1 ? 0 : this.concern[leaver * topicCount + p]!);
      // size × √(mean) = √(size × sum); what rounding leaves of an empty sum may be below zero
      sum += best + topicWeights[p]! * Math.sqrt(size * Math.max(0, concern));
    }
    return sum;
  }

  /** Units of a block; 0 for −1. */
  sizeOf(b: number): number {
    return b === -1 ? 0 : this.rules.blockSize[b]!;
  }

  private mayBeChosen(b: number): boolean {
    const { units, unitStart } = this.rules;
    if (this.required[b] === 1) return true;
    for (let at = unitStart[b]!; at < unitStart[b + 1]!; at++) {
      if (this.problem.eligible[units[at]!] === 1) return true;
    }
    return false;
  }

  private gather(bonuses: NonNullable<SubsetProblem['bonuses']>): void {
    const { order, topicCount, worth, weights, wanted, cover } = this.problem;
    const { blockOf, blockCount } = this.rules;
    for (let i = 0; i < order; i++) {
      const b = blockOf[i]!;
      this.own[b]! += worth[i]!;
      this.wantedIn[b]! += wanted[i]!;
      for (let p = 0; p < topicCount; p++) {
        const at = b * topicCount + p;
        this.cover[at] = Math.max(this.cover[at]!, cover[i * topicCount + p]!);
        this.concern[at]! += this.problem.concern[i * topicCount + p]!;
      }
      for (let j = i + 1; j < order; j++) {
        const c = blockOf[j]!;
        const w = weights[i * order + j]!;
        if (b === c) this.inner[b]! += w;
        else {
          this.weight[b * blockCount + c]! += w;
          this.weight[c * blockCount + b]! += w;
        }
      }
    }
    for (const [i, j, value] of bonuses) {
      const b = blockOf[i]!;
      const c = blockOf[j]!;
      if (b === c) this.own[b]! += value;
      else {
        this.bonus[b * blockCount + c]! += value;
        this.bonus[c * blockCount + b]! += value;
      }
    }
  }
}

function mostOf(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, value), 0);
}
