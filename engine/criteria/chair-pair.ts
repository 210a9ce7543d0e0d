import type { Criterion, Tally } from '../model/criterion.js';
import { groupCriterion } from './forms/group-criterion.js';
import { checkNumber } from './forms/rule-facts.js';
import type { RuleTerms } from './forms/rule-terms.js';

/**
 * Each group that has members can be chaired by a woman and a man of two different units. `womenOf[i]`, `menOf[i]`:
 * 1 when unit i can give one, else 0. Penalty: the groups that cannot.
 *
 * @throws EngineError `bad-rule`
 */
export function chairPairCriterion({
  womenOf,
  menOf,
  ...terms
}: RuleTerms & {
  readonly womenOf: ArrayLike<number>;
  readonly menOf: ArrayLike<number>;
}): Criterion {
  for (const [name, list] of [
    ['women', womenOf],
    ['men', menOf],
  ] as const) {
    for (let i = 0; i < list.length; i++) {
      checkNumber(terms.ruleId, name, list[i] ?? 0, { from: 0, to: 1, whole: true });
    }
  }
  return groupCriterion(
    terms,
    (members) => {
      const women = members.filter((i) => womenOf[i] === 1).length;
      const men = members.filter((i) => menOf[i] === 1).length;
      const either = members.filter((i) => womenOf[i] === 1 || menOf[i] === 1).length;
      return lacksPair(members.length, women, men, either) === 1 ? [{ units: members, penalty: 1 }] : [];
    },
    (groupCount, order) => {
      // two bits a unit: 1 a woman, 2 a man
      const gives = Uint8Array.from(
        { length: order },
        (_, i) => (womenOf[i] === 1 ? 1 : 0) + (menOf[i] === 1 ? 2 : 0),
      );
      return new ChairTally(gives, groupCount);
    },
  );
}

/** 1 when no woman and man of two units can be found; `either`: the units that give one or the other. */
function lacksPair(size: number, women: number, men: number, either: number): number {
  // with one of each at least and two units at least, some choice takes two units
  return size > 0 && (women === 0 || men === 0 || either < 2) ? 1 : 0;
}

class ChairTally implements Tally {
  readonly local = true;
  private readonly women: Int32Array;
  private readonly men: Int32Array;
  private readonly either: Int32Array;
  private readonly size: Int32Array;

  constructor(
    private readonly gives: Uint8Array,
    groupCount: number,
  ) {
    this.women = new Int32Array(groupCount);
    this.men = new Int32Array(groupCount);
    this.either = new Int32Array(groupCount);
    this.size = new Int32Array(groupCount);
  }

  deltaOfMove(i: number, from: number, to: number): number {
    if (from === to) return 0;
    const given = this.gives[i]!;
    return (
      (from === -1 ? 0 : this.after(from, given, 0, -1) - this.penaltyOf(from)) +
      (to === -1 ? 0 : this.after(to, 0, given, 1) - this.penaltyOf(to))
    );
  }

  deltaOfSwap(i: number, g: number, j: number, h: number): number {
    const a = this.gives[i]!;
    const b = this.gives[j]!;
    if (a === b) return 0;
    return this.after(g, a, b, 0) - this.penaltyOf(g) + this.after(h, b, a, 0) - this.penaltyOf(h);
  }

  record(i: number, from: number, to: number): void {
    if (from !== -1) this.count(from, this.gives[i]!, -1);
    if (to !== -1) this.count(to, this.gives[i]!, 1);
  }

  penaltyOf(group: number): number {
    return lacksPair(this.size[group]!, this.women[group]!, this.men[group]!, this.either[group]!);
  }

  /** The penalty of group g without a unit that gives `lost`, with one that gives `won`. */
  private after(g: number, lost: number, won: number, size: number): number {
    return lacksPair(
      this.size[g]! + size,
      this.women[g]! - (lost & 1) + (won & 1),
      this.men[g]! - (lost >> 1) + (won >> 1),
      this.either[g]! - (lost === 0 ? 0 : 1) + (won === 0 ? 0 : 1),
    );
  }

  private count(g: number, given: number, sign: 1 | -1): void {
    this.women[g]! += sign * (given & 1);
    this.men[g]! += sign * (given >> 1);
    this.either[g]! += given === 0 ? 0 : sign;
    this.size[g]! += sign;
  }
}
