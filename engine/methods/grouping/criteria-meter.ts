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
  private readonly weights: Float64Array;
  /** tallies whose parts stay while members do, and those whose parts do not */
  private readonly local: Weighed<Tally>;
  private readonly whole: Weighed<Tally>;
  private readonly untallied: Weighed<Criterion>;
  /** Σ over local tallies of weight × part of each group */
  private readonly localCost: Float64Array;

  /** `scale`: the sum of absolute weights of the grouping, places included */
  constructor(
    private readonly criteria: readonly Criterion[],
    private readonly rules: BlockRules,
    scale: number,
  ) {
    const { order, groupCount } = rules;
    this.none = criteria.length === 0;
    this.groupOfUnit = new Int32Array(order).fill(-1);
    this.localCost = new Float64Array(groupCount);
    const soft = criteria.filter(({ level }) => level === 'soft').reduce((sum, c) => sum + c.weight, 0);
    const hard = leastParts * (1 + 2 * scale + soft * order * Math.max(1, order));
    const weighed = criteria.map((criterion) => ({
      weight: criterion.level === 'hard' ? hard : criterion.weight,
      criterion,
      tally: criterion.tally?.(groupCount, order),
    }));
    const tallied = weighed.flatMap(({ weight, tally }) => (tally ? [{ weight, item: tally }] : []));
    this.weights = Float64Array.from(weighed, ({ weight }) => weight);
    this.local = apartFrom(tallied.filter(({ item }) => item.local));
    this.whole = apartFrom(tallied.filter(({ item }) => !item.local));
    this.untallied = apartFrom(
      weighed.flatMap(({ weight, criterion, tally }) => (tally ? [] : [{ weight, item: criterion }])),
    );
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
    if (this.untallied.items.length > 0) return Number.POSITIVE_INFINITY;
    let most = this.localCost[g]! + this.localCost[h]!;
    const { items, weights } = this.whole;
    for (let k = 0; k < items.length; k++) {
      most += weights[k]! * (items[k]!.penaltyOf(g) + items[k]!.penaltyOf(h));
    }
    return most;
  }

  /** Change of the cost if block b goes to group h. */
  deltaOfMove(b: number, h: number): number {
    const { unitStart, units } = this.rules;
    const first = unitStart[b]!;
    const i = units[first]!;
    const g = this.groupOfUnit[i]!;
    if (unitStart[b + 1]! - first > 1) {
      const delta = this.record(b, h);
      this.record(b, g);
      return delta;
    }
    const { items, weights } = this.local;
    let delta = this.slowDeltaOfMove(i, g, h);
    for (let k = 0; k < items.length; k++) delta += weights[k]! * items[k]!.deltaOfMove(i, g, h);
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
    const { local, whole, untallied } = this;
    let delta = 0;
    for (let k = 0; k < local.items.length; k++) {
      delta += local.weights[k]! * local.items[k]!.deltaOfSwap(i, g, j, h);
    }
    for (let k = 0; k < whole.items.length; k++) {
      delta += whole.weights[k]! * whole.items[k]!.deltaOfSwap(i, g, j, h);
    }
    for (let k = 0; k < untallied.items.length; k++) {
      delta += untallied.weights[k]! * untallied.items[k]!.deltaOfSwap(this.groupOfUnit, i, j);
    }
    return delta;
  }

  /** Writes that block b is in group h, unit by unit; returns the change of the cost. */
  record(b: number, h: number): number {
    const { rules, localCost, local, whole, groupOfUnit } = this;
    const first = rules.unitStart[b]!;
    const last = rules.unitStart[b + 1]!;
    const g = groupOfUnit[rules.units[first]!]!;
    if (g === h) return 0;
    let delta = 0;
    for (let at = first; at < last; at++) {
      const i = rules.units[at]!;
      delta += this.slowDeltaOfMove(i, g, h);
      for (let k = 0; k < local.items.length; k++) local.items[k]!.record(i, g, h);
      for (let k = 0; k < whole.items.length; k++) whole.items[k]!.record(i, g, h);
      groupOfUnit[i] = h;
    }
    if (local.items.length > 0) {
      for (const at of [g, h]) {
        if (at === -1) continue;
        const cost = this.costOf(at);
        delta += cost - localCost[at]!;
        localCost[at] = cost;
      }
    }
    return delta;
  }

  private costOf(g: number): number {
    const { items, weights } = this.local;
    let cost = 0;
    for (let k = 0; k < items.length; k++) cost += weights[k]! * items[k]!.penaltyOf(g);
    return cost;
  }

  /** The part of a change that no local tally follows. */
  private slowDeltaOfMove(i: number, g: number, h: number): number {
    const { whole, untallied } = this;
    let delta = 0;
    for (let k = 0; k < whole.items.length; k++) {
      delta += whole.weights[k]! * whole.items[k]!.deltaOfMove(i, g, h);
    }
    for (let k = 0; k < untallied.items.length; k++) {
      delta += untallied.weights[k]! * untallied.items[k]!.deltaOfMove(this.groupOfUnit, i, h);
    }
    return delta;
  }
}

/** Items and their weights, side by side. */
interface Weighed<T> {
  readonly items: readonly T[];
  readonly weights: Float64Array;
}

function apartFrom<T>(entries: readonly { readonly weight: number; readonly item: T }[]): Weighed<T> {
  return {
    items: entries.map(({ item }) => item),
    weights: Float64Array.from(entries, ({ weight }) => weight),
  };
}

/** Even a penalty of one 64th of a hard criterion outweighs everything soft. */
const leastParts = 64;
