import type { Criterion } from '../../../model/criterion.js';
import { foldCriteria } from '../penalties/fold-criteria.js';
import { type BlockRules, blockRules } from '../problem/block-rules.js';
import { type BlockWeights, blockWeights } from '../problem/block-weights.js';
import type { ChangeProblem } from './change-problem.js';

/**
 * A grouping on its way from `home`, rules possibly broken, and what every further change would do to
 * what is sought, to what is broken and to how far it is from home.
 *
 * Layout, B blocks (units that stay together) and K groups, group-major:
 * sums[g × B + b] = Σ of weights from block b to the blocks of group g (b itself left out);
 * blockers[g × B + b] = blocks of g that must not meet b;
 * away[g × B + b] = units of b that would be away from home in g;
 * open[g × B + b] = 1 where block b may go.
 * Every write goes through `move`.
 */
export class ChangeState {
  readonly rules: BlockRules;
  readonly weights: BlockWeights;
  readonly groupOf: Int32Array;
  readonly size: Int32Array;
  readonly sums: Float64Array;
  readonly blockers: Int32Array;
  readonly away: Int32Array;
  readonly open: Uint8Array;
  /** 1 where two blocks must not meet, B × B */
  readonly apart: Uint8Array;
  /** Σ of weights in groups less soft penalties */
  sought = 0;
  /** units beyond bounds + separations broken + penalties of hard criteria; 0: feasible */
  broken = 0;
  /** units away from home */
  changes = 0;
  /** pins, blocks and frozen groups contradict each other: nothing can satisfy them */
  impossible = false;
  /** soft cost and hard penalty of the criteria that weights cannot carry, as they stand */
  private softCost = 0;
  private hardCost = 0;
  private readonly soft: readonly Criterion[];
  private readonly hard: readonly Criterion[];
  private readonly groupOfUnit: Int32Array;

  constructor(problem: ChangeProblem) {
    const { order, groups, home } = problem;
    const frozen = new Set(problem.frozen ?? []);
    const criteria = problem.criteria ?? [];
    // only pairs go into the weights; what hangs on a place is asked of its criterion
    const pairwise = criteria.filter(({ level, pairs }) => level === 'soft' && pairs !== undefined);
    this.soft = criteria.filter(({ level, pairs }) => level === 'soft' && pairs === undefined);
    this.hard = criteria.filter(({ level }) => level === 'hard');
    this.rules = blockRules({
      ...problem,
      groups: groups.map((bounds, g) => (frozen.has(g) ? { min: 0, max: order } : bounds)),
    });
    const folded = foldCriteria(this.rules, problem.weights, pairwise);
    this.weights = blockWeights(folded.weights, this.rules);
    const { blockCount, groupCount } = this.rules;
    this.groupOf = new Int32Array(blockCount).fill(-1);
    this.groupOfUnit = new Int32Array(order).fill(-1);
    this.size = new Int32Array(groupCount);
    this.sums = new Float64Array(groupCount * blockCount);
    this.blockers = new Int32Array(groupCount * blockCount);
    this.away = new Int32Array(groupCount * blockCount);
    this.open = new Uint8Array(groupCount * blockCount);
    this.apart = new Uint8Array(blockCount * blockCount);
    this.impossible = this.rules.contradictory;
    this.layOut(home, frozen);
    for (let g = 0; g < groupCount; g++) this.broken += this.beyond(g, 0);
    this.softCost = costOf(this.soft, this.groupOfUnit, (criterion) => criterion.weight);
    this.hardCost = costOf(this.hard, this.groupOfUnit, () => 1);
    this.sought = -this.softCost;
    this.broken += this.hardCost;
    this.settle(home);
  }

  /** What criteria could still give back at most if block moves mended them all. */
  get owedSoft(): number {
    return this.softCost;
  }

  get owedHard(): number {
    return this.hardCost;
  }

  /** Whether some criterion has to be asked about every change. */
  get entangled(): boolean {
    return this.soft.length + this.hard.length > 0;
  }

