import type { Criterion } from '../../../model/criterion.js';
import type { BlockRules } from '../problem/block-rules.js';

/**
 * What criteria that count inside a group cost one group by itself, others left out: Σ weight × penalty, each
 * hard criterion weighing `hardWeight`.
 */
export class GroupPenalty {
  readonly none: boolean;
  private readonly groupOf: Int32Array;

  constructor(
    private readonly criteria: readonly Criterion[],
    private readonly rules: BlockRules,
    private readonly hardWeight: number,
  ) {
    this.none = criteria.length === 0;
    this.groupOf = new Int32Array(rules.order).fill(-1);
  }

  /** Of the group of these blocks, but for the leaver and with the joiner (−1: nobody). */
  of(members: readonly number[], leaver = -1, joiner = -1): number {
    if (this.none) return 0;
    for (const b of members) if (b !== leaver) this.mark(b, 0);
    if (joiner !== -1) this.mark(joiner, 0);
    let cost = 0;
    for (const criterion of this.criteria) {
      cost +=
        (criterion.level === 'hard' ? this.hardWeight : criterion.weight) * criterion.evaluate(this.groupOf);
    }
    for (const b of members) this.mark(b, -1);
    if (joiner !== -1) this.mark(joiner, -1);
    return cost;
  }

  private mark(b: number, group: number): void {
    const { units, unitStart } = this.rules;
    for (let at = unitStart[b]!; at < unitStart[b + 1]!; at++) this.groupOf[units[at]!] = group;
  }
}
