import type { CriteriaMeter } from '../penalties/criteria-meter.js';
import type { BlockRules } from '../problem/block-rules.js';
import type { BlockWeights } from '../problem/block-weights.js';

/**
 * A complete grouping of blocks and everything needed to price a change in O(1).
 *
 * Layout, B blocks and K groups, group-major:
 * sums[g × B + b] = Σ of weights from block b to the blocks of group g (b itself left out), plus
 * places[g × B + b] where the weights have places: what b is worth in g whoever else is there;
 * own[b] = sums at b's own group;
 * blockers[g × B + b] = blocks of g that must not meet b, and one more if b is barred from g;
 * outlying[g × B + b] = blocks of g that are far worse company for b than others;
 * members[g × capacity + k], k < count[g] = the blocks of g, in no particular order.
 * changes[g] = how often the sums of g or its members changed: equal means unchanged.
 * Every write goes through `move` and `exchange`, which also remember how to undo it.
 */
export class GroupingState {
  readonly groupOf: Int32Array;
  readonly size: Int32Array;
  readonly count: Int32Array;
  readonly sums: Float64Array;
  readonly own: Float64Array;
  readonly blockers: Int32Array;
  readonly outlying: Int32Array;
  readonly members: Int32Array;
  readonly changes: Int32Array;
  readonly capacity: number;
  /** Σ of weights between blocks of one group, plus their places, minus the cost of the criteria */
  objective = 0;
  private readonly place: Int32Array;
  /** block and former group of each move since the last `commit`, in turn */
  private readonly journal: number[] = [];
  /** groups whose members changed since they were last taken with `takeDirty` */
  private readonly dirty: number[] = [];
  private readonly isDirty: Uint8Array;

  constructor(
    readonly rules: BlockRules,
    readonly weights: BlockWeights,
    readonly criteria: CriteriaMeter,
    groupOf: Int32Array,
  ) {
    const { blockCount, groupCount } = rules;
    this.groupOf = new Int32Array(blockCount).fill(-1);
    this.size = new Int32Array(groupCount);
    this.count = new Int32Array(groupCount);
    this.sums = new Float64Array(groupCount * blockCount);
    if (weights.places) this.sums.set(weights.places);
    this.own = new Float64Array(blockCount);
    this.blockers = new Int32Array(groupCount * blockCount);
    this.blockers.set(rules.barred);
    this.outlying = new Int32Array(groupCount * blockCount);
    this.capacity = blockCount;
    this.members = new Int32Array(groupCount * this.capacity);
    this.changes = new Int32Array(groupCount);
    this.place = new Int32Array(blockCount);
    this.isDirty = new Uint8Array(groupCount);
    for (let b = 0; b < blockCount; b++) this.move(b, groupOf[b]!);
    this.objective = this.recount();
    this.commit();
  }

  /** Becomes another grouping of all blocks; nothing before it can be rolled back. */
  adopt(groupOf: Int32Array): void {
    for (let b = 0; b < groupOf.length; b++) this.move(b, groupOf[b]!);
    this.refresh();
  }

  /** Computes sums and objective afresh, free of the rounding of many changes. */
  refresh(): void {
    const { sums, own, groupOf } = this;
    const { blockCount, groupCount } = this.rules;
    const { between, places } = this.weights;
    if (places) sums.set(places);
    else sums.fill(0);
    for (let b = 0; b < blockCount; b++) {
      const to = groupOf[b]! * blockCount;
      const from = b * blockCount;
      for (let k = 0; k < blockCount; k++) sums[to + k]! += between[from + k]!;
    }
    for (let b = 0; b < blockCount; b++) own[b] = sums[groupOf[b]! * blockCount + b]!;
    for (let g = 0; g < groupCount; g++) this.changes[g]!++;
    this.objective = this.recount();
    this.commit();
  }