  /** Units of group g beyond its bounds if it had `by` more. */
  beyond(g: number, by: number): number {
    const size = this.size[g]! + by;
    const { min, max } = this.rules;
    return Math.max(0, min[g]! - size) + Math.max(0, size - max[g]!);
  }

  /** Change of the soft cost and of the hard penalty if block b goes to group h. */
  criteriaOfMove(b: number, h: number): { soft: number; hard: number } {
    const { unitStart, units } = this.rules;
    const first = unitStart[b]!;
    if (unitStart[b + 1]! === first + 1) {
      const i = units[first]!;
      return this.weigh((criterion) => criterion.deltaOfMove(this.groupOfUnit, i, h));
    }
    const g = this.groupOf[b]!;
    const change = this.record(b, h);
    this.record(b, g);
    return change;
  }

  /** The same if blocks a and b exchange their groups. */
  criteriaOfSwap(a: number, b: number): { soft: number; hard: number } {
    const { unitStart, units } = this.rules;
    const firstA = unitStart[a]!;
    const firstB = unitStart[b]!;
    if (unitStart[a + 1]! === firstA + 1 && unitStart[b + 1]! === firstB + 1) {
      const i = units[firstA]!;
      const j = units[firstB]!;
      return this.weigh((criterion) => criterion.deltaOfSwap(this.groupOfUnit, i, j));
    }
    const g = this.groupOf[a]!;
    const h = this.groupOf[b]!;
    const one = this.record(a, h);
    const two = this.record(b, g);
    this.record(b, h);
    this.record(a, g);
    return { soft: one.soft + two.soft, hard: one.hard + two.hard };
  }

  /** Puts block b into group h. */
  move(b: number, h: number): void {
    const { blockCount, blockSize, apartStart, apartBlocks } = this.rules;
    const { between } = this.weights;
    const g = this.groupOf[b]!;
    if (g === h) return;
    const size = blockSize[b]!;
    const row = b * blockCount;
    if (g !== -1) {
      this.broken -= this.beyond(g, 0) + this.blockers[g * blockCount + b]!;
      this.sought -= this.sums[g * blockCount + b]!;
      this.changes -= this.away[g * blockCount + b]!;
      this.size[g]! -= size;
      this.broken += this.beyond(g, 0);
      const at = g * blockCount;
      for (let k = 0; k < blockCount; k++) this.sums[at + k]! -= between[row + k]!;
      for (let k = apartStart[b]!; k < apartStart[b + 1]!; k++) this.blockers[at + apartBlocks[k]!]!--;
    }
    this.broken += this.blockers[h * blockCount + b]! - this.beyond(h, 0);
    this.sought += this.sums[h * blockCount + b]!;
    this.changes += this.away[h * blockCount + b]!;
    this.size[h]! += size;
    this.broken += this.beyond(h, 0);
    const at = h * blockCount;
    for (let k = 0; k < blockCount; k++) this.sums[at + k]! += between[row + k]!;
    for (let k = apartStart[b]!; k < apartStart[b + 1]!; k++) this.blockers[at + apartBlocks[k]!]!++;
    const { soft, hard } = this.record(b, h);
    this.softCost += soft;
    this.hardCost += hard;
    this.sought -= soft;
    this.broken += hard;
    this.groupOf[b] = h;
  }

  /** Whether every rule holds; penalties are sums of fractions in some criteria, hence the tolerance. */
  get feasible(): boolean {
    return this.broken < 1e-9;
  }

  /** The group of each unit. */
  units(): Int32Array {
    return this.groupOfUnit.slice();
  }

