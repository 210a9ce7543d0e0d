import type { FacilityProblem } from './facility-problem.js';

const steps = 300;

/**
 * An upper bound of the value of any choice of sites, quotas aside or not: Lagrangian relaxation of "each is
 * served by one site" (Cornuéjols, Fisher, Nemhauser 1977, 10.1287/mnsc.23.8.789). For prices u_i,
 * Σ u_i + the `count` largest Σ_i max(0, worth_ij − u_i) is a bound; prices follow the subgradient, the step
 * halved after ten without progress. `value`: that of a known choice.
 */
export function siteBound({ worth, count }: FacilityProblem, value: number): number {
  const { rows: order, values } = worth;
  const prices = Float64Array.from({ length: order }, (_, i) => {
    const row = values.subarray(i * order, (i + 1) * order);
    return [...row].sort((a, b) => b - a)[Math.min(count, order - 1)]!;
  });
  const rent = new Float64Array(order);
  const sites = Array.from({ length: order }, (_, j) => j);
  const excess = new Float64Array(order);
  let best = Infinity;
  let pace = 1;
  let idle = 0;
  for (let step = 0; step < steps; step++) {
    let bound = relax(worth.values, prices, rent);
    sites.sort((a, b) => rent[b]! - rent[a]! || a - b);
    for (let k = 0; k < Math.min(count, order); k++) bound += rent[sites[k]!]!;
    idle = bound < best - 1e-9 * Math.abs(best) ? 0 : idle + 1;
    best = Math.min(best, bound);
    if (idle >= 10) {
      pace /= 2;
      idle = 0;
    }
    let norm = 0;
    for (let i = 0; i < order; i++) {
      let serving = 0;
      for (let k = 0; k < Math.min(count, order); k++) {
        if (values[i * order + sites[k]!]! > prices[i]!) serving++;
      }
      excess[i] = 1 - serving;
      norm += excess[i]! ** 2;
    }
    if (norm === 0 || best <= value) break;
    const length = (pace * (bound - value)) / norm;
    for (let i = 0; i < order; i++) prices[i] = Math.max(0, prices[i]! - length * excess[i]!);
  }
  return Math.max(best, value);
}

/** Fills what each site earns above the prices; returns the sum of the prices. */
function relax(values: Float64Array, prices: Float64Array, rent: Float64Array): number {
  const order = prices.length;
  rent.fill(0);
  let sum = 0;
  for (let i = 0; i < order; i++) {
    const price = prices[i]!;
    sum += price;
    for (let j = 0; j < order; j++) {
      const more = values[i * order + j]! - price;
      if (more > 0) rent[j]! += more;
    }
  }
  return sum;
}
