import type { LeidenScratch } from './leiden-scratch.js';

/** Refined communities of many places that an iteration ended with, for the next one to start from. */
export interface Parts {
  /** part of each place, labels < order; each part is connected and in one community */
  readonly partOf: Uint32Array;
  /** community of each place as the iteration left it */
  readonly communityOf: Uint32Array;
}

/**
 * The parts of an iteration, refined twice: its second level, if there is one below the communities.
 *
 * @param levels nested partitions of the places, the communities last
 */
export function partsOf(levels: readonly Uint32Array[]): Parts | null {
  const [, partOf] = levels;
  const communityOf = levels.at(-1);
  return partOf && communityOf && levels.length > 2 ? { partOf, communityOf } : null;
}

/**
 * Takes the parts over as refined communities where no member has moved since; the members of the others are single
 * again, as a part that someone left may have fallen apart. Two passes over the places stand for refining and
 * aggregating twice, which an iteration that moves few places would do over for nearly the same.
 *
 * Leaves the refined communities in `scratch.refined`, numbered 0..count−1, and returns the count.
 */
export function takeOver({ partOf, communityOf }: Parts, scratch: LeidenScratch): number {
  const order = partOf.length;
  const { membership, refined, refinedSizes: left, relabel: numbers } = scratch;
  left.fill(0, 0, order);
  for (let v = 0; v < order; v++) if (membership[v] !== communityOf[v]) left[partOf[v]!] = 1;
  numbers.fill(order, 0, order);
  let count = 0;
  for (let v = 0; v < order; v++) {
    const part = partOf[v]!;
    if (left[part] === 1) refined[v] = count++;
    else {
      if (numbers[part] === order) numbers[part] = count++;
      refined[v] = numbers[part]!;
    }
  }
  return count;
}
