import type { Criterion } from '../../../model/criterion.js';
import type { BlockRules } from '../problem/block-rules.js';
import { WeighedTallies } from './weighed-tallies.js';

/**
 * The criteria of a problem as one number to subtract: Σ weight × penalty, a hard criterion weighing
 * more than all weights of the grouping together, so that no gain buys a broken hard rule.
 *
 * A criterion that has a tally is asked through it; the others are asked anew each time, which is slow.
 */
export class CriteriaMeter {
  readonly none: boolean;
  /** what the least break of a hard criterion costs: more than everything soft together */
  readonly leastBreak: number;
  private readonly weights: Float64Array;
  private readonly groupOfUnit: Int32Array;
  /** tallies whose parts stay while members do, of hard criteria and of soft ones, and those whose parts do not */
  private readonly localHard: WeighedTallies;
  private readonly localSoft: WeighedTallies;
  private readonly whole: WeighedTallies;
  /** no hard criterion but those of `localHard`, so that nothing mended elsewhere can outweigh a break */
  private readonly hardAreLocal: boolean;
  /** what the local tallies cost in each group */
  private readonly localCost: Float64Array;
  /** those without a tally */
  private readonly untallied: readonly Criterion[];
  private readonly untalliedWeights: Float64Array;

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
    this.leastBreak = 1 + 2 * scale + soft * order * Math.max(1, order);
    const hard = leastParts * this.leastBreak;
    const weightOf = (c: Criterion): number => (c.level === 'hard' ? hard : c.weight);
    const tallied = criteria.flatMap((criterion) => {
      const tally = criterion.tally?.(groupCount, order);
      return tally ? [{ weight: weightOf(criterion), tally, level: criterion.level }] : [];
    });
    this.weights = Float64Array.from(criteria, weightOf);
    const local = tallied.filter(({ tally }) => tally.local);
    this.hardAreLocal =
      criteria.filter(({ level }) => level === 'hard').length ===
      local.filter(({ level }) => level === 'hard').length;
    this.localHard = new WeighedTallies(local.filter(({ level }) => level === 'hard'));
    this.localSoft = new WeighedTallies(local.filter(({ level }) => level === 'soft'));
    this.whole = new WeighedTallies(tallied.filter(({ tally }) => !tally.local));
    this.localCost = new Float64Array(groupCount);
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
    const most = this.localCost[g]! + this.localCost[h]!;
    return this.whole.none ? most : most + this.whole.mostFall(g, h);
  }

  /** Whether some criterion looks at all groups together, as those for the worst off do. */
  get tiesGroups(): boolean {
    return !this.whole.none;
  }

  /** Whether a hard criterion that is followed group by group is broken in group g. */
  isBroken(g: number): boolean {
    return this.localCost[g]! >= this.leastBreak;
  }

  /**
   * Change of the cost if block b goes to group h; infinite, without asking further, when it breaks a hard criterion
   * in two groups that keep them all, as most changes do under many rules.
   */
  deltaOfMove(b: number, h: number): number {
    const { unitStart, units } = this.rules;
    const first = unitStart[b]!;
    const i = units[first]!;
    const g = this.groupOfUnit[i]!;
    if (unitStart[b + 1]! - first === 1) {
      const hard = this.localHard;
      const delta = hard.none ? 0 : this.areKept(g, h) ? hard.riseOfMove(i, g, h) : hard.deltaOfMove(i, g, h);
      return delta === refused
        ? refused
        : delta + this.localSoft.deltaOfMove(i, g, h) + this.restOfMove(i, g, h);
    }
    const delta = this.record(b, h);
    this.record(b, g);
    return delta;
  }

  /** Change of the cost if blocks a and b, of different groups, exchange their groups; infinite as for a move. */
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
    const hard = this.localHard;
    let delta = hard.none
      ? 0
      : this.areKept(g, h)
        ? hard.riseOfSwap(i, g, j, h)
        : hard.deltaOfSwap(i, g, j, h);
    if (delta === refused) return refused;
    delta += this.localSoft.deltaOfSwap(i, g, j, h);
    if (!this.whole.none) delta += this.whole.deltaOfSwap(i, g, j, h);
    for (let k = 0; k < this.untallied.length; k++) {
      delta += this.untalliedWeights[k]! * this.untallied[k]!.deltaOfSwap(this.groupOfUnit, i, j);
    }
    return delta;
  }

  /** Writes that block b is in group h, unit by unit; returns the change of the cost. */
  record(b: number, h: number): number {
    const { rules, groupOfUnit } = this;
    const first = rules.unitStart[b]!;
    const last = rules.unitStart[b + 1]!;
    const g = groupOfUnit[rules.units[first]!]!;
    if (g === h) return 0;
    let delta = 0;
    for (let at = first; at < last; at++) {
      const i = rules.units[at]!;
      delta += this.restOfMove(i, g, h);
      this.write(i, g, h);
    }
    return delta + this.costAnew(h) + (g === -1 ? 0 : this.costAnew(g));
  }

  /** Writes that blocks a and b, of different groups, exchange their groups. */
  recordExchange(a: number, b: number): void {
    const { unitStart, units } = this.rules;
    const g = this.groupOfUnit[units[unitStart[a]!]!]!;
    const h = this.groupOfUnit[units[unitStart[b]!]!]!;
    for (let at = unitStart[a]!; at < unitStart[a + 1]!; at++) this.write(units[at]!, g, h);
    for (let at = unitStart[b]!; at < unitStart[b + 1]!; at++) this.write(units[at]!, h, g);
    this.costAnew(g);
    this.costAnew(h);
  }

  private write(i: number, from: number, to: number): void {
    this.localHard.record(i, from, to);
    this.localSoft.record(i, from, to);
    if (!this.whole.none) this.whole.record(i, from, to);
    this.groupOfUnit[i] = to;
  }

  private areKept(g: number, h: number): boolean {
    return (
      this.hardAreLocal &&
      g !== -1 &&
      this.localCost[g]! < this.leastBreak &&
      this.localCost[h]! < this.leastBreak
    );
  }

  /** Asks the local tallies what group g costs; returns by how much more than before. */
  private costAnew(g: number): number {
    if (this.localHard.none && this.localSoft.none) return 0;
    const before = this.localCost[g]!;
    const cost = this.localHard.penaltyOf(g) + this.localSoft.penaltyOf(g);
    this.localCost[g] = cost;
    return cost - before;
  }

  /** The part of a change that the local tallies do not follow. */
  private restOfMove(i: number, g: number, h: number): number {
    let delta = this.whole.none ? 0 : this.whole.deltaOfMove(i, g, h);
    for (let k = 0; k < this.untallied.length; k++) {
      delta += this.untalliedWeights[k]! * this.untallied[k]!.deltaOfMove(this.groupOfUnit, i, h);
    }
    return delta;
  }
}

const refused = Number.POSITIVE_INFINITY;

/** Even a penalty of one 64th of a hard criterion outweighs everything soft. */
const leastParts = 64;