  /** Puts block b into group h. */
  move(b: number, h: number): void {
    const g = this.groupOf[b]!;
    if (g === h) return;
    const { blockCount, blockSize } = this.rules;
    if (g !== -1) {
      this.objective += this.sums[h * blockCount + b]! - this.own[b]!;
      this.size[g]! -= blockSize[b]!;
      const last = this.members[g * this.capacity + --this.count[g]!]!;
      this.members[g * this.capacity + this.place[b]!] = last;
      this.place[last] = this.place[b]!;
      this.weigh(b, g, -1);
      this.soil(g);
    }
    if (!this.criteria.none) this.objective -= this.criteria.record(b, h);
    this.groupOf[b] = h;
    this.size[h]! += blockSize[b]!;
    this.place[b] = this.count[h]!;
    this.members[h * this.capacity + this.count[h]!++] = b;
    this.weigh(b, h, 1);
    this.soil(h);
    this.journal.push(b, g);
  }

  /** Makes blocks a and b exchange their groups, which changes the objective by `gain` as `gainOfSwap` gives it. */
  exchange(a: number, b: number, gain: number): void {
    const { groupOf, size, members, capacity, place, sums } = this;
    const { blockCount, blockSize } = this.rules;
    const { between } = this.weights;
    const g = groupOf[a]!;
    const h = groupOf[b]!;
    if (!this.criteria.none) {
      this.criteria.recordExchange(a, b);
    }
    this.objective += gain;
    const rowG = g * blockCount;
    const rowH = h * blockCount;
    const rowA = a * blockCount;
    const rowB = b * blockCount;
    for (let k = 0; k < blockCount; k++) {
      const shift = between[rowA + k]! - between[rowB + k]!;
      sums[rowG + k]! -= shift;
      sums[rowH + k]! += shift;
    }
    const shift = blockSize[b]! - blockSize[a]!;
    size[g]! += shift;
    size[h]! -= shift;
    groupOf[a] = h;
    groupOf[b] = g;
    members[g * capacity + place[a]!] = b;
    members[h * capacity + place[b]!] = a;
    const held = place[a]!;
    place[a] = place[b]!;
    place[b] = held;
    this.takeOwn(g);
    this.takeOwn(h);
    this.separate(a, g, -1);
    this.separate(b, h, -1);
    this.separate(a, h, 1);
    this.separate(b, g, 1);
    this.soil(g);
    this.soil(h);
    this.journal.push(a, g, b, h);
  }

  /** The grouping as it stands becomes the one `rollback` returns to. */
  commit(): void {
    this.journal.length = 0;
  }

  /** Undoes every move since the last commit; no group is dirty afterwards. */
  rollback(objective: number): void {
    for (let at = this.journal.length - 2; at >= 0; at -= 2) {
      this.move(this.journal[at]!, this.journal[at + 1]!);
    }
    this.journal.length = 0;
    while (this.takeDirty() !== -1);
    // the sum of many small changes drifts; the objective before them is known exactly
    this.objective = objective;
  }

  /** A group that changed and was not looked at since, or −1. */
  takeDirty(): number {
    const g = this.dirty.pop();
    if (g === undefined) return -1;
    this.isDirty[g] = 0;
    return g;
  }

  /** Change of the objective if block b goes to group h. */
  gainOfMove(b: number, h: number): number {
    const { blockCount } = this.rules;
    const gain = this.sums[h * blockCount + b]! - this.own[b]!;
    return this.criteria.none ? gain : gain - this.criteria.deltaOfMove(b, h);
  }

  /** Change of the objective if blocks a and b, of different groups, exchange their groups. */
  gainOfSwap(a: number, b: number): number {
    const { blockCount } = this.rules;
    const ga = this.groupOf[a]! * blockCount;
    const gb = this.groupOf[b]! * blockCount;
    const gain =
      this.sums[gb + a]! -
      this.own[a]! +
      this.sums[ga + b]! -
      this.own[b]! -
      2 * this.weights.between[a * blockCount + b]!;
    return this.criteria.none ? gain : gain - this.criteria.deltaOfSwap(a, b);
  }

