import type { Criterion, Tally } from '../../model/criterion.js';
import type { BlockRules } from './block-rules.js';

/**
 * The criteria of a problem as one number to subtract: Σ weight × penalty, a hard criterion weighing
 * more than all weights of the grouping together, so that no gain buys a broken hard rule.
 *
 * A criterion that has a tally is asked through it; the others are asked anew each time, which is slow.
 */
export class CriteriaMeter {
  readonly none: boolean;
  private readonly groupOfUnit: Int32Array;
  private readonly tallies: readonly Tally[];
  private readonly tallyWeights: Float64Array;
  private readonly untallied: readonly Criterion[];
  private readonly untalliedWeights: Float64Array;
  private readonly weights: Float64Array;

  /** `scale`: the sum of absolute weights of the grouping, places included */
  constructor(
    private readonly criteria: readonly Criterion[],
    private readonly rules: BlockRules,
    scale: number,
  ) {
    const { order, groupCount } = rules;
    this.none = criteria.length === 0;
    this.groupOfUnit = new Int32Array(order).fill(-1);
    const soft = criteria.filter(({ level }) => level === 'soft').reduce((sum, c) => sum + c.weight, 0);
    const hard = leastParts * (1 + 2 * scale + soft * order * Math.max(1, order));
    const weightOf = (c: Criterion): number => (c.level === 'hard' ? hard : c.weight);
    this.weights = Float64Array.from(criteria, weightOf);
    const tallied = criteria.filter((criterion) => criterion.tally);
    this.tallies = tallied.flatMap((criterion) => criterion.tally?.(groupCount, order) ?? []);
    this.tallyWeights = Float64Array.from(tallied, weightOf);
    this.untallied = criteria.filter((criterion) => !criterion.tally);
    this.untalliedWeights = Float64Array.from(this.untallied, weightOf);
  }

  /** What the grouping as recorded costs, asked of the criteria anew. */
  total(): number {
    let cost = 0;
    this.criteria.forEach((criterion, k) => {
      cost += this.weights[k]! * criterion.evaluate(this.groupOfUnit);
    });
    return cost;
  }

  /**
   * No move or exchange of blocks between groups g and h lowers the cost by more; 0 when both satisfy every
   * criterion, infinite with a criterion that has no tally.
   */
  mostGain(g: number, h: number): number {
    if (this.untallied.length > 0) return Number.POSITIVE_INFINITY;
    const { tallies, tallyWeights } = this;
    let most = 0;
    for (let k = 0; k < tallies.length; k++) {
      most += tallyWeights[k]! * (tallies[k]!.penaltyOf(g) + tallies[k]!.penaltyOf(h));
    }
    return most;
  }

  /** Change of the cost if block b goes to group h. */
  deltaOfMove(b: number, h: number): number {
    const { unitStart, units } = this.rules;
    const first = unitStart[b]!;
    const g = this.groupOfUnit[units[first]!]!;
    if (unitStart[b + 1] === first + 1) return this.deltaOfUnit(units[first]!, g, h);
    const delta = this.record(b, h);
    this.record(b, g);
    return delta;
  }

  /** Change of the cost if blocks a and b, of different groups, exchange their groups. */
  deltaOfSwap(a: number, b: number): number {
    const { unitStart, units } = this.rules;
    const i = units[unitStart[a]!]!;
    const j = units[unitStart[b]!]!;
    const g = this.groupOfUnit[i]!;
    const h = this.groupOfUnit[j]!;
    if (unitStart[a + 1]! - unitStart[a]! > 1 || unitStart[b + 1]! - unitStart[b]! > 1) {
      const delta = this.record(a, h) + this.record(b, g);
      this.record(b, h);
      this.record(a, g);
      return delta;
    }
    const { tallies, tallyWeights, untallied, untalliedWeights } = this;
    let delta = 0;
    for (let k = 0; k < tallies.length; k++) {
      delta += tallyWeights[k]! * tallies[k]!.deltaOfSwap(i, g, j, h);
    }
    for (let k = 0; k < untallied.length; k++) {
      delta += untalliedWeights[k]! * untallied[k]!.deltaOfSwap(this.groupOfUnit, i, j);
    }
    return delta;
  }

  /** Writes that block b is in group h, unit by unit; returns the change of the cost. */
  record(b: number, h: number): number {
    const { unitStart, units } = this.rules;
    let delta = 0;
    for (let at = unitStart[b]!; at < unitStart[b + 1]!; at++) {
      const i = units[at]!;
      const g = this.groupOfUnit[i]!;
      delta += this.deltaOfUnit(i, g, h);
      for (let k = 0; k < this.tallies.length; k++) this.tallies[k]!.record(i, g, h);
      this.groupOfUnit[i] = h;
    }
    return delta;
  }

  private deltaOfUnit(i: number, g: number, h: number): number {
    const { tallies, tallyWeights, untallied, untalliedWeights } = this;
    let delta = 0;
    for (let k = 0; k < tallies.length; k++) delta += tallyWeights[k]! * tallies[k]!.deltaOfMove(i, g, h);
    for (let k = 0; k < untallied.length; k++) {
      delta += untalliedWeights[k]! * untallied[k]!.deltaOfMove(this.groupOfUnit, i, h);
    }
    return delta;
  }
}

/** Even a penalty of one 64th of a hard criterion outweighs everything soft. */
const leastParts = 64;
