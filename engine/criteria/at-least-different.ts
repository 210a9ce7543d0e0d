import type { Criterion, Tally } from '../model/criterion.js';
import { groupCriterion } from './forms/group-criterion.js';
import { checkIndices, checkNumber } from './forms/rule-facts.js';
import type { RuleTerms } from './forms/rule-terms.js';
import { hasValue, membersByValue, type UnitValues, unitValues } from './forms/unit-values.js';

/**
 * Each group that has members has at least `least` different values among them. `valuesOf[i]`: the values of
 * unit i, by index from 0. Penalty, summed over groups: the values that are missing.
 *
 * @throws EngineError `bad-rule`
 */
export function atLeastDifferentCriterion({
  valuesOf,
  least,
  ...terms
}: RuleTerms & {
  readonly valuesOf: readonly (readonly number[])[];
  readonly least: number;
}): Criterion {
  checkNumber(terms.ruleId, 'least', least, { from: 0, whole: true });
  for (const values of valuesOf) checkIndices(terms.ruleId, 'value', values);
  const values = unitValues(valuesOf);
  return groupCriterion(
    terms,
    (members) => {
      const penalty = least - membersByValue(valuesOf, members).length;
      return penalty > 0 ? [{ units: members, penalty }] : [];
    },
    (groupCount) => new DifferentTally(values, least, groupCount),
  );
}

class DifferentTally implements Tally {
  readonly local = true;
  /** counts[g × valueCount + v] = members of group g that have value v */
  private readonly counts: Int32Array;
  private readonly different: Int32Array;
  private readonly size: Int32Array;

  constructor(
    private readonly of: UnitValues,
    private readonly least: number,
    groupCount: number,
  ) {
    this.counts = new Int32Array(groupCount * of.valueCount);
    this.different = new Int32Array(groupCount);
    this.size = new Int32Array(groupCount);
  }

  deltaOfMove(i: number, from: number, to: number): number {
    if (from === to) return 0;
    let delta = 0;
    if (from !== -1) {
      const left = this.different[from]! - this.held(i, from, 1, -1);
      delta += this.missing(this.size[from]! - 1, left) - this.penaltyOf(from);
    }
    if (to !== -1) {
      const now = this.different[to]! + this.held(i, to, 0, -1);
      delta += this.missing(this.size[to]! + 1, now) - this.penaltyOf(to);
    }
    return delta;
  }

  deltaOfSwap(i: number, g: number, j: number, h: number): number {
    const inG = this.different[g]! - this.held(i, g, 1, j) + this.held(j, g, 0, i);
    const inH = this.different[h]! - this.held(j, h, 1, i) + this.held(i, h, 0, j);
    return (
      this.missing(this.size[g]!, inG) -
      this.penaltyOf(g) +
      this.missing(this.size[h]!, inH) -
      this.penaltyOf(h)
    );
  }

  record(i: number, from: number, to: number): void {
    if (from === to) return;
    const { start, values, valueCount } = this.of;
    if (from !== -1) {
      this.different[from]! -= this.held(i, from, 1, -1);
      this.size[from]!--;
    }
    if (to !== -1) {
      this.different[to]! += this.held(i, to, 0, -1);
      this.size[to]!++;
    }
    for (let k = start[i]!; k < start[i + 1]!; k++) {
      if (from !== -1) this.counts[from * valueCount + values[k]!]!--;
      if (to !== -1) this.counts[to * valueCount + values[k]!]!++;
    }
  }

  penaltyOf(group: number): number {
    return this.missing(this.size[group]!, this.different[group]!);
  }

  private missing(size: number, different: number): number {
    return size === 0 || different >= this.least ? 0 : this.least - different;
  }

  /** The values of unit i that just `count` members of group g have, but for those that unit j (−1: none) has. */
  private held(i: number, g: number, count: number, j: number): number {
    const { start, values, valueCount } = this.of;
    let found = 0;
    for (let k = start[i]!; k < start[i + 1]!; k++) {
      const v = values[k]!;
      if (this.counts[g * valueCount + v] === count && (j === -1 || !hasValue(this.of, j, v))) found++;
    }
    return found;
  }
}
