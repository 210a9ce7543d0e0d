import type { Profiles } from '../model/profiles.js';
import { type Matrix, zeroMatrix } from '../numeric/matrix.js';

/** One problem that one side can show and the other needs; value is its part of the directed value. */
export interface ExchangedProblem {
  readonly problem: number;
  readonly value: number;
}

/**
 * Directed value of every pair: entry (i, j) is g(i→j) = Σ_p r_p e_ip n_jp / Σ_p r_p n_jp, in 0..1,
 * with r rarity, e experience, n need: the share of what j needs that i can show. 0 when j needs nothing;
 * zero on the diagonal.
 */
export function exchangeValues(profiles: Profiles): Matrix {
  const { order, needs, experiences, rarity } = profiles;
  const total = totalNeeds(profiles);
  const whoNeeds = holdersOf(needs);
  const values = zeroMatrix(order, order);
  for (let i = 0; i < order; i++) {
    for (let p = 0; p < experiences.columns; p++) {
      const shown = (experiences.values[i * experiences.columns + p] ?? 0) * (rarity[p] ?? 0);
      if (shown === 0) continue;
      for (const j of whoNeeds[p] ?? []) {
        if (i === j) continue;
        const met = (shown * (needs.values[j * needs.columns + p] ?? 0)) / (total[j] ?? 1);
        values.values[i * order + j] = (values.values[i * order + j] ?? 0) + met;
      }
    }
  }
  return values;
}

/** The problems behind g(i→j), the largest part first; the parts sum to it. */
export function exchangedProblems(profiles: Profiles, i: number, j: number): ExchangedProblem[] {
  const { needs, experiences, rarity } = profiles;
  const parts: ExchangedProblem[] = [];
  let total = 0;
  for (let p = 0; p < needs.columns; p++) {
    const need = (rarity[p] ?? 0) * (needs.values[j * needs.columns + p] ?? 0);
    total += need;
    const value = need * (experiences.values[i * experiences.columns + p] ?? 0);
    if (value > 0) parts.push({ problem: p, value });
  }
  return parts
    .map(({ problem, value }) => ({ problem, value: value / total }))
    .sort((a, b) => b.value - a.value || a.problem - b.problem);
}

function totalNeeds({ order, needs, rarity }: Profiles): Float64Array {
  const total = new Float64Array(order);
  for (let i = 0; i < order; i++) {
    let sum = 0;
    for (let p = 0; p < needs.columns; p++) {
      sum += (rarity[p] ?? 0) * (needs.values[i * needs.columns + p] ?? 0);
    }
    total[i] = sum;
  }
  return total;
}

function holdersOf(needs: Matrix): number[][] {
  const holders: number[][] = Array.from({ length: needs.columns }, () => []);
  for (let i = 0; i < needs.rows; i++) {
    for (const [p, who] of holders.entries()) {
      if ((needs.values[i * needs.columns + p] ?? 0) > 0) who.push(i);
    }
  }
  return holders;
}
