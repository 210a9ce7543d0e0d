import type { Rng } from '../../../random/rng.js';
import { shuffle } from '../../../random/shuffle.js';
import type { BlockRules } from '../problem/block-rules.js';
import { takeBest } from './take-best.js';

/**
 * One depth-first search for a group for each block, the one with the fewest groups left first; every placement goes
 * through `put` and is undone by `lift`.
 *
 * `run` places the blocks that need a search, `placeFree` those that only count.
 */
export class Descent {
  readonly groupOf: Int32Array;
  exhausted = false;
  private readonly size: Int32Array;
  /** units in group g are `size[g]`, blocks `occupants[g]` */
  private readonly occupants: Int32Array;
  /** blockers[b × groupCount + g]: blocks of group g that b must not meet, and one more if b is barred from g */
  private readonly blockers: Int32Array;
  /** groups where some blocker of b sits */
  private readonly blockedGroups: Int32Array;
  /** 1 for a group that some block is barred from */
  private readonly barredGroups: Uint8Array;
  private readonly open: Int32Array;
  private openCount = 0;
  /** what tells apart open blocks with as many closed groups: the larger first, then the more separations */
  private readonly urgency: Float64Array;
  /** closed[s]: groups that have no room for a block of s units, for the sizes of open blocks */
  private readonly closed: Int32Array;
  private readonly openSizes: readonly number[];
  /** the first group with the bounds of group g, and the last ranking that holds an empty group with these */
  private readonly twinOf: Int32Array;
  private readonly rankedIn: Int32Array;
  private rankings = 0;
  private readonly free: Int32Array;
  private unplacedUnits: number;
  private deficit = 0;
  private room = 0;

  constructor(
    private readonly rules: BlockRules,
    private readonly rng: Rng,
    private readonly preferred: Int32Array | undefined,
    private budget: number,
  ) {
    const { blockCount, groupCount, blockSize, apartStart, pinnedTo } = rules;
    this.groupOf = new Int32Array(blockCount).fill(-1);
    this.size = new Int32Array(groupCount);
    this.occupants = new Int32Array(groupCount);
    this.blockers = new Int32Array(blockCount * groupCount);
    this.blockedGroups = new Int32Array(blockCount);
    this.unplacedUnits = rules.order;
    for (let g = 0; g < groupCount; g++) {
      this.deficit += rules.min[g]!;
      this.room += rules.max[g]!;
    }
    this.barredGroups = new Uint8Array(groupCount);
    if (rules.barred.length > 0) this.barGroups();
    this.twinOf = twinsOf(rules);
    this.rankedIn = new Int32Array(groupCount).fill(-1);
    const hard: number[] = [];
    const free: number[] = [];
    for (let b = 0; b < blockCount; b++) {
      if (pinnedTo[b] !== -1) continue;
      const alone = blockSize[b] === 1 && apartStart[b] === apartStart[b + 1] && this.blockedGroups[b] === 0;
      (alone ? free : hard).push(b);
    }
    this.open = Int32Array.from(hard);
    this.openCount = hard.length;
    this.urgency = new Float64Array(blockCount);
    for (const b of hard) {
      this.urgency[b] = blockSize[b]! * (blockCount + 1) + apartStart[b + 1]! - apartStart[b]!;
    }
    this.openSizes = [...new Set(hard.map((b) => blockSize[b]!))];
    this.closed = new Int32Array(rules.order + 1);
    this.free = Int32Array.from(free);
    shuffle(this.open, rng);
    shuffle(this.free, rng);
  }

  run(): boolean {
    const { rules } = this;
    for (let b = 0; b < rules.blockCount; b++) {
      const g = rules.pinnedTo[b]!;
      if (g === -1) continue;
      if (!this.allows(b, g)) return false;
      this.put(b, g);
    }
    return this.countsAddUp() && this.descend();
  }

  private barGroups(): void {
    const { barred, blockCount, groupCount } = this.rules;
    for (let g = 0; g < groupCount; g++) {
      for (let b = 0; b < blockCount; b++) {
        if (barred[g * blockCount + b] === 0) continue;
        this.blockers[b * groupCount + g] = 1;
        this.blockedGroups[b]!++;
        this.barredGroups[g] = 1;
      }
    }
  }

  private descend(): boolean {
    if (this.openCount === 0) return true;
    const at = this.mostConstrained();
    const b = this.open[at]!;
    this.openCount--;
    this.open[at] = this.open[this.openCount]!;
    this.open[this.openCount] = b;
    const ranks = this.ranksFor(b);
    for (let g = takeBest(ranks); g !== -1; g = takeBest(ranks)) {
      if (this.budget-- <= 0) {
        this.exhausted = true;
        return false;
      }
      this.put(b, g);
      if (this.countsAddUp() && this.descend()) return true;
      this.lift(b);
      if (this.exhausted) return false;
    }
    this.open[this.openCount] = this.open[at]!;
    this.open[at] = b;
    this.openCount++;
    return false;
  }

  private countsAddUp(): boolean {
    return this.deficit <= this.unplacedUnits && this.unplacedUnits <= this.room;
  }

