import type { RoundDesign } from './round-design.js';
import type { RoundsState, Seating } from './rounds-state.js';

/**
 * Seats units as a design says, unit i on point i: points without a unit, and units without a seat
 * in a round, leave their groups smaller (truncation). The largest groups of a round take the groups with the
 * largest bounds. Rounds beyond those of the design keep their seats. Groups may end outside their bounds:
 * see `mendSizes`.
 */
export function seatDesign(seating: Seating, design: RoundDesign): Int32Array {
  const { order, groupStart, min, max } = seating;
  const groupOf = seating.groupOf.slice();
  design.groupOf.forEach((designGroups, r) => {
    const sizes = new Int32Array(design.groupCount);
    for (let i = 0; i < order; i++) {
      if (groupOf[r * order + i] !== -1) sizes[designGroups[i]!]!++;
    }
    const first = groupStart[r]!;
    const bySize = [...sizes.keys()].sort((a, b) => sizes[b]! - sizes[a]! || a - b);
    const byBounds = [...sizes.keys()].sort(
      (a, b) => max[first + b]! - max[first + a]! || min[first + b]! - min[first + a]! || a - b,
    );
    const target = new Int32Array(design.groupCount);
    bySize.forEach((g, rank) => {
      target[g] = first + byBounds[rank]!;
    });
    for (let i = 0; i < order; i++) {
      const at = r * order + i;
      if (groupOf[at] !== -1) groupOf[at] = target[designGroups[i]!]!;
    }
  });
  return groupOf;
}

/**
 * Brings every group within its bounds by the moves that gain most: out of groups too large, then into
 * groups too small.
 */
export function mendSizes(state: RoundsState): void {
  const { min, max, groupStart } = state.seating;
  for (let r = 0; r < state.roundCount; r++) {
    const groups = Array.from({ length: groupStart[r + 1]! - groupStart[r]! }, (_, k) => groupStart[r]! + k);
    const size = state.size;
    for (;;) {
      const over = groups.find((g) => size[g]! > max[g]!);
      const under = groups.find((g) => size[g]! < min[g]!);
      if (over === undefined && under === undefined) break;
      const from = over === undefined ? groups.filter((g) => size[g]! > min[g]!) : [over];
      const room = groups.filter((g) => size[g]! < max[g]!);
      const to = under === undefined ? room : [under];
      if (!bestMove(state, r, from, to)) break;
    }
  }
}

function bestMove(state: RoundsState, r: number, from: readonly number[], to: readonly number[]): boolean {
  let best = Number.NEGATIVE_INFINITY;
  let mover = -1;
  let target = -1;
  for (const g of from) {
    for (let k = 0; k < state.size[g]!; k++) {
      const i = state.members[g * state.capacity + k]!;
      for (const h of to) {
        if (h === g) continue;
        const gain = state.gainOfMove(r, i, h);
        if (gain <= best) continue;
        best = gain;
        mover = i;
        target = h;
      }
    }
  }
  if (mover !== -1) state.move(r, mover, target);
  return mover !== -1;
}
