/**
 * A symmetric matrix A as Q T Qᵀ, T tridiagonal, Q a product of reflections.
 *
 * Row k of `reflections` holds in 0..k−1 the vector v of the reflection I − v vᵀ / half[k] that made row k
 * tridiagonal; half[k] = 0 stands for none.
 */
export interface TridiagonalForm {
  readonly order: number;
  readonly diagonal: Float64Array;
  /** beside[k] couples k − 1 and k; beside[0] is 0 */
  readonly beside: Float64Array;
  readonly reflections: Float64Array;
  readonly half: Float64Array;
}

/**
 * Householder's reduction (Golub, Van Loan 2013, Matrix Computations, 8.3.1), from the last row up, reading
 * the lower triangle of `matrix` only (order × order, row-major) and overwriting it. 4/3 order³ operations.
 *
 * The update by one reflection and the product with the next are one pass over memory.
 */
export function tridiagonalForm(matrix: Float64Array, order: number): TridiagonalForm {
  const n = order;
  const diagonal = new Float64Array(n);
  const beside = new Float64Array(n);
  const half = new Float64Array(n);
  let p = new Float64Array(n);
  let w = new Float64Array(n);
  // the reflection in force: row `last` holds v, w its companion; rows below are not yet updated by it
  let last = -1;
  for (let k = n - 1; k >= 0; k--) {
    const row = k * n;
    if (last !== -1) {
      const v = last * n;
      const vk = matrix[v + k]!;
      const wk = w[k]!;
      for (let j = 0; j <= k; j++) matrix[row + j]! -= vk * w[j]! + wk * matrix[v + j]!;
    }
    diagonal[k] = matrix[row + k]!;
    if (k === 0) break;
    half[k] = reflect(matrix, row, k, beside);
    p.fill(0, 0, k);
    for (let i = 0; i < k; i++) {
      const at = i * n;
      const xi = matrix[row + i]!;
      let sum = 0;
      if (last === -1) {
        for (let j = 0; j < i; j++) {
          const a = matrix[at + j]!;
          sum += a * matrix[row + j]!;
          p[j]! += a * xi;
        }
        p[i]! += sum + matrix[at + i]! * xi;
      } else {
        const v = last * n;
        const vi = matrix[v + i]!;
        const wi = w[i]!;
        for (let j = 0; j < i; j++) {
          const a = matrix[at + j]! - vi * w[j]! - wi * matrix[v + j]!;
          matrix[at + j] = a;
          sum += a * matrix[row + j]!;
          p[j]! += a * xi;
        }
        const a = matrix[at + i]! - 2 * vi * wi;
        matrix[at + i] = a;
        p[i]! += sum + a * xi;
      }
    }
    last = -1;
    const h = half[k]!;
    if (h === 0) continue;
    let dot = 0;
    for (let j = 0; j < k; j++) {
      p[j]! /= h;
      dot += p[j]! * matrix[row + j]!;
    }
    const shift = dot / (2 * h);
    for (let j = 0; j < k; j++) p[j]! -= shift * matrix[row + j]!;
    [p, w] = [w, p];
    last = k;
  }
  return { order, diagonal, beside, reflections: matrix, half };
}

/** Turns entries 0..k−1 of a row into the vector of its reflection; returns half its square, 0 when none is needed. */
function reflect(matrix: Float64Array, row: number, k: number, beside: Float64Array): number {
  const end = matrix[row + k - 1]!;
  let others = 0;
  for (let j = 0; j < k - 1; j++) others += matrix[row + j]! * matrix[row + j]!;
  if (others === 0) {
    beside[k] = end;
    return 0;
  }
  const length = Math.sqrt(others + end * end);
  const alpha = end > 0 ? -length : length;
  beside[k] = alpha;
  matrix[row + k - 1] = end - alpha;
  return others / 2 + ((end - alpha) * (end - alpha)) / 2;
}

/** Turns a vector z of T into Q z, one of A, in place. */
export function backTransform(form: TridiagonalForm, z: Float64Array): void {
  const { order: n, reflections, half } = form;
  for (let k = 1; k < n; k++) {
    const h = half[k]!;
    if (h === 0) continue;
    const row = k * n;
    let dot = 0;
    for (let j = 0; j < k; j++) dot += reflections[row + j]! * z[j]!;
    dot /= h;
    for (let j = 0; j < k; j++) z[j]! -= dot * reflections[row + j]!;
  }
}