  /** The place of the open block with the most groups closed to it. */
  private mostConstrained(): number {
    const { rules, open, openCount, blockedGroups, closed, urgency } = this;
    const { blockSize } = rules;
    this.countClosed();
    const closedFirst = (rules.order + 1) * (rules.blockCount + 1);
    let at = 0;
    let most = -1;
    for (let k = 0; k < openCount; k++) {
      const b = open[k]!;
      const key = (blockedGroups[b]! + closed[blockSize[b]!]!) * closedFirst + urgency[b]!;
      if (key > most) {
        most = key;
        at = k;
      }
    }
    return at;
  }

  private countClosed(): void {
    const { size, closed } = this;
    const { groupCount, max } = this.rules;
    for (const s of this.openSizes) {
      let count = 0;
      for (let g = 0; g < groupCount; g++) if (size[g]! + s > max[g]!) count++;
      closed[s] = count;
    }
  }

  /** For each group the earlier the higher to try b there: the preferred one, those most below their minimum, the emptiest. */
  private ranksFor(b: number): number[] {
    const { rules, size, occupants } = this;
    const wanted = this.preferred ? this.preferred[b]! : -1;
    this.rankings++;
    const ranks: number[] = [];
    for (let g = 0; g < rules.groupCount; g++) {
      const barred = !this.allows(b, g) || (occupants[g] === 0 && g !== wanted && this.sameAsBefore(g));
      if (barred) {
        ranks.push(Number.NEGATIVE_INFINITY);
        continue;
      }
      const lacking = Math.max(0, rules.min[g]! - size[g]!);
      const rank = g === wanted ? Number.POSITIVE_INFINITY : lacking * (rules.order + 1) - size[g]!;
      ranks.push(rank + this.rng.next() / 2);
    }
    return ranks;
  }

  /**
   * Another empty group with the bounds of this one has a rank. An empty group that some block is pinned to is never
   * empty here; one that some are barred from is like no other.
   */
  private sameAsBefore(g: number): boolean {
    if (this.barredGroups[g] === 1) return false;
    const twin = this.twinOf[g]!;
    if (this.rankedIn[twin] === this.rankings) return true;
    this.rankedIn[twin] = this.rankings;
    return false;
  }

  private allows(b: number, g: number): boolean {
    const { rules } = this;
    return (
      this.size[g]! + rules.blockSize[b]! <= rules.max[g]! && this.blockers[b * rules.groupCount + g] === 0
    );
  }

  /** Places the blocks that only count: where they are wanted while minima can still be met, then below minima, then anywhere. */
  placeFree(): void {
    const { rules, size, preferred } = this;
    const left: number[] = [];
    for (const b of this.free) {
      const g = preferred ? preferred[b]! : -1;
      const spare = this.unplacedUnits - this.deficit;
      if (g !== -1 && size[g]! < rules.max[g]! && (size[g]! < rules.min[g]! || spare > 0)) this.put(b, g);
      else left.push(b);
    }
    for (const b of left) {
      let best = -1;
      let bestRank = Number.NEGATIVE_INFINITY;
      for (let g = 0; g < rules.groupCount; g++) {
        if (size[g]! >= rules.max[g]!) continue;
        const rank = Math.max(0, rules.min[g]! - size[g]!) * (rules.order + 1) - size[g]!;
        if (rank > bestRank) {
          bestRank = rank;
          best = g;
        }
      }
      this.put(b, best);
    }
  }

  private put(b: number, g: number): void {
    this.groupOf[b] = g;
    this.occupants[g]!++;
    this.resize(g, this.rules.blockSize[b]!);
    this.block(b, g, 1);
  }

  private lift(b: number): void {
    const g = this.groupOf[b]!;
    this.groupOf[b] = -1;
    this.occupants[g]!--;
    this.resize(g, -this.rules.blockSize[b]!);
    this.block(b, g, -1);
  }

  private resize(g: number, by: number): void {
    const min = this.rules.min[g]!;
    const before = this.size[g]!;
    this.size[g] = before + by;
    this.deficit += Math.max(0, min - before - by) - Math.max(0, min - before);
    this.room -= by;
    this.unplacedUnits -= by;
  }

  private block(b: number, g: number, by: 1 | -1): void {
    const { apartStart, apartBlocks, groupCount } = this.rules;
    for (let k = apartStart[b]!; k < apartStart[b + 1]!; k++) {
      const other = apartBlocks[k]!;
      const at = other * groupCount + g;
      const before = this.blockers[at]!;
      this.blockers[at] = before + by;
      if (before === 0) this.blockedGroups[other]!++;
      else if (before + by === 0) this.blockedGroups[other]!--;
    }
  }
}

/** For each group the first with the same bounds. */
function twinsOf({ groupCount, min, max, order }: BlockRules): Int32Array {
  const firstWith = new Map<number, number>();
  const twins = new Int32Array(groupCount);
  for (let g = 0; g < groupCount; g++) {
    const bounds = min[g]! * (order + 1) + max[g]!;
    const twin = firstWith.get(bounds) ?? g;
    firstWith.set(bounds, twin);
    twins[g] = twin;
  }
  return twins;
}
