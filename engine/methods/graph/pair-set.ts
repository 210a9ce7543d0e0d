/**
 * A set of unordered pairs of places, for graphs too large for a bit a pair.
 *
 * Open addressing: a slot holds 1 + low × order + high, 0 when free; removal closes the gap by moving back the
 * entries that probed past it (Knuth, The Art of Computer Programming 3, 6.4, algorithm R).
 */
export class PairSet {
  private readonly order: number;
  private readonly slots: Float64Array;
  private readonly mask: number;

  /** @param most how many pairs it will hold at once */
  constructor(order: number, most: number) {
    let size = 16;
    while (size < 3 * most) size *= 2;
    this.order = order;
    this.slots = new Float64Array(size);
    this.mask = size - 1;
  }

  has(i: number, j: number): boolean {
    return this.slots[this.slotOf(this.keyOf(i, j))] !== 0;
  }

  add(i: number, j: number): void {
    const key = this.keyOf(i, j);
    this.slots[this.slotOf(key)] = key;
  }

  remove(i: number, j: number): void {
    const { slots, mask } = this;
    let gap = this.slotOf(this.keyOf(i, j));
    slots[gap] = 0;
    for (let at = (gap + 1) & mask; slots[at] !== 0; at = (at + 1) & mask) {
      const home = this.homeOf(slots[at]!);
      // an entry whose home lies cyclically in (gap, at] is found without passing the gap
      if (((at - home) & mask) < ((at - gap) & mask)) continue;
      slots[gap] = slots[at]!;
      slots[at] = 0;
      gap = at;
    }
  }

  /** where the key is, or the free slot where it would go */
  private slotOf(key: number): number {
    const { slots, mask } = this;
    let slot = this.homeOf(key);
    while (slots[slot] !== 0 && slots[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  private keyOf(i: number, j: number): number {
    return 1 + (i < j ? i * this.order + j : j * this.order + i);
  }

  private homeOf(key: number): number {
    const high = Math.floor(key / 2 ** 32);
    const mixed = Math.imul((key | 0) ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b);
    return (mixed ^ (mixed >>> 15)) & this.mask;
  }
}
