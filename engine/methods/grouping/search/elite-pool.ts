import type { Rng } from '../../../random/rng.js';

interface Elite {
  readonly value: number;
  readonly groupOf: Int32Array;
}

/** The best groupings that several coolings ended in, no two of the same value. */
export class ElitePool {
  private elites: Elite[] = [];

  /** `tolerance`: values that differ by less are the same */
  constructor(
    private readonly room: number,
    private readonly tolerance: number,
  ) {}

  get isFull(): boolean {
    return this.elites.length >= this.room;
  }

  /**
   * Takes a grouping in, in a full pool for the least one if it is better; the grouping is copied. Says whether it is better
   * than all before it.
   */
  add(value: number, groupOf: Int32Array): boolean {
    const { elites } = this;
    if (elites.some((elite) => Math.abs(elite.value - value) <= this.tolerance)) return false;
    const leads = elites.every((elite) => value > elite.value);
    const elite = { value, groupOf: groupOf.slice() };
    if (!this.isFull) {
      elites.push(elite);
      return leads;
    }
    let least = 0;
    elites.forEach((other, k) => {
      if (other.value < elites[least]!.value) least = k;
    });
    if (value > elites[least]!.value) elites[least] = elite;
    return leads;
  }

  /** Keeps the better half of what there is room for, and takes as much of the best of another pool in. */
  unite(other: ElitePool): void {
    const half = Math.floor(this.room / 2);
    const kept = [...betterOf(this.elites, half), ...betterOf(other.elites, half)];
    this.elites = [];
    for (const { value, groupOf } of kept) this.add(value, groupOf);
  }

  /** Two different groupings; null where the pool does not hold two. */
  draw(rng: Rng): readonly [Int32Array, Int32Array] | null {
    if (this.elites.length < 2) return null;
    const first = rng.integer(this.elites.length);
    const second = rng.integer(this.elites.length - 1);
    return [this.elites[first]!.groupOf, this.elites[second + (second < first ? 0 : 1)]!.groupOf];
  }
}

function betterOf(elites: readonly Elite[], count: number): Elite[] {
  return [...elites].sort((a, b) => b.value - a.value).slice(0, count);
}
