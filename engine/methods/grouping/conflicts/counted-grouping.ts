import type { BlockRules } from '../problem/block-rules.js';
import type { GroupingRules } from '../problem/grouping-problem.js';

/**
 * Whether some grouping keeps every rule, those on counts included: every placement of blocks is tried, the
 * one with the fewest groups left first (Brélaz 1979, 10.1145/359094.359101), `budget` placements at most.
 */
export function countedGrouping(
  given: GroupingRules,
  rules: BlockRules,
  budget: number,
): 'found' | 'impossible' | 'unknown' {
  if (rules.contradictory) return 'impossible';
  const search = new CountedSearch(given, rules, budget);
  if (search.descend()) return 'found';
  return search.spent ? 'unknown' : 'impossible';
}

/** Units counted by one limit in each group. */
interface Count {
  readonly min: number;
  readonly max: number;
  readonly orNone: boolean;
  /** how many of them block b holds */
  readonly inBlock: Int32Array;
  /** how many group g holds */
  readonly inGroup: Int32Array;
  unplaced: number;
}

class CountedSearch {
  spent = false;
  private readonly size: Int32Array;
  /** refused[b × groupCount + g]: reasons for b not to be in g: places, pins, separations */
  private readonly refused: Int32Array;
  private readonly counts: Count[];
  /** the counts of quotas and of kinds */
  private readonly all: readonly Count[];
  /** for each variety, its kinds as counts */
  private readonly kinds: { readonly min: number; readonly counts: readonly Count[] }[];
  /** blocks still to place, in classes whose blocks are alike: placing one is placing any */
  private readonly classes: number[][];
  /** units that no rule names: they only fill groups, once all others are placed */
  private readonly free: number;
  /** a rule asks something of every group that is not empty */
  private readonly obliging: boolean;
  private unplaced: number;

  constructor(
    given: GroupingRules,
    private readonly rules: BlockRules,
    private budget: number,
  ) {
    const { blockCount, groupCount, order } = rules;
    this.size = new Int32Array(groupCount);
    this.refused = new Int32Array(blockCount * groupCount);
    this.unplaced = order;
    for (let b = 0; b < blockCount; b++) {
      const pinned = rules.pinnedTo[b]!;
      if (pinned !== -1) this.refuse(b, (g) => g !== pinned);
    }
    for (const [i, groups] of given.allowed ?? []) {
      this.refuse(rules.blockOf[i]!, (g) => !groups.includes(g));
    }
    this.counts = (given.quotas ?? []).map(({ units, min = 0, max = order, orNone = false }) =>
      this.countOf(units, min, max, orNone),
    );
    this.kinds = (given.varieties ?? []).map(({ kinds, min }) => {
      return { min, counts: kinds.map((units) => this.countOf(units, 0, order, true)) };
    });
    this.all = [...this.counts, ...this.kinds.flatMap(({ counts }) => counts)];
    this.obliging = this.kinds.length > 0 || this.counts.some(({ min, orNone }) => min > 0 && !orNone);
    const { free, classes } = this.sorted();
    this.free = free;
    this.classes = classes;
  }

  descend(): boolean {
    if (!this.minimaInReach()) return false;
    const most = this.mostConstrained();
    if (!most) return this.allKept();
    const b = most.pop()!;
    for (const g of this.groupsFor(b)) {
      if (this.budget-- <= 0) {
        this.spent = true;
        break;
      }
      this.put(b, g, 1);
      const found = this.descend();
      this.put(b, g, -1);
      if (found) return true;
      if (this.spent) break;
    }
    most.push(b);
    return false;
  }

  /** Blocks into classes; what no rule names is only counted. */
  private sorted(): { free: number; classes: number[][] } {
    const { blockCount, groupCount, blockSize, apartStart } = this.rules;
    let free = 0;
    const classes = new Map<string, number[]>();
    for (let b = blockCount - 1; b >= 0; b--) {
      const separated = apartStart[b] !== apartStart[b + 1];
      const places = this.refused.subarray(b * groupCount, (b + 1) * groupCount);
      const counted = this.all.map(({ inBlock }) => inBlock[b]!);
      if (blockSize[b] === 1 && !separated && places.every((x) => x === 0) && counted.every((x) => x === 0)) {
        free++;
        continue;
      }
      const key = separated ? `${b}` : `like ${blockSize[b]} ${places.join('')} ${counted.join()}`;
      const known = classes.get(key);
      if (known) known.push(b);
      else classes.set(key, [b]);
    }
    return { free, classes: [...classes.values()] };
  }

  private refuse(b: number, where: (g: number) => boolean): void {
    const { groupCount } = this.rules;
    for (let g = 0; g < groupCount; g++) if (where(g)) this.refused[b * groupCount + g]!++;
  }

