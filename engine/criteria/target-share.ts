import type { Criterion, Tally } from '../model/criterion.js';
import { groupCriterion } from './forms/group-criterion.js';
import { checkIndices, checkNumber } from './forms/rule-facts.js';
import type { UnitRule } from './forms/rule-terms.js';

/**
 * Each group has this share (0..1) of the units that have a trait: `units`. Penalty, summed over groups: how far
 * their number lies from share × size beyond one half (to the nearest 64th), so that the nearest whole number
 * satisfies.
 *
 * @throws EngineError `bad-rule`
 */
export function targetShareCriterion({
  units,
  share,
  ...terms
}: UnitRule & { readonly share: number }): Criterion {
  checkIndices(terms.ruleId, 'unit', units);
  checkNumber(terms.ruleId, 'share', share, { from: 0, to: 1 });
  const known = new Set(units);
  return groupCriterion(
    terms,
    (members) => {
      const having = members.filter((i) => known.has(i));
      const penalty = offTarget(having.length, members.length, share);
      if (penalty === 0) return [];
      // too many of them, or too many of the others
      const behind = having.length > share * members.length ? having : members.filter((i) => !known.has(i));
      return [{ units: behind, penalty }];
    },
    (groupCount, order) =>
      new ShareTally(
        Uint8Array.from({ length: order }, (_, i) => (known.has(i) ? 1 : 0)),
        share,
        groupCount,
      ),
  );
}

/** The fewest and the most units of a share that satisfy it in groups of these sizes. */
export function shareLimits(
  share: number,
  sizes: { readonly min: number; readonly max: number },
): { min: number; max: number } {
  let min = 0;
  while (min < sizes.min && offTarget(min, sizes.min, share) > 0) min++;
  let max = sizes.max;
  while (max > min && offTarget(max, sizes.max, share) > 0) max--;
  return { min, max };
}

function offTarget(having: number, size: number, share: number): number {
  // counted in 64ths, which add up exactly, and are 0 where 0.7 × 5 misses the half by rounding
  return Math.max(0, Math.round(64 * (Math.abs(having - share * size) - 0.5)) / 64);
}

class ShareTally implements Tally {
  readonly local = true;
  private readonly having: Int32Array;
  private readonly size: Int32Array;

  constructor(
    private readonly has: Uint8Array,
    private readonly share: number,
    groupCount: number,
  ) {
    this.having = new Int32Array(groupCount);
    this.size = new Int32Array(groupCount);
  }

  deltaOfMove(i: number, from: number, to: number): number {
    if (from === to) return 0;
    return (
      (from === -1 ? 0 : this.changeIn(from, -this.has[i]!, -1)) +
      (to === -1 ? 0 : this.changeIn(to, this.has[i]!, 1))
    );
  }

  deltaOfSwap(i: number, g: number, j: number, h: number): number {
    const brought = this.has[j]! - this.has[i]!;
    return brought === 0 ? 0 : this.changeIn(g, brought, 0) + this.changeIn(h, -brought, 0);
  }

  record(i: number, from: number, to: number): void {
    if (from !== -1) {
      this.having[from]! -= this.has[i]!;
      this.size[from]!--;
    }
    if (to !== -1) {
      this.having[to]! += this.has[i]!;
      this.size[to]!++;
    }
  }

  penaltyOf(group: number): number {
    return offTarget(this.having[group]!, this.size[group]!, this.share);
  }

  private changeIn(g: number, having: number, size: number): number {
    return offTarget(this.having[g]! + having, this.size[g]! + size, this.share) - this.penaltyOf(g);
  }
}
