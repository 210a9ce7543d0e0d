/**
 * Which setbacks a search takes: threshold accepting (Dueck, Scheuer 1990, 10.1016/0021-9991(90)90201-B)
 * with a random threshold that sinks to zero over a cycle, as annealing does.
 *
 * The scale is the mean setback met so far, so that it fits any weights.
 */
export class Acceptance {
  private setbacks = 0;
  private setbackCount = 0;

  /** Setbacks in (smallest, largest) set the scale: below is rounding, above is a broken hard criterion. */
  constructor(
    private readonly smallest: number,
    private readonly largest: number,
  ) {}

  /** Whether to accept a loss (negative: a gain); `phase` 0..1 of the cycle, `draw` uniform in [0, 1). */
  accepts(loss: number, phase: number, draw: number): boolean {
    if (loss > this.smallest && loss < this.largest) {
      this.setbacks += loss;
      this.setbackCount++;
    }
    if (loss <= this.smallest) return true;
    // nothing but gains in the last tenth
    const heat = Math.max(0, 1 - phase / 0.9);
    return loss <= (2 * draw * heat * this.setbacks) / Math.max(1, this.setbackCount);
  }
}
