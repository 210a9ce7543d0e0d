/** A linear inequality that groupings keep: Σ coefficients[k] × x[pairs[k]] ≤ limit, pair i > j as i × order + j. */
export interface Cut {
  readonly pairs: readonly number[];
  readonly coefficients: readonly number[];
  readonly limit: number;
  /** the same for the same inequality only */
  readonly key: string;
}

/**
 * The inequalities in force, each with a multiplier ≥ 0.
 *
 * Cut c owns entries start[c] .. start[c + 1] − 1 of rowOf, columnOf and coefficient.
 */
export class PairCuts {
  private count = 0;
  private cuts: Cut[] = [];
  private multiplier = new Float64Array(0);
  private start = new Int32Array(1);
  private rowOf = new Int32Array(0);
  private columnOf = new Int32Array(0);
  private coefficient = new Float64Array(0);
  private square = new Float64Array(0);

  constructor(private readonly order: number) {}

  rescale(factor: number): void {
    for (let c = 0; c < this.count; c++) this.multiplier[c]! *= factor;
  }

  /** Takes what the cuts charge, times `scale`, off a symmetric matrix; returns the same of their limits. */
  applyTo(matrix: Float64Array, scale: number): number {
    let limits = 0;
    for (let c = 0; c < this.count; c++) {
      const m = this.multiplier[c]! * scale;
      if (m === 0) continue;
      limits += m * this.cuts[c]!.limit;
      this.charge(matrix, c, m);
    }
    return limits;
  }

  /**
   * One round over the cuts: each multiplier moves towards where its cut holds for the points clipped from
   * reduced[i, j] − ofRow[i] − ofRow[j] − ofTotal, and `reduced` follows.
   */
  settle(
    reduced: Float64Array,
    ofRow: Float64Array,
    ofTotal: number,
    lower: Uint8Array,
    upper: Float64Array,
  ): void {
    const { order: n, start, rowOf, columnOf, coefficient, multiplier, square } = this;
    for (let c = 0; c < this.count; c++) {
      let sum = 0;
      for (let at = start[c]!; at < start[c + 1]!; at++) {
        const i = rowOf[at]!;
        const j = columnOf[at]!;
        const pair = i * n + j;
        const x = reduced[pair]! - ofRow[i]! - ofRow[j]! - ofTotal;
        const lo = lower[pair]!;
        const hi = upper[pair]!;
        sum += coefficient[at]! * (x < lo ? lo : Math.min(x, hi));
      }
      const old = multiplier[c]!;
      const next = Math.max(0, old + (sum - this.cuts[c]!.limit) / square[c]!);
      if (next === old) continue;
      multiplier[c] = next;
      this.charge(reduced, c, next - old);
    }
  }

  /** Drops the cuts that do not bind and takes in new ones. */
  renew(added: readonly Cut[]): void {
    const binding = this.cuts.map((_, c) => c).filter((c) => this.multiplier[c]! > 0);
    const multiplier = Float64Array.from([...binding.map((c) => this.multiplier[c]!), ...added.map(() => 0)]);
    this.cuts = [...binding.map((c) => this.cuts[c]!), ...added];
    this.multiplier = multiplier;
    this.count = this.cuts.length;
    this.start = new Int32Array(this.count + 1);
    this.cuts.forEach(({ pairs }, c) => {
      this.start[c + 1] = this.start[c]! + pairs.length;
    });
    const pairs = this.cuts.flatMap((cut) => cut.pairs);
    this.rowOf = Int32Array.from(pairs, (pair) => Math.floor(pair / this.order));
    this.columnOf = Int32Array.from(pairs, (pair) => pair % this.order);
    this.coefficient = Float64Array.from(this.cuts.flatMap((cut) => cut.coefficients));
    this.square = Float64Array.from(this.cuts, (cut) => cut.coefficients.reduce((sum, a) => sum + a * a, 0));
  }

  /** The keys of the cuts in force. */
  keys(): ReadonlySet<string> {
    return new Set(this.cuts.map(({ key }) => key));
  }

  private charge(matrix: Float64Array, c: number, by: number): void {
    const { order: n, start, rowOf, columnOf, coefficient } = this;
    for (let at = start[c]!; at < start[c + 1]!; at++) {
      const i = rowOf[at]!;
      const j = columnOf[at]!;
      const part = by * coefficient[at]!;
      matrix[i * n + j]! -= part;
      matrix[j * n + i]! -= part;
    }
  }
}
