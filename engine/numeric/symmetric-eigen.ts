import { backTransform, type TridiagonalForm, tridiagonalForm } from './tridiagonal-form.js';

/**
 * The eigenvalues of a symmetric matrix, descending. `matrix` (order × order, row-major) is overwritten; only
 * its lower triangle is read.
 */
export function symmetricEigenvalues(matrix: Float64Array, order: number): Float64Array {
  return eigenvaluesOf(tridiagonalForm(matrix, order));
}

/** Eigenvalues descending, and unit vectors of the first `count` of them, one a row. */
export interface LeadingEigen {
  readonly values: Float64Array;
  readonly count: number;
  readonly vectors: Float64Array;
}

/**
 * The eigenvalues of a symmetric matrix and the vectors of as many of the largest as `wanted` says once it
 * has seen them all. `matrix` is overwritten; only its lower triangle is read.
 *
 * Vectors come from inverse iteration (Golub, Van Loan 2013, 8.2.2, 8.4), made orthogonal within clusters.
 */
export function leadingEigen(
  matrix: Float64Array,
  order: number,
  wanted: (values: Float64Array) => number,
): LeadingEigen {
  const form = tridiagonalForm(matrix, order);
  const values = eigenvaluesOf(form);
  const count = Math.min(wanted(values), order);
  const vectors = tridiagonalVectors(form, values, count);
  for (let k = 0; k < count; k++) backTransform(form, vectors.subarray(k * order, (k + 1) * order));
  return { values, count, vectors };
}

/** Implicit QL with Wilkinson's shift, without vectors (Golub, Van Loan 2013, 8.3.5; Reinsch, Martin, Wilkinson 1968). */
function eigenvaluesOf({ order: n, diagonal, beside }: TridiagonalForm): Float64Array {
  const d = diagonal.slice();
  const e = new Float64Array(n);
  for (let k = 1; k < n; k++) e[k - 1] = beside[k]!;
  for (let l = 0; l < n; l++) {
    for (;;) {
      let m = l;
      while (m < n - 1 && Math.abs(e[m]!) > Number.EPSILON * (Math.abs(d[m]!) + Math.abs(d[m + 1]!))) m++;
      if (m === l) break;
      let g = (d[l + 1]! - d[l]!) / (2 * e[l]!);
      g = d[m]! - d[l]! + e[l]! / (g + Math.sign(g || 1) * Math.sqrt(g * g + 1));
      let s = 1;
      let c = 1;
      let p = 0;
      let i = m - 1;
      for (; i >= l; i--) {
        const f = s * e[i]!;
        const b = c * e[i]!;
        const r = Math.sqrt(f * f + g * g);
        e[i + 1] = r;
        if (r === 0) {
          d[i + 1]! -= p;
          e[m] = 0;
          break;
        }
        s = f / r;
        c = g / r;
        g = d[i + 1]! - p;
        const t = (d[i]! - g) * s + 2 * c * b;
        p = s * t;
        d[i + 1] = g + p;
        g = c * t - b;
      }
      if (i >= l) continue;
      d[l]! -= p;
      e[l] = g;
      e[m] = 0;
    }
  }
  return d.sort().reverse();
}

/** Unit vectors of the tridiagonal matrix for its `count` largest eigenvalues, one a row. */
function tridiagonalVectors(form: TridiagonalForm, values: Float64Array, count: number): Float64Array {
  const n = form.order;
  const vectors = new Float64Array(count * n);
  const spread = Math.max(Math.abs(values[0] ?? 0), Math.abs(values[n - 1] ?? 0)) || 1;
  const solver = new ShiftedSolver(form, spread);
  // values nearer than this would give the same vector: they are taken a little apart
  const nudge = 8 * Number.EPSILON * spread;
  let shift = Number.POSITIVE_INFINITY;
  let clusterStart = 0;
  for (let k = 0; k < count; k++) {
    const value = values[k]!;
    if (k > 0 && values[k - 1]! - value > 1e-3 * spread) clusterStart = k;
    shift = Math.min(value, shift - nudge);
    solver.factor(shift);
    const z = vectors.subarray(k * n, (k + 1) * n);
    // any start with a part along the vector will do: fixed, so that the same matrix gives the same answer
    for (let i = 0; i < n; i++) z[i] = 1 + ((i * 7919 + k * 104729 + 13) % 1009) / 1009;
    for (let round = 0; round < 3; round++) {
      solver.solve(z);
      for (let c = clusterStart; c < k; c++) removePart(z, vectors, c * n, n);
      normalise(z);
    }
  }
  return vectors;
}