  /** Whether block b may go to group h under bounds, separations and pins. */
  allowsMove(b: number, h: number): boolean {
    const { rules, size } = this;
    const g = this.groupOf[b]!;
    const s = rules.blockSize[b]!;
    return (
      g !== h &&
      rules.pinnedTo[b] === -1 &&
      size[g]! - s >= rules.min[g]! &&
      size[h]! + s <= rules.max[h]! &&
      this.blockers[h * rules.blockCount + b] === 0
    );
  }

  /** Whether blocks a and b may exchange their groups under bounds, separations and pins. */
  allowsSwap(a: number, b: number): boolean {
    const { rules, size } = this;
    const g = this.groupOf[a]!;
    const h = this.groupOf[b]!;
    const shift = rules.blockSize[b]! - rules.blockSize[a]!;
    return (
      g !== h &&
      rules.pinnedTo[a] === -1 &&
      rules.pinnedTo[b] === -1 &&
      size[g]! + shift >= rules.min[g]! &&
      size[g]! + shift <= rules.max[g]! &&
      size[h]! - shift >= rules.min[h]! &&
      size[h]! - shift <= rules.max[h]! &&
      this.meetsNoneBut(a, h, b) &&
      this.meetsNoneBut(b, g, a)
    );
  }

  /** The objective computed afresh. */
  recount(): number {
    const { own, groupOf } = this;
    const { blockCount } = this.rules;
    const { places } = this.weights;
    let twice = 0;
    for (let b = 0; b < blockCount; b++) {
      twice += own[b]!;
      // own holds each pair twice and each place once
      if (places) twice += places[groupOf[b]! * blockCount + b]!;
    }
    return twice / 2 - (this.criteria.none ? 0 : this.criteria.total());
  }

  /** Whether the only block of group h that a must not meet, if any, is b. */
  private meetsNoneBut(a: number, h: number, b: number): boolean {
    const { blockCount, apartStart, apartBlocks } = this.rules;
    const met = this.blockers[h * blockCount + a]!;
    if (met !== 1) return met === 0;
    for (let k = apartStart[a]!; k < apartStart[a + 1]!; k++) if (apartBlocks[k] === b) return true;
    return false;
  }

  private weigh(b: number, g: number, sign: 1 | -1): void {
    const { sums } = this;
    const { blockCount } = this.rules;
    const { between } = this.weights;
    const from = b * blockCount;
    const to = g * blockCount;
    if (sign === 1) for (let k = 0; k < blockCount; k++) sums[to + k]! += between[from + k]!;
    else for (let k = 0; k < blockCount; k++) sums[to + k]! -= between[from + k]!;
    this.takeOwn(g);
    this.separate(b, g, sign);
  }

  private takeOwn(g: number): void {
    const { own, members, sums } = this;
    const row = g * this.rules.blockCount;
    const first = g * this.capacity;
    const end = first + this.count[g]!;
    for (let k = first; k < end; k++) own[members[k]!] = sums[row + members[k]!]!;
  }

  /** Counts b in or out of group g for those that must not meet it and those it is an outlier of. */
  private separate(b: number, g: number, by: 1 | -1): void {
    const { blockers, outlying } = this;
    const { blockCount, apartStart, apartBlocks } = this.rules;
    const { start, blocks } = this.weights.outliers;
    const row = g * blockCount;
    for (let k = apartStart[b]!; k < apartStart[b + 1]!; k++) blockers[row + apartBlocks[k]!]! += by;
    for (let k = start[b]!; k < start[b + 1]!; k++) outlying[row + blocks[k]!]! += by;
  }

  private soil(g: number): void {
    this.changes[g]!++;
    if (this.isDirty[g] === 1) return;
    this.isDirty[g] = 1;
    this.dirty.push(g);
  }
}
