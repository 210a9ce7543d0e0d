import type { MeetingLimits } from './meeting-limits.js';
import type { Cut } from './pair-cuts.js';

export interface ViolatedCut {
  readonly cut: Cut;
  readonly by: number;
}

/** inequalities broken by less are left alone */
const tolerance = 0.02;

/** Inequalities that groupings keep and a fractional one breaks, most broken first, measured as a distance. */
export function violatedCuts(point: Float64Array, limits: MeetingLimits): ViolatedCut[] {
  return [...violatedStars(point, limits.order), ...violatedSizes(point, limits)].sort(
    (a, b) => b.by - a.by || (a.cut.key < b.cut.key ? -1 : 1),
  );
}

/**
 * Who meets each of some units makes these meet: Σ x[s, t] − Σ x[t, t′] ≤ 1 over a star of centre s and tips T
 * (triangles where T has two; Grötschel, Wakabayashi 1990, 10.1007/BF01580856). Tips grow greedily.
 */
function violatedStars(point: Float64Array, n: number): ViolatedCut[] {
  const found: ViolatedCut[] = [];
  const seen = new Set<string>();
  const near = new Int32Array(n);
  const gain = new Float64Array(n);
  for (let s = 0; s < n; s++) {
    let count = 0;
    for (let j = 0; j < n; j++) if (j !== s && point[s * n + j]! > tolerance) near[count++] = j;
    for (let first = 0; first < count; first++) {
      for (let a = 0; a < count; a++) gain[a] = point[s * n + near[a]!]!;
      const tips: number[] = [];
      let value = 0;
      for (let next = first; ; ) {
        const t = near[next]!;
        tips.push(t);
        value += gain[next]!;
        let best = -1;
        let bestGain = 1e-3;
        for (let a = 0; a < count; a++) {
          gain[a]! -= point[t * n + near[a]!]!;
          if (gain[a]! > bestGain) {
            bestGain = gain[a]!;
            best = a;
          }
        }
        if (best === -1) break;
        next = best;
      }
      if (value <= 1 + tolerance) continue;
      tips.sort((a, b) => a - b);
      const cut = star(s, tips, n);
      if (seen.has(cut.key)) continue;
      seen.add(cut.key);
      found.push({ cut, by: (value - 1) / Math.sqrt(cut.pairs.length) });
    }
  }
  return found;
}

function star(s: number, tips: readonly number[], n: number): Cut {
  const pairs: number[] = [];
  const coefficients: number[] = [];
  tips.forEach((t, a) => {
    pairs.push(pairOf(s, t, n));
    coefficients.push(1);
    for (const u of tips.slice(0, a)) {
      pairs.push(pairOf(t, u, n));
      coefficients.push(-1);
    }
  });
  return { pairs, coefficients, limit: 1, key: `star ${s} ${tips.join()}` };
}

/** Units of one group have as many partners: Σ x[i, ·] − Σ x[j, ·] ≤ D (1 − x[i, j]), D the most they may differ. */
function violatedSizes(point: Float64Array, limits: MeetingLimits): ViolatedCut[] {
  const { order: n, fewest, most } = limits;
  const rows = new Float64Array(n);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) rows[i]! += point[i * n + j]!;
  const found: ViolatedCut[] = [];
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const difference = most[i]! - fewest[j]!;
      if (i === j || difference <= 0) continue;
      const excess = rows[i]! - rows[j]! - difference * (1 - point[i * n + j]!);
      if (excess <= tolerance * difference) continue;
      found.push({ cut: equalSizes(i, j, difference, n), by: excess / Math.sqrt(2 * n) });
    }
  }
  return found;
}

function equalSizes(i: number, j: number, difference: number, n: number): Cut {
  const pairs = [pairOf(i, j, n)];
  const coefficients = [difference];
  for (let k = 0; k < n; k++) {
    if (k === i || k === j) continue;
    pairs.push(pairOf(i, k, n), pairOf(j, k, n));
    coefficients.push(1, -1);
  }
  return { pairs, coefficients, limit: difference, key: `sizes ${i} ${j}` };
}

function pairOf(i: number, j: number, n: number): number {
  return Math.max(i, j) * n + Math.min(i, j);
}
