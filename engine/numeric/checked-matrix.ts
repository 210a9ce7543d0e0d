import { EngineError } from '../engine-error.js';
import type { Matrix } from './matrix.js';

/**
 * Returns the matrix it is given once every entry is a finite number ≥ 0 and the shape fits the values.
 *
 * @throws EngineError `matrix-misshapen`, `entry-not-usable` (value: row, column and entry)
 */
export function checkedMatrix(matrix: Matrix, name: string): Matrix {
  const { rows, columns, values } = matrix;
  if (values.length !== rows * columns) {
    throw new EngineError(
      'matrix-misshapen',
      `${name} says ${rows} × ${columns} and holds ${values.length} numbers.`,
      'give rows × columns numbers, row after row.',
      [rows, columns, values.length],
    );
  }
  for (let at = 0; at < values.length; at++) {
    const entry = values[at]!;
    if (entry >= 0 && entry < Number.POSITIVE_INFINITY) continue;
    const row = Math.floor(at / columns);
    throw new EngineError(
      'entry-not-usable',
      `${name} holds ${entry} in row ${row}, column ${at - row * columns}.`,
      'give a finite number, zero or more; zero stands for nothing declared.',
      [row, at - row * columns, entry],
    );
  }
  return matrix;
}
