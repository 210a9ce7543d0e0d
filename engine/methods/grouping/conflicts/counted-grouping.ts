import type { BlockRules } from '../problem/block-rules.js';
import type { GroupingRules } from '../problem/grouping-problem.js';
import { takeBest } from '../search/take-best.js';
import {
  type Bearing,
  type BlockClass,
  blockClasses,
  type Count,
  countedBlocks,
  type Kinds,
  refusals,
} from './counted-blocks.js';

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

class CountedSearch {
  spent = false;
  private readonly size: Int32Array;
  /** refused[b × groupCount + g]: reasons for b not to be in g: places, pins, separations */
  private readonly refused: Int32Array;
  private readonly counts: readonly Count[];
  private readonly varieties: readonly Kinds[];
  /** what each block bears on */
  private readonly bearings: readonly Bearing[][];
  /** blocks still to place, those that no rule names left out: they only fill groups in the end */
  private readonly classes: readonly BlockClass[];
  /** open[c × groupCount + g] = 1: group g can take a block of class c; openCount[c] of them */
  private readonly open: Uint8Array;
  private readonly openCount: Int32Array;
  /** a rule asks something of every group that is not empty */
  private readonly obliging: boolean;
  private unplaced: number;

  constructor(
    given: GroupingRules,
    private readonly rules: BlockRules,
    private budget: number,
  ) {
    const { groupCount, order } = rules;
    this.size = new Int32Array(groupCount);
    this.refused = refusals(rules);
    this.unplaced = order;
    const { counts, varieties, bearings } = countedBlocks(given, rules);
    this.counts = counts;
    this.varieties = varieties;
    this.bearings = bearings;
    this.obliging = this.varieties.length > 0 || this.counts.some(({ min, orNone }) => min > 0 && !orNone);
    this.classes = blockClasses(rules, this.refused, bearings);
    this.open = new Uint8Array(this.classes.length * groupCount);
    this.openCount = new Int32Array(this.classes.length);
    for (let g = 0; g < groupCount; g++) this.reopen(g);
  }

  descend(): boolean {
    if (!this.minimaInReach()) return false;
    const most = this.mostConstrained();
    if (most === -1) return this.allKept();
    const { blocks } = this.classes[most]!;
    const b = blocks.pop()!;
    const wants = this.wantsFor(most);
    for (let g = takeBest(wants); g !== -1; g = takeBest(wants)) {
      if (this.budget-- <= 0) {
        this.spent = true;
        break;
      }
      this.put(b, g, 1);
      const found = this.descend();
      this.put(b, g, -1);
      if (found) return true;
    }
    blocks.push(b);
    return false;
  }

  /** What is still to place can fill each group, and each count, to its minimum. */
  private minimaInReach(): boolean {
    const { min, groupCount } = this.rules;
    let lacking = 0;
    for (let g = 0; g < groupCount; g++) lacking += Math.max(0, min[g]! - this.size[g]!);
    if (lacking > this.unplaced) return false;
    for (const count of this.counts) {
      if (count.min === 0) continue;
      let wanted = 0;
      for (let g = 0; g < groupCount; g++) {
        if (this.obliged(count, g)) wanted += Math.max(0, count.min - count.inGroup[g]!);
      }
      if (wanted > count.unplaced) return false;
    }
    return true;
  }

  /** Group g must hold the minimum of a count. */
  private obliged(count: Count, g: number): boolean {
    return count.orNone ? count.inGroup[g]! > 0 : this.filled(g);
  }

  private filled(g: number): boolean {
    return this.rules.min[g]! > 0 || this.size[g]! > 0;
  }

  /** Once what is left is harmless and unwanted: every minimum is kept, and it has somewhere to go. */
  private allKept(): boolean {
    for (let g = 0; g < this.rules.groupCount; g++) {
      for (const count of this.counts) {
        if (count.inGroup[g]! < count.min && this.obliged(count, g)) return false;
      }
      if (!this.filled(g)) continue;
      for (const { held, min } of this.varieties) if (held[g]! < min) return false;
    }
    return this.fillsUp();
  }