  /** Fills in what does not change: where each block may go, and how far from home that is. */
  private layOut(home: Int32Array, frozen: ReadonlySet<number>): void {
    const { blockCount, groupCount, unitStart, units, pinnedTo, apartStart, apartBlocks } = this.rules;
    for (let b = 0; b < blockCount; b++) {
      const members = units.subarray(unitStart[b]!, unitStart[b + 1]!);
      const held = members.find((i) => frozen.has(home[i]!));
      const pin = pinnedTo[b]!;
      const only = held === undefined ? pin : home[held]!;
      // whoever stays together with a unit of a frozen group, or is pinned to one, must have been there
      const torn = frozen.has(only) && members.some((i) => home[i] !== only);
      if (torn || (pin !== -1 && pin !== only) || (only === -1 && frozen.size >= groupCount)) {
        this.impossible = true;
      }
      for (let g = 0; g < groupCount; g++) {
        for (const i of members) if (home[i] !== -1 && home[i] !== g) this.away[g * blockCount + b]!++;
        const barred = only === -1 ? frozen.has(g) : g !== only;
        this.open[g * blockCount + b] = barred ? 0 : 1;
      }
      for (let k = apartStart[b]!; k < apartStart[b + 1]!; k++) {
        this.apart[b * blockCount + apartBlocks[k]!] = 1;
      }
    }
  }

  /** Every block where most of its units are at home; those without one where they break and cost least, in turn. */
  private settle(home: Int32Array): void {
    const { blockCount, groupCount, unitStart, units } = this.rules;
    const homeless: number[] = [];
    for (let b = 0; b < blockCount; b++) {
      const known = units.subarray(unitStart[b]!, unitStart[b + 1]!).some((i) => home[i] !== -1);
      let best = -1;
      for (let g = 0; known && g < groupCount; g++) {
        const at = g * blockCount + b;
        if (this.open[at] === 0) continue;
        if (best === -1 || this.away[at]! < this.away[best * blockCount + b]!) best = g;
      }
      if (best === -1) homeless.push(b);
      else this.move(b, best);
    }
    for (const b of homeless) this.move(b, this.leastHarm(b));
  }

  private leastHarm(b: number): number {
    const { blockCount, groupCount, blockSize, pinnedTo } = this.rules;
    let best = Math.max(0, pinnedTo[b]!);
    let least = Number.POSITIVE_INFINITY;
    let most = Number.NEGATIVE_INFINITY;
    for (let g = 0; g < groupCount; g++) {
      const at = g * blockCount + b;
      if (this.open[at] === 0) continue;
      const { soft, hard } = this.weigh((criterion) => this.entering(criterion, b, g));
      const breaks = this.beyond(g, blockSize[b]!) - this.beyond(g, 0) + this.blockers[at]! + hard;
      const gains = this.sums[at]! - soft;
      if (breaks > least || (breaks === least && gains <= most)) continue;
      best = g;
      least = breaks;
      most = gains;
    }
    return best;
  }

  private entering(criterion: Criterion, b: number, g: number): number {
    const { unitStart, units } = this.rules;
    let change = 0;
    for (let k = unitStart[b]!; k < unitStart[b + 1]!; k++) {
      change += criterion.deltaOfMove(this.groupOfUnit, units[k]!, g);
    }
    return change;
  }

  private weigh(delta: (criterion: Criterion) => number): { soft: number; hard: number } {
    let soft = 0;
    let hard = 0;
    for (const criterion of this.soft) soft += criterion.weight * delta(criterion);
    for (const criterion of this.hard) hard += delta(criterion);
    return { soft, hard };
  }

  /** Writes, unit by unit, that block b is in group g; returns the change of what the criteria say. */
  private record(b: number, g: number): { soft: number; hard: number } {
    const { unitStart, units } = this.rules;
    let soft = 0;
    let hard = 0;
    for (let k = unitStart[b]!; k < unitStart[b + 1]!; k++) {
      const i = units[k]!;
      const change = this.weigh((criterion) => criterion.deltaOfMove(this.groupOfUnit, i, g));
      soft += change.soft;
      hard += change.hard;
      this.groupOfUnit[i] = g;
    }
    return { soft, hard };
  }
}

function costOf(
  criteria: readonly Criterion[],
  groupOf: Int32Array,
  weightOf: (criterion: Criterion) => number,
): number {
  return criteria.reduce((sum, criterion) => sum + weightOf(criterion) * criterion.evaluate(groupOf), 0);
}
