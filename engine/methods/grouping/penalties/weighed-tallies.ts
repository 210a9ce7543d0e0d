import type { Tally } from '../../../model/criterion.js';

/**
 * Several tallies as one: Σ weight × penalty.
 *
 * Methods are looked up once: asked for at each call through objects of many classes, they would have to be
 * searched for each time, which costs more than most of them do.
 */
export class WeighedTallies {
  readonly none: boolean;
  private readonly weights: Float64Array;
  private readonly tallies: readonly Tally[];
  private readonly moves: readonly Tally['deltaOfMove'][];
  private readonly swaps: readonly Tally['deltaOfSwap'][];
  private readonly records: readonly Tally['record'][];
  private readonly parts: readonly Tally['penaltyOf'][];
  /** the tallies, those that lately rose first */
  private readonly turn: Int32Array;

  constructor(entries: readonly { readonly weight: number; readonly tally: Tally }[]) {
    this.none = entries.length === 0;
    this.weights = Float64Array.from(entries, ({ weight }) => weight);
    this.tallies = entries.map(({ tally }) => tally);
    this.moves = this.tallies.map((tally) => tally.deltaOfMove);
    this.swaps = this.tallies.map((tally) => tally.deltaOfSwap);
    this.records = this.tallies.map((tally) => tally.record);
    this.parts = this.tallies.map((tally) => tally.penaltyOf);
    this.turn = Int32Array.from(entries.keys());
  }

  deltaOfMove(i: number, from: number, to: number): number {
    const { weights, tallies, moves } = this;
    let delta = 0;
    for (let k = 0; k < moves.length; k++) delta += weights[k]! * moves[k]!.call(tallies[k]!, i, from, to);
    return delta;
  }

  deltaOfSwap(i: number, g: number, j: number, h: number): number {
    const { weights, tallies, swaps } = this;
    let delta = 0;
    for (let k = 0; k < swaps.length; k++) delta += weights[k]! * swaps[k]!.call(tallies[k]!, i, g, j, h);
    return delta;
  }

  /** Infinite when some penalty rises, else 0: for groups without penalty, where none can fall. */
  riseOfMove(i: number, from: number, to: number): number {
    const { tallies, moves, turn } = this;
    for (let k = 0; k < turn.length; k++) {
      const t = turn[k]!;
      if (moves[t]!.call(tallies[t]!, i, from, to) > 0) return this.advance(k);
    }
    return 0;
  }

  /** The same for an exchange. */
  riseOfSwap(i: number, g: number, j: number, h: number): number {
    const { tallies, swaps, turn } = this;
    for (let k = 0; k < turn.length; k++) {
      const t = turn[k]!;
      if (swaps[t]!.call(tallies[t]!, i, g, j, h) > 0) return this.advance(k);
    }
    return 0;
  }

  record(i: number, from: number, to: number): void {
    const { tallies, records } = this;
    for (let k = 0; k < records.length; k++) records[k]!.call(tallies[k]!, i, from, to);
  }

  penaltyOf(group: number): number {
    const { weights, tallies, parts } = this;
    let cost = 0;
    for (let k = 0; k < parts.length; k++) cost += weights[k]! * parts[k]!.call(tallies[k]!, group);
    return cost;
  }

  /** No change between groups g and h lowers the cost by more. */
  mostFall(g: number, h: number): number {
    const { weights, tallies } = this;
    let most = 0;
    for (let k = 0; k < tallies.length; k++) {
      const tally = tallies[k]!;
      most += weights[k]! * (tally.mostFall?.(g, h) ?? tally.penaltyOf(g) + tally.penaltyOf(h));
    }
    return most;
  }

  /** Asks the k-th in turn sooner next time (the transposition rule of self-organising lists, Rivest 1976). */
  private advance(k: number): number {
    if (k > 0) {
      const { turn } = this;
      const t = turn[k]!;
      turn[k] = turn[k - 1]!;
      turn[k - 1] = t;
    }
    return Number.POSITIVE_INFINITY;
  }
}
