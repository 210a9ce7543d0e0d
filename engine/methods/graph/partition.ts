import { EngineError } from '../../engine-error.js';

/** Each place in one community (or cluster); labels 0..count−1 by the smallest member, so that equal partitions are equal arrays. */
export interface Partition {
  readonly membership: Uint32Array;
  readonly count: number;
  /** what the method maximises, the higher the better; each method says what it is */
  readonly quality: number;
}

/** Renumbers labels, whole numbers ≥ 0, by order of first appearance, which is by smallest member. */
export function renumbered(labels: ArrayLike<number>): { membership: Uint32Array; count: number } {
  const order = labels.length;
  let greatest = 0;
  for (let i = 0; i < order; i++) if (labels[i]! > greatest) greatest = labels[i]!;
  if (greatest > 4 * order + 64) return renumberedFar(labels);
  const newLabel = new Uint32Array(greatest + 1).fill(order);
  const membership = new Uint32Array(order);
  let count = 0;
  for (let i = 0; i < order; i++) {
    const label = labels[i]!;
    if (newLabel[label] === order) newLabel[label] = count++;
    membership[i] = newLabel[label]!;
  }
  return { membership, count };
}

/** The same where labels are far beyond the number of places, too far for a table. */
function renumberedFar(labels: ArrayLike<number>): { membership: Uint32Array; count: number } {
  const newLabel = new Map<number, number>();
  const membership = Uint32Array.from(labels, (label) => {
    const known = newLabel.get(label);
    if (known !== undefined) return known;
    newLabel.set(label, newLabel.size);
    return newLabel.size - 1;
  });
  return { membership, count: newLabel.size };
}

/**
 * Checks the labels of a partition: one a place, whole numbers ≥ 0, not necessarily dense.
 *
 * @throws EngineError `lengths-differ`, `membership-not-usable`
 */
export function checkMembership(labels: ArrayLike<number>, order: number): void {
  if (labels.length !== order) {
    throw new EngineError(
      'lengths-differ',
      `There are ${labels.length} labels for ${order} places.`,
      'give one label a place.',
      [labels.length, order],
    );
  }
  for (let i = 0; i < order; i++) {
    const label = labels[i]!;
    if (Number.isInteger(label) && label >= 0) continue;
    throw new EngineError(
      'membership-not-usable',
      `Place ${i} has label ${label}.`,
      'give every place a whole number, 0 or more; leave unplaced ones out of both partition and graph.',
      [i, label],
    );
  }
}