  private countOf(units: readonly number[], min: number, max: number, orNone: boolean): Count {
    const { blockOf, blockCount, groupCount } = this.rules;
    const inBlock = new Int32Array(blockCount);
    const distinct = new Set(units);
    for (const i of distinct) inBlock[blockOf[i]!]!++;
    return { min, max, orNone, inBlock, inGroup: new Int32Array(groupCount), unplaced: distinct.size };
  }

  /** What is still to place can fill each group, and each count, to its minimum. */
  private minimaInReach(): boolean {
    const { min, max, groupCount } = this.rules;
    let lacking = 0;
    let room = 0;
    for (let g = 0; g < groupCount; g++) {
      lacking += Math.max(0, min[g]! - this.size[g]!);
      room += max[g]! - this.size[g]!;
    }
    if (lacking > this.unplaced || room < this.unplaced) return false;
    for (const count of this.counts) {
      let wanted = 0;
      for (let g = 0; g < groupCount; g++) {
        const obliged = count.orNone ? count.inGroup[g]! > 0 : min[g]! > 0 || this.size[g]! > 0;
        if (obliged) wanted += Math.max(0, count.min - count.inGroup[g]!);
      }
      if (wanted > count.unplaced) return false;
    }
    return true;
  }

  /** Once all others are placed: every variety is kept, and what no rule names has somewhere to go. */
  private allKept(): boolean {
    const { groupCount, min, max } = this.rules;
    let room = 0;
    for (let g = 0; g < groupCount; g++) {
      const filled = min[g]! > 0 || this.size[g]! > 0;
      if (filled || !this.obliging) room += max[g]! - this.size[g]!;
      if (!filled) continue;
      const lacksKinds = this.kinds.some(
        (variety) => variety.counts.filter(({ inGroup }) => inGroup[g]! > 0).length < variety.min,
      );
      if (lacksKinds) return false;
    }
    return this.free <= room;
  }

  /** The class with the fewest groups left; then of the largest blocks; then the most counted. Null when all are placed. */
  private mostConstrained(): number[] | null {
    const { groupCount, blockSize } = this.rules;
    let best: number[] | null = null;
    let fewest = Number.POSITIVE_INFINITY;
    for (const alike of this.classes) {
      const b = alike.at(-1);
      if (b === undefined) continue;
      let open = 0;
      for (let g = 0; g < groupCount; g++) if (this.allows(b, g)) open++;
      let counted = 0;
      for (const { inBlock } of this.counts) if (inBlock[b]! > 0) counted++;
      const key = (open * 64 - Math.min(blockSize[b]!, 63)) * 64 - Math.min(counted, 63);
      if (key >= fewest) continue;
      fewest = key;
      best = alike;
    }
    return best;
  }

  /** The groups that can take b, those that most want it first; of empty groups that are alike, one. */
  private groupsFor(b: number): number[] {
    const { groupCount, min } = this.rules;
    const ranked: { g: number; want: number }[] = [];
    for (let g = 0; g < groupCount; g++) {
      if (!this.allows(b, g)) continue;
      let want = 1000 * Math.max(0, min[g]! - this.size[g]!) - this.size[g]!;
      for (const count of this.counts) {
        if (count.inBlock[b]! === 0) continue;
        want += count.inGroup[g]! < count.min ? 1e6 : -2000 * count.inGroup[g]!;
      }
      for (const { min: wanted, counts } of this.kinds) {
        const held = counts.reduce((sum, { inGroup }) => sum + (inGroup[g]! > 0 ? 1 : 0), 0);
        const brings = counts.some(({ inBlock, inGroup }) => inBlock[b]! > 0 && inGroup[g] === 0);
        if (brings && held < wanted) want += 5e5;
      }
      ranked.push({ g, want });
    }
    return ranked.sort((x, y) => y.want - x.want || x.g - y.g).map(({ g }) => g);
  }

  private allows(b: number, g: number): boolean {
    const { groupCount, max, blockSize } = this.rules;
    if (this.refused[b * groupCount + g]! > 0 || this.size[g]! + blockSize[b]! > max[g]!) return false;
    for (const { inBlock, inGroup, max: most } of this.counts) {
      if (inBlock[b]! > 0 && inGroup[g]! + inBlock[b]! > most) return false;
    }
    return true;
  }

  /** Puts block b into group g, or takes it out: sign 1 or −1. */
  private put(b: number, g: number, sign: 1 | -1): void {
    const { blockSize, apartStart, apartBlocks, groupCount } = this.rules;
    this.size[g]! += sign * blockSize[b]!;
    this.unplaced -= sign * blockSize[b]!;
    for (const count of this.all) {
      count.inGroup[g]! += sign * count.inBlock[b]!;
      count.unplaced -= sign * count.inBlock[b]!;
    }
    for (let k = apartStart[b]!; k < apartStart[b + 1]!; k++) {
      this.refused[apartBlocks[k]! * groupCount + g]! += sign;
    }
  }
}
