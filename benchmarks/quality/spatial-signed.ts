import { type Matrix, type Positions, residualProfiles } from '../../engine/index.js';

/** What profiles have beyond, or less than, what their neighbourhood explains: nothing is cut off at zero. */
export function signedResiduals(profiles: Matrix, positions: Positions, strength = 1): Matrix {
  const { explained } = residualProfiles(profiles, positions, { strength });
  return { ...profiles, values: profiles.values.map((x, at) => x - strength * explained.values[at]!) };
}

/** 1 where a problem is declared at all, else 0. */
export function declaredOrNot(profiles: Matrix): Matrix {
  return { ...profiles, values: profiles.values.map((x) => (x > 0 ? 1 : 0)) };
}

/** Cosine of two rows of any sign. */
export function signedCosine({ columns, values }: Matrix, i: number, j: number): number {
  let common = 0;
  let ownSize = 0;
  let otherSize = 0;
  for (let p = 0; p < columns; p++) {
    const a = values[i * columns + p]!;
    const b = values[j * columns + p]!;
    common += a * b;
    ownSize += a * a;
    otherSize += b * b;
  }
  return common === 0 ? 0 : common / Math.sqrt(ownSize * otherSize);
}

/** The rows in the space of the `count` leading principal components, found by orthogonal iteration (Golub, Van Loan 2013, 8.2.4). */
export function leadingComponents({ rows, columns, values }: Matrix, count: number): Matrix {
  const centred = values.slice();
  for (let p = 0; p < columns; p++) {
    let mean = 0;
    for (let i = 0; i < rows; i++) mean += values[i * columns + p]! / rows;
    for (let i = 0; i < rows; i++) centred[i * columns + p]! -= mean;
  }
  const axes = Float64Array.from({ length: count * columns }, (_, at) => Math.sin(1 + at * at));
  let projected = new Float64Array(0);
  for (let round = 0; round < 100; round++) {
    orthonormalise(axes, count, columns);
    projected = project(centred, axes, rows, columns, count);
    if (round === 99) break;
    axes.fill(0);
    for (let i = 0; i < rows; i++) {
      for (let k = 0; k < count; k++) {
        const along = projected[i * count + k]!;
        for (let p = 0; p < columns; p++) axes[k * columns + p]! += along * centred[i * columns + p]!;
      }
    }
  }
  return { rows, columns: count, values: projected };
}

function project(centred: Float64Array, axes: Float64Array, rows: number, columns: number, count: number) {
  const projected = new Float64Array(rows * count);
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < count; k++) {
      for (let p = 0; p < columns; p++) {
        projected[i * count + k]! += centred[i * columns + p]! * axes[k * columns + p]!;
      }
    }
  }
  return projected;
}

/** Gram, Schmidt, one row an axis. */
function orthonormalise(axes: Float64Array, count: number, columns: number): void {
  for (let k = 0; k < count; k++) {
    const axis = axes.subarray(k * columns, (k + 1) * columns);
    for (let l = 0; l < k; l++) {
      const before = axes.subarray(l * columns, (l + 1) * columns);
      const along = axis.reduce((sum, value, p) => sum + value * before[p]!, 0);
      for (let p = 0; p < columns; p++) axis[p]! -= along * before[p]!;
    }
    const size = Math.sqrt(axis.reduce((sum, value) => sum + value * value, 0));
    for (let p = 0; p < columns; p++) axis[p]! /= size;
  }
}
