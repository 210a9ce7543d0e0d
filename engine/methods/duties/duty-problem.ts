/** Seats to hold, one person each, and who may hold them; nobody holds two seats of one round. */
export interface DutyProblem {
  readonly people: number;
  readonly rounds: number;
  /** by seat: its round, 0..rounds−1 */
  readonly roundOf: ArrayLike<number>;
  /** by seat: the people who may hold it */
  readonly candidates: readonly (readonly number[])[];
  /** by person: duties held before */
  readonly past: ArrayLike<number>;
  /** by person: 0 comes first; a higher level serves only where lower ones cannot */
  readonly level: ArrayLike<number>;
}

/** What a sharing of duties costs; compared from left to right. */
export interface DutyCost {
  /** seats that nobody holds */
  readonly vacant: number;
  /** sum of the levels of those who hold seats */
  readonly levels: number;
  /** sum over people of (past + present duties)² */
  readonly squares: number;
}

/** Negative when a costs less than b. */
export function compareCosts(a: DutyCost, b: DutyCost): number {
  return a.vacant - b.vacant || a.levels - b.levels || a.squares - b.squares;
}

export function addCosts(a: DutyCost, b: DutyCost): DutyCost {
  return { vacant: a.vacant + b.vacant, levels: a.levels + b.levels, squares: a.squares + b.squares };
}
