/**
 * One way to compare two rows of non-negative numbers, fed by the columns they share:
 * `compare(Σ_p common(x_p, y_p), Σ_p measure(x_p), Σ_p measure(y_p))`, in 0..1, for two rows that are not empty.
 */
export interface Likeness {
  /** what a column that both rows hold brings */
  common(x: number, y: number): number;
  /** what an entry adds to the size of its own row */
  measure(x: number): number;
  compare(commonTotal: number, size: number, otherSize: number): number;
}
