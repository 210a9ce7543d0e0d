import type { Rng } from '../../../random/rng.js';
import { shuffle } from '../../../random/shuffle.js';
import type { BlockRules } from '../problem/block-rules.js';

/** found: a group for each block · impossible: proven · unknown: not found within the budget. */
export type Feasibility =
  | { readonly outcome: 'found'; readonly groupOf: Int32Array }
  | { readonly outcome: 'impossible' | 'unknown' };

/**
 * Finds groups that keep every bound, block, separation and pin, or proves that there are none.
 *
 * Blocks of one unit that nothing separates only count, so they come last and need no search. The
 * others are placed depth first, the one with the fewest groups left first (DSATUR: Brélaz 1979,
 * 10.1145/359094.359101), with empty groups of equal bounds tried once. `preferred[b]` (−1: none) is
 * where block b goes if it can. `budget` bounds the placements tried in one descent; five are made.
 */
export function feasibleGrouping(
  rules: BlockRules,
  rng: Rng,
  { preferred, budget = 4000 + 20 * rules.blockCount }: { preferred?: Int32Array; budget?: number } = {},
): Feasibility {
  if (rules.contradictory) return { outcome: 'impossible' };
  for (let attempt = 0; attempt < 5; attempt++) {
    const descent = new Descent(rules, rng, preferred, budget);
    const found = descent.run();
    if (found) return { outcome: 'found', groupOf: descent.groupOf };
    if (!descent.exhausted) return { outcome: 'impossible' };
  }
  return { outcome: 'unknown' };
}

/** One depth-first search; every placement goes through `put` and is undone by `lift`. */
class Descent {
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
    rules.barred.forEach((barred, at) => {
      if (barred === 0) return;
      const b = at % blockCount;
      const g = Math.floor(at / blockCount);
      this.blockers[b * groupCount + g] = 1;
      this.blockedGroups[b]!++;
      this.barredGroups[g] = 1;
    });
    const hard: number[] = [];
    const free: number[] = [];
    for (let b = 0; b < blockCount; b++) {
      if (pinnedTo[b] !== -1) continue;
      const alone = blockSize[b] === 1 && apartStart[b] === apartStart[b + 1] && this.blockedGroups[b] === 0;
      (alone ? free : hard).push(b);
    }
    this.open = Int32Array.from(hard);
    this.openCount = hard.length;
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
    if (!this.countsAddUp() || !this.descend()) return false;
    this.placeFree();
    return true;
  }

  private descend(): boolean {
    if (this.openCount === 0) return true;
    const at = this.mostConstrained();
    const b = this.open[at]!;
    this.openCount--;
    this.open[at] = this.open[this.openCount]!;
    this.open[this.openCount] = b;
    for (const g of this.groupsFor(b)) {
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

  private mostConstrained(): number {
    const { rules, size } = this;
    const tooFull = new Map<number, number>();
    let at = 0;
    let most = -1;
    for (let k = 0; k < this.openCount; k++) {
      const b = this.open[k]!;
      const s = rules.blockSize[b]!;
      let closed = tooFull.get(s);
      if (closed === undefined) {
        closed = 0;
        for (let g = 0; g < rules.groupCount; g++) if (size[g]! + s > rules.max[g]!) closed++;
        tooFull.set(s, closed);
      }
      // closed groups first, then the larger block, then the more separations
      const separations = rules.apartStart[b + 1]! - rules.apartStart[b]!;
      const key =
        ((this.blockedGroups[b]! + closed) * (rules.order + 1) + s) * (rules.blockCount + 1) + separations;
      if (key > most) {
        most = key;
        at = k;
      }
    }
    return at;
  }

  /** The groups that can take b: the preferred one, then those most below their minimum, then the emptiest. */
  private groupsFor(b: number): number[] {
    const { rules, size, occupants } = this;
    const wanted = this.preferred ? this.preferred[b]! : -1;
    const emptyBounds = new Set<number>();
    const ranked: { g: number; rank: number }[] = [];
    for (let g = 0; g < rules.groupCount; g++) {
      if (!this.allows(b, g)) continue;
      if (occupants[g] === 0 && g !== wanted && this.barredGroups[g] === 0) {
        // an empty group that some block is pinned to is never empty here; one that some are barred from is unlike
        const bounds = rules.min[g]! * (rules.order + 1) + rules.max[g]!;
        if (emptyBounds.has(bounds)) continue;
        emptyBounds.add(bounds);
      }
      const lacking = Math.max(0, rules.min[g]! - size[g]!);
      const rank = g === wanted ? Number.POSITIVE_INFINITY : lacking * (rules.order + 1) - size[g]!;
      ranked.push({ g, rank: rank + this.rng.next() / 2 });
    }
    return ranked.sort((x, y) => y.rank - x.rank || x.g - y.g).map(({ g }) => g);
  }

  private allows(b: number, g: number): boolean {
    const { rules } = this;
    return (
      this.size[g]! + rules.blockSize[b]! <= rules.max[g]! && this.blockers[b * rules.groupCount + g] === 0
    );
  }

  /** Blocks that only count: where they are wanted while minima can still be met, then below minima, then anywhere. */
  private placeFree(): void {
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
