import type { MeetingLimits } from './meeting-limits.js';
import { PairPolytope } from './pair-polytope.js';
import { SpectralLimits } from './spectral-limits.js';
import { violatedCuts } from './violated-cuts.js';

/** rounds of the projection on the polytope: at first, from nothing, and then, from the last multipliers */
const firstRounds = 30;
const laterRounds = 5;
/** cuts added at once, for each unit */
const cutsPerUnit = 5;

/**
 * The relaxation max ⟨W / 2, X⟩, X in a polytope and Y = X within limits of eigenvalues, by the alternating
 * direction method of multipliers (Boyd et al. 2011, 10.1561/2200000016; for partitions de Meijer et al. 2023,
 * 10.1016/j.cor.2022.105954).
 *
 * `price` is the multiplier of X = Y. Whatever it is, the most that ⟨W / 2 − price, X⟩ reaches in the polytope
 * plus the most that ⟨price, Y⟩ reaches within the spectral limits is a bound on every grouping.
 * All matrices are order × order, row-major, symmetric.
 */
export class SplitRelaxation {
  private readonly polytope: PairPolytope;
  private readonly spectral: SpectralLimits;
  private readonly inPolytope: Float64Array;
  private readonly inSpectral: Float64Array;
  private readonly price: Float64Array;
  private readonly target: Float64Array;
  private penalty: number;
  private steps = 0;

  constructor(
    private readonly weights: Float64Array,
    private readonly limits: MeetingLimits,
  ) {
    const size = limits.order ** 2;
    this.polytope = new PairPolytope(limits);
    this.spectral = new SpectralLimits(limits);
    this.inPolytope = new Float64Array(size);
    // the polytope does not look at the diagonal, which may begin as the rest
    this.inSpectral = new Float64Array(size).fill(1 / limits.steepestSizes.length);
    this.price = new Float64Array(size);
    this.target = new Float64Array(size);
    this.penalty = 2 * deviation(weights, limits.order) || 1;
  }

  step(): void {
    const { weights, inPolytope: x, inSpectral: y, price, target, penalty } = this;
    const size = target.length;
    const n = this.limits.order;
    for (let at = 0; at < size; at++) target[at] = y[at]! + (weights[at]! / 2 - price[at]!) / penalty;
    this.polytope.project(target, x, this.steps === 0 ? firstRounds : laterRounds);
    for (let at = 0; at < size; at++) target[at] = x[at]! + price[at]! / penalty;
    const before = y.slice();
    this.spectral.project(target, y);
    let primal = 0;
    let dual = 0;
    for (let at = 0; at < size; at++) {
      const difference = x[at]! - y[at]!;
      // a longer step than the penalty: below the golden ratio it converges all the same, and sooner
      price[at]! += 1.6 * penalty * difference;
      primal += difference * difference;
      dual += (y[at]! - before[at]!) ** 2;
    }
    this.steps++;
    if (this.steps % 20 === 0) this.balance(Math.sqrt(primal), Math.sqrt(dual), n);
  }

  /** The bound that the multipliers prove. */
  bound(): number {
    const { weights, price, target, penalty } = this;
    const n = this.limits.order;
    for (let at = 0; at < target.length; at++) target[at] = weights[at]! - 2 * price[at]!;
    // both traces are the order, so these sum to 0 but for rounding
    let diagonal = 0;
    for (let at = 0; at < target.length; at += n + 1) diagonal -= price[at]!;
    return diagonal + this.polytope.most(target, 2 * penalty) + this.spectral.most(price);
  }

  /** Adds the inequalities that the point in the polytope breaks most; returns how many. */
  addCuts(): number {
    const { cuts } = this.polytope;
    const known = cuts.keys();
    const added = violatedCuts(this.inPolytope, this.limits)
      .filter(({ cut }) => !known.has(cut.key))
      .slice(0, cutsPerUnit * this.limits.order);
    cuts.renew(added.map(({ cut }) => cut));
    return added.length;
  }

  /** Keeps the distance between X and Y, and the way Y still makes, alike (Boyd et al., 3.4.1). */
  private balance(primal: number, dual: number, n: number): void {
    if (primal + dual < 1e-12 * n) return;
    if (primal > 2 * dual) this.setPenalty(this.penalty * 1.5);
    else if (dual > 2 * primal) this.setPenalty(this.penalty / 1.5);
  }

  private setPenalty(penalty: number): void {
    this.polytope.rescale(this.penalty / penalty);
    this.penalty = penalty;
  }
}

/** Standard deviation of the weights of pairs. */
function deviation(weights: Float64Array, n: number): number {
  const count = (n * (n - 1)) / 2;
  let sum = 0;
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) sum += weights[i * n + j]!;
  let square = 0;
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) square += (weights[i * n + j]! - sum / count) ** 2;
  return Math.sqrt(square / count);
}
