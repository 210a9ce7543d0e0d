import type { Rng } from '../../../random/rng.js';

/**
 * Draws of −ln u, u uniform: a loss is taken when it is below temperature × draw (Metropolis et al. 1953, 10.1063/1.1699114).
 *
 * Of several offers in a row the largest draw can be had first: offers that even it would refuse need no draws of their own.
 */
export class Thresholds {
  private readonly drawn: Float64Array;
  /** integers below 2³¹ to draw a place from */
  private readonly placed: Int32Array;
  private at = 0;
  /** largest[k]: draws of the largest of 2^k, made when they are first asked for */
  private readonly largest: Float64Array[] = [];

  constructor(private readonly rng: Rng) {
    this.drawn = this.drawLargestOf(1);
    this.placed = Int32Array.from({ length: places }, () => rng.integer(2 ** 31));
  }

  /** Goes on at a random place of the table: cheaper than a logarithm each. */
  restart(): void {
    this.at = this.anyPlace();
  }

  next(): number {
    this.at = (this.at + 1) & lastPlace;
    return this.drawn[this.at]!;
  }

  /** A draw of those that do not exceed `most`. */
  nextUpTo(most: number): number {
    const draw = this.next();
    // an exponential law forgets: what is left of a larger draw after whole steps of `most` is as good
    return draw <= most ? draw : draw % most;
  }

  /** A table of `places` draws of the largest of 2^`exponent` draws. */
  largestOf(exponent: number): Float64Array {
    this.largest[exponent] ??= this.drawLargestOf(2 ** exponent);
    return this.largest[exponent];
  }

  /** Somewhere in a table. */
  anyPlace(): number {
    return this.rng.integer(places);
  }

  /** Which of 2^`exponent` draws is the largest. */
  placeOfLargest(exponent: number): number {
    // goes on, lest the next row find the same place
    this.at = (this.at + 1) & lastPlace;
    return this.placed[this.at]! & (2 ** exponent - 1);
  }

  private drawLargestOf(count: number): Float64Array {
    return Float64Array.from({ length: places }, () =>
      Math.min(largestDraw, -Math.log(1 - (1 - this.rng.next()) ** (1 / count))),
    );
  }
}

/** The length of a table, a power of two; `place & lastPlace` is where a place beyond the end stands. */
export const places = 8192;
export const lastPlace = places - 1;

/** One loss in 400 would be beyond; below it a row of exchanges is passed over at the cost of a comparison each. */
export const largestDraw = 6;

/** The least exponent whose power of two is `count` or more; 0 for none. */
export function exponentFor(count: number): number {
  return count <= 1 ? 0 : 32 - Math.clz32(count - 1);
}
