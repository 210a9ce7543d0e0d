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

  constructor(entries: readonly { readonly weight: number; readonly tally: Tally }[]) {
    this.none = entries.length === 0;
    this.weights = Float64Array.from(entries, ({ weight }) => weight);
    this.tallies = entries.map(({ tally }) => tally);
    this.moves = this.tallies.map((tally) => tally.deltaOfMove);
    this.swaps = this.tallies.map((tally) => tally.deltaOfSwap);
    this.records = this.tallies.map((tally) => tally.record);
    this.parts = this.tallies.map((tally) => tally.penaltyOf);
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
}