  /** Groups have room for all that is left, those alone that are not empty where each of these is asked something. */
  private fillsUp(): boolean {
    const { groupCount, max } = this.rules;
    let room = 0;
    for (let g = 0; g < groupCount; g++) {
      if (!this.obliging || this.filled(g)) room += max[g]! - this.size[g]!;
    }
    return this.unplaced <= room;
  }

  /**
   * The class with the fewest groups left; then of the largest blocks; then the most counted. −1 when the rest can
   * only fill up the groups there are: harmless blocks that none of these wants.
   */
  private mostConstrained(): number {
    const { blockSize } = this.rules;
    const fillsUp = this.fillsUp();
    let best = -1;
    let fewest = Number.POSITIVE_INFINITY;
    for (let c = 0; c < this.classes.length; c++) {
      const { blocks, bearings, harmless } = this.classes[c]!;
      if (blocks.length === 0) continue;
      const key =
        (this.openCount[c]! * 64 - Math.min(blockSize[blocks[0]!]!, 63)) * 64 - Math.min(bearings.length, 63);
      if (key >= fewest || (harmless && fillsUp && !this.wanted(c))) continue;
      fewest = key;
      best = c;
    }
    return best;
  }

  /** Some group that can take a block of class c lacks what it brings. */
  private wanted(c: number): boolean {
    const { groupCount } = this.rules;
    for (let g = 0; g < groupCount; g++) {
      if (this.open[c * groupCount + g] === 0) continue;
      for (const { count, variety } of this.classes[c]!.bearings) {
        if (count.inGroup[g]! < count.min && this.obliged(count, g)) return true;
        if (variety && count.inGroup[g] === 0 && variety.held[g]! < variety.min && this.filled(g))
          return true;
      }
    }
    return false;
  }

  /** How much each group wants a block of class c; −∞ where it cannot take one. */
  private wantsFor(c: number): number[] {
    const { groupCount, min } = this.rules;
    const wants: number[] = [];
    for (let g = 0; g < groupCount; g++) {
      if (this.open[c * groupCount + g] === 0) {
        wants.push(Number.NEGATIVE_INFINITY);
        continue;
      }
      let want = 1000 * Math.max(0, min[g]! - this.size[g]!) - this.size[g]!;
      for (const { count, variety } of this.classes[c]!.bearings) {
        if (!variety) want += count.inGroup[g]! < count.min ? 1e6 : -2000 * count.inGroup[g]!;
        else if (count.inGroup[g] === 0 && variety.held[g]! < variety.min) want += 5e5;
      }
      wants.push(want);
    }
    return wants;
  }

  private allows(b: number, g: number): boolean {
    const { groupCount, max, blockSize } = this.rules;
    if (this.refused[b * groupCount + g]! > 0 || this.size[g]! + blockSize[b]! > max[g]!) return false;
    for (const { count, by } of this.bearings[b]!) if (count.inGroup[g]! + by > count.max) return false;
    return true;
  }

  /** Puts block b into group g, or takes it out: sign 1 or −1. */
  private put(b: number, g: number, sign: 1 | -1): void {
    const { blockSize, apartStart, apartBlocks, groupCount } = this.rules;
    this.size[g]! += sign * blockSize[b]!;
    this.unplaced -= sign * blockSize[b]!;
    for (const { count, by, variety } of this.bearings[b]!) {
      const before = count.inGroup[g]!;
      count.inGroup[g] = before + sign * by;
      count.unplaced -= sign * by;
      if (variety && (before === 0 || before + sign * by === 0)) variety.held[g]! += sign;
    }
    for (let k = apartStart[b]!; k < apartStart[b + 1]!; k++) {
      this.refused[apartBlocks[k]! * groupCount + g]! += sign;
    }
    this.reopen(g);
  }

  /** Which classes group g can take now: nothing else changes when a block comes or goes. */
  private reopen(g: number): void {
    const { groupCount } = this.rules;
    for (let c = 0; c < this.classes.length; c++) {
      const [b] = this.classes[c]!.blocks;
      // a class without blocks left is not asked; it is looked at again when one comes back
      if (b === undefined) continue;
      const now = this.allows(b, g) ? 1 : 0;
      this.openCount[c]! += now - this.open[c * groupCount + g]!;
      this.open[c * groupCount + g] = now;
    }
  }
}
