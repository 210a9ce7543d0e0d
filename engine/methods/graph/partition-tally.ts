import { EngineError } from '../../engine-error.js';

/**
 * Partitions of the same places, each different one kept once with how often it came.
 *
 * Runs of one method repeat themselves, so that what is worked out of many runs is worked out of few partitions.
 * Layout: partition d has its labels, by smallest member, at `memberships[d × order … (d + 1) × order)`,
 * `counts[d]` communities, and came `times[d]` times; the arrays may be longer than `distinct`.
 */
export class PartitionTally {
  readonly order: number;
  /** partitions added */
  runs = 0;
  /** different ones among them, in the order of their first coming */
  distinct = 0;
  memberships: Uint32Array;
  counts: Uint32Array;
  times: Uint32Array;
  /** open addressing: 1 + place of a partition, 0 for a free slot; the size is a power of two */
  private slots = new Int32Array(64);
  private hashes = new Int32Array(16);
  private readonly newLabel: Uint32Array;

  /** @throws EngineError `order-not-usable` */
  constructor(order: number) {
    if (!Number.isInteger(order) || order < 0) {
      throw new EngineError(
        'order-not-usable',
        `Partitions cannot have ${order} places.`,
        'give a whole number, 0 or more.',
        order,
      );
    }
    this.order = order;
    this.memberships = new Uint32Array(16 * order);
    this.counts = new Uint32Array(16);
    this.times = new Uint32Array(16);
    this.newLabel = new Uint32Array(order);
  }

  /** Adds a partition that came `times` times; labels are 0..order−1, in any numbering, and are copied. Returns its place. */
  add(labels: Uint32Array, times = 1): number {
    const { order, newLabel } = this;
    if (this.distinct === this.times.length) this.grow();
    const { memberships, hashes, slots } = this;
    const start = this.distinct * order;
    newLabel.fill(0);
    let count = 0;
    let hash = order;
    for (let i = 0; i < order; i++) {
      const label = labels[i]!;
      let renamed = newLabel[label]!;
      if (renamed === 0) newLabel[label] = renamed = ++count;
      memberships[start + i] = renamed - 1;
      hash = Math.imul(hash ^ renamed, 0x01000193);
      hash ^= hash >>> 15;
    }
    this.runs += times;
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const known = slots[slot]! - 1;
      if (hashes[known] === hash && this.isSame(known, start)) {
        this.times[known] = this.times[known]! + times;
        return known;
      }
    }
    const place = this.distinct++;
    slots[slot] = place + 1;
    hashes[place] = hash;
    this.counts[place] = count;
    this.times[place] = times;
    return place;
  }

  /** The labels of partition d: a view, not a copy. */
  membership(d: number): Uint32Array {
    return this.memberships.subarray(d * this.order, (d + 1) * this.order);
  }

  /** The partition that came most often, the first to come in a tie; −1 if none came. */
  mostFrequent(): number {
    let best = -1;
    for (let d = 0; d < this.distinct; d++) if (best < 0 || this.times[d]! > this.times[best]!) best = d;
    return best;
  }

  private isSame(known: number, start: number): boolean {
    const { memberships, order } = this;
    for (let i = 0, at = known * order; i < order; i++) {
      if (memberships[at + i] !== memberships[start + i]) return false;
    }
    return true;
  }

  private grow(): void {
    const capacity = 2 * this.times.length;
    this.memberships = extended(this.memberships, capacity * this.order);
    this.counts = extended(this.counts, capacity);
    this.times = extended(this.times, capacity);
    const hashes = new Int32Array(capacity);
    hashes.set(this.hashes);
    this.hashes = hashes;
    this.slots = new Int32Array(4 * capacity);
    const mask = this.slots.length - 1;
    for (let d = 0; d < this.distinct; d++) {
      let slot = hashes[d]! & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = d + 1;
    }
  }
}

function extended(array: Uint32Array, length: number): Uint32Array {
  const longer = new Uint32Array(length);
  longer.set(array);
  return longer;
}