function removePart(z: Float64Array, vectors: Float64Array, at: number, n: number): void {
  let dot = 0;
  for (let i = 0; i < n; i++) dot += z[i]! * vectors[at + i]!;
  for (let i = 0; i < n; i++) z[i]! -= dot * vectors[at + i]!;
}

function normalise(z: Float64Array): void {
  let largest = 0;
  for (const x of z) largest = Math.max(largest, Math.abs(x));
  if (largest === 0) return;
  let square = 0;
  for (let i = 0; i < z.length; i++) {
    z[i]! /= largest;
    square += z[i]! * z[i]!;
  }
  const length = Math.sqrt(square);
  for (let i = 0; i < z.length; i++) z[i]! /= length;
}

/** Solves (T − shift) x = z by elimination with row exchanges: three diagonals above, one multiplier below. */
class ShiftedSolver {
  private readonly pivot: Float64Array;
  private readonly above: Float64Array;
  private readonly above2: Float64Array;
  private readonly multiplier: Float64Array;
  private readonly swapped: Uint8Array;

  constructor(
    private readonly form: TridiagonalForm,
    private readonly spread: number,
  ) {
    const n = form.order;
    this.pivot = new Float64Array(n);
    this.above = new Float64Array(n);
    this.above2 = new Float64Array(n);
    this.multiplier = new Float64Array(n);
    this.swapped = new Uint8Array(n);
  }

  factor(shift: number): void {
    const { pivot, above, above2, multiplier, swapped, spread } = this;
    const { order: n, diagonal, beside } = this.form;
    const least = Number.EPSILON * spread;
    let a = diagonal[0]! - shift;
    let b = n > 1 ? beside[1]! : 0;
    for (let i = 0; i < n - 1; i++) {
      const below = beside[i + 1]!;
      const nextDiagonal = diagonal[i + 1]! - shift;
      const nextAbove = i + 2 < n ? beside[i + 2]! : 0;
      if (Math.abs(below) > Math.abs(a)) {
        swapped[i] = 1;
        const factor = a / below;
        pivot[i] = below;
        above[i] = nextDiagonal;
        above2[i] = nextAbove;
        multiplier[i] = factor;
        a = b - factor * nextDiagonal;
        b = -factor * nextAbove;
      } else {
        swapped[i] = 0;
        if (Math.abs(a) < least) a = least;
        const factor = below / a;
        pivot[i] = a;
        above[i] = b;
        above2[i] = 0;
        multiplier[i] = factor;
        a = nextDiagonal - factor * b;
        b = nextAbove;
      }
    }
    pivot[n - 1] = Math.abs(a) < least ? least : a;
  }

  solve(z: Float64Array): void {
    const { pivot, above, above2, multiplier, swapped } = this;
    const n = this.form.order;
    for (let i = 0; i < n - 1; i++) {
      if (swapped[i] === 1) {
        const x = z[i]!;
        z[i] = z[i + 1]!;
        z[i + 1] = x - multiplier[i]! * z[i]!;
      } else z[i + 1]! -= multiplier[i]! * z[i]!;
    }
    z[n - 1]! /= pivot[n - 1]!;
    if (n > 1) z[n - 2] = (z[n - 2]! - above[n - 2]! * z[n - 1]!) / pivot[n - 2]!;
    for (let i = n - 3; i >= 0; i--) {
      z[i] = (z[i]! - above[i]! * z[i + 1]! - above2[i]! * z[i + 2]!) / pivot[i]!;
    }
  }
}
