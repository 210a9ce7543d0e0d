import type { GravityData } from './gravity-data.js';
import type { GravityFit } from './gravity-fit.js';

/** f times what makes ΣP = ΣA again where the pull is left out. */
export function withoutPull({ cells, observed }: GravityData, { masses, factors }: GravityFit): Float64Array {
  const { count, cellOf } = cells;
  const sums = new Float64Array(count);
  const squares = new Float64Array(count);
  for (let i = 0; i < masses.length; i++) {
    sums[cellOf[i]!] = sums[cellOf[i]!]! + masses[i]!;
    squares[cellOf[i]!] = squares[cellOf[i]!]! + masses[i]! * masses[i]!;
  }
  let expected = 0;
  for (let a = 0; a < count; a++) {
    let felt = 0;
    for (let b = 0; b < count; b++) felt += factors[a * count + b]! * sums[b]!;
    expected += sums[a]! * felt - squares[a]! * factors[a * count + a]!;
  }
  const total = observed.reduce((sum, weight) => sum + weight, 0);
  return expected > 0 ? factors.map((f) => (f * total) / expected) : factors;
}

/** Σ_{i<j} A ln μ − μ; as the fit has Σ μ = Σ A, what matters are the logarithms of mass, f and pull. */
export function logLikelihoodOf(
  { observed, strengths, observedInside }: GravityData,
  fit: GravityFit,
): number {
  const log = (value: number): number => (value > 0 ? Math.log(value) : 0);
  let sum = 0;
  for (let i = 0; i < strengths.length; i++) sum += strengths[i]! * log(fit.masses[i]!);
  for (let k = 0; k < observed.length; k++) sum += (observed[k]! * log(fit.curve[k]!)) / 2;
  return sum + ((observedInside ?? 0) * log(fit.pull)) / 2;
}
