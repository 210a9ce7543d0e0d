import type { Criterion } from '../../model/criterion.js';
import type { BlockRules } from './block-rules.js';

/**
 * The criteria of a problem as one number to subtract: Σ weight × penalty, a hard criterion weighing
 * more than all weights of the grouping together, so that no gain buys a broken hard rule.
 */
export class CriteriaMeter {
  readonly none: boolean;
  private readonly weights: Float64Array;
  private readonly groupOfUnit: Int32Array;

  /** `scale`: the sum of absolute weights of the grouping */
  constructor(
    private readonly criteria: readonly Criterion[],
    private readonly rules: BlockRules,
    scale: number,
  ) {
    this.none = criteria.length === 0;
    this.groupOfUnit = new Int32Array(rules.order).fill(-1);
    const soft = criteria.filter(({ level }) => level === 'soft').reduce((sum, c) => sum + c.weight, 0);
    const hard = 1 + 2 * scale + soft * rules.order * Math.max(1, rules.order);
    this.weights = Float64Array.from(criteria, (c) => (c.level === 'hard' ? hard : c.weight));
  }

  /** What the grouping as recorded costs. */
  total(): number {
    let cost = 0;
    this.criteria.forEach((criterion, k) => {
      cost += this.weights[k]! * criterion.evaluate(this.groupOfUnit);
    });
    return cost;
  }

  /** Change of the cost if block b goes to group g. */
  deltaOfMove(b: number, g: number): number {
    const { unitStart, units } = this.rules;
    const first = unitStart[b]!;
    if (unitStart[b + 1] === first + 1) {
      const i = units[first]!;
      let delta = 0;
      for (let k = 0; k < this.criteria.length; k++) {
        delta += this.weights[k]! * this.criteria[k]!.deltaOfMove(this.groupOfUnit, i, g);
      }
      return delta;
    }
    const home = this.groupOfUnit[units[first]!]!;
    const delta = this.record(b, g);
    this.record(b, home);
    return delta;
  }

  /** Change of the cost if blocks a and b exchange their groups. */
  deltaOfSwap(a: number, b: number): number {
    const { unitStart, units } = this.rules;
    const i = units[unitStart[a]!]!;
    const j = units[unitStart[b]!]!;
    if (unitStart[a + 1]! - unitStart[a]! === 1 && unitStart[b + 1]! - unitStart[b]! === 1) {
      let delta = 0;
      for (let k = 0; k < this.criteria.length; k++) {
        delta += this.weights[k]! * this.criteria[k]!.deltaOfSwap(this.groupOfUnit, i, j);
      }
      return delta;
    }
    const g = this.groupOfUnit[i]!;
    const h = this.groupOfUnit[j]!;
    const delta = this.record(a, h) + this.record(b, g);
    this.record(b, h);
    this.record(a, g);
    return delta;
  }

  /** At most this much can any one move or exchange between groups g and h lower the cost. */
  mostGain(_g: number, _h: number): number {
    return this.none ? 0 : Number.POSITIVE_INFINITY;
  }

  /** Writes that block b is in group g, unit by unit; returns the change of the cost. */
  record(b: number, g: number): number {
    const { unitStart, units } = this.rules;
    let delta = 0;
    for (let at = unitStart[b]!; at < unitStart[b + 1]!; at++) {
      const i = units[at]!;
      for (let k = 0; k < this.criteria.length; k++) {
        delta += this.weights[k]! * this.criteria[k]!.deltaOfMove(this.groupOfUnit, i, g);
      }
      this.groupOfUnit[i] = g;
    }
    return delta;
  }
}
