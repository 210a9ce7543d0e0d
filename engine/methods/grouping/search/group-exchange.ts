import type { GroupingState } from './grouping-state.js';

/**
 * Lets two groups exchange all their members, where what a block is worth hangs on the number of its group, as wishes
 * do: good company in the wrong place gets out of it no other way, block by block it would have to part.
 *
 * Does nothing without such worths. Bounds, separations, pins and places barred to a block hold throughout.
 */
export class GroupExchange {
  /** worth[g × groupCount + h]: what the members of group g would be worth in group h */
  private readonly worth: Float64Array;
  /** 1 where a member of g must not be in h */
  private readonly closed: Uint8Array;
  private readonly both: Int32Array;

  constructor(private readonly state: GroupingState) {
    const { blockCount, groupCount } = state.rules;
    const needed = state.weights.places ? groupCount * groupCount : 0;
    this.worth = new Float64Array(needed);
    this.closed = new Uint8Array(needed);
    this.both = new Int32Array(needed > 0 ? blockCount : 0);
  }

  /** Offers each two groups once, whatever the temperature of the search: it costs many changes; true when some gained. */
  run(): boolean {
    const { state, worth } = this;
    const { groupCount } = state.rules;
    const { tolerance } = state.weights;
    if (!state.weights.places) return false;
    this.weighGroups(state.weights.places);
    let changed = false;
    for (let g = 1; g < groupCount; g++) {
      for (let h = 0; h < g; h++) {
        const gain =
          worth[g * groupCount + h]! -
          worth[g * groupCount + g]! +
          worth[h * groupCount + g]! -
          worth[h * groupCount + h]!;
        if (gain > tolerance && this.allows(g, h) && this.exchange(g, h)) changed = true;
      }
    }
    return changed;
  }

  private weighGroups(places: Float64Array): void {
    const { worth, closed } = this;
    const { groupOf, rules } = this.state;
    const { blockCount, groupCount, barred, pinnedTo } = rules;
    worth.fill(0);
    closed.fill(0);
    for (let b = 0; b < blockCount; b++) {
      const row = groupOf[b]! * groupCount;
      for (let h = 0; h < groupCount; h++) {
        worth[row + h]! += places[h * blockCount + b]!;
        if (pinnedTo[b] !== -1 || barred[h * blockCount + b] === 1) closed[row + h] = 1;
      }
    }
  }

  private allows(g: number, h: number): boolean {
    const { size, rules } = this.state;
    const { min, max, groupCount } = rules;
    return (
      this.closed[g * groupCount + h] === 0 &&
      this.closed[h * groupCount + g] === 0 &&
      size[g]! >= min[h]! &&
      size[g]! <= max[h]! &&
      size[h]! >= min[g]! &&
      size[h]! <= max[g]!
    );
  }

  /** False, all being as before, when a criterion that tells groups apart leaves no gain. */
  private exchange(g: number, h: number): boolean {
    const { state, both, worth, closed } = this;
    const { members, capacity, count } = state;
    const { groupCount } = state.rules;
    const before = state.objective;
    let filled = 0;
    for (let k = 0; k < count[g]!; k++) both[filled++] = members[g * capacity + k]!;
    const fromG = filled;
    for (let k = 0; k < count[h]!; k++) both[filled++] = members[h * capacity + k]!;
    for (let k = 0; k < filled; k++) state.move(both[k]!, k < fromG ? h : g);
    if (state.objective - before <= state.weights.tolerance) {
      for (let k = 0; k < filled; k++) state.move(both[k]!, k < fromG ? g : h);
      return false;
    }
    for (let k = 0; k < groupCount; k++) {
      const at = g * groupCount + k;
      const other = h * groupCount + k;
      [worth[at], worth[other]] = [worth[other]!, worth[at]!];
      [closed[at], closed[other]] = [closed[other]!, closed[at]!];
    }
    return true;
  }
}
