import type { RoundsState } from './rounds-state.js';

/** The best rounds met so far: by cost first and value second, or by value less repeatCost × cost if that is finite. */
export class BestSeating {
  private groupOf: Int32Array | null = null;
  /** of the best, infinite before any */
  cost = Number.POSITIVE_INFINITY;
  private value = Number.NEGATIVE_INFINITY;

  constructor(private readonly repeatCost: number) {}

  /** Keeps the state's rounds if they are better. */
  consider(state: RoundsState): void {
    if (this.groupOf !== null && !this.isBeatenBy(state)) return;
    this.groupOf = state.groupOf.slice();
    this.cost = state.cost;
    this.value = state.value;
  }

  /** Sets the state to the best rounds. */
  leaveIn(state: RoundsState): void {
    if (this.groupOf !== null) state.restore(this.groupOf);
  }

  private isBeatenBy({ cost, value }: RoundsState): boolean {
    if (Number.isFinite(this.repeatCost)) {
      return value - this.repeatCost * cost > this.value - this.repeatCost * this.cost;
    }
    return cost < this.cost || (cost === this.cost && value > this.value);
  }
}
