import type { Matrix } from '../numeric/matrix.js';
import type { Options } from '../options.js';
import { cosine } from './cosine.js';
import type { Likeness } from './likeness.js';
import { weightedJaccard } from './weighted-jaccard.js';

const likenesses: Readonly<Record<Options['affinity']['likeness'], Likeness>> = {
  cosine,
  jaccard: weightedJaccard,
};

export interface LikenessTo {
  /** by row: its likeness to the row asked about, 0..1; 0 for that row itself */
  readonly values: Float64Array;
  /** what each of the columns, in the order given, adds to the likeness of a row: the parts sum to it */
  readonly partsOf: (row: number) => Float64Array;
}

/** How alike every row is to row `to`, over some columns only, and which of them make it so. */
export function likenessTo(
  features: Matrix,
  columns: readonly number[],
  to: number,
  method: Options['affinity']['likeness'],
): LikenessTo {
  const likeness = likenesses[method];
  const entry = (row: number, column: number): number =>
    features.values[row * features.columns + column] ?? 0;
  const commonOf = (row: number): Float64Array =>
    Float64Array.from(columns, (column) => likeness.common(entry(row, column), entry(to, column)));
  const sizeOf = (row: number): number =>
    columns.reduce((sum, column) => sum + likeness.measure(entry(row, column)), 0);
  const own = sizeOf(to);
  const values = Float64Array.from({ length: features.rows }, (_, row) => {
    const common = row === to ? 0 : total(commonOf(row));
    return common > 0 ? Math.min(1, likeness.compare(common, sizeOf(row), own)) : 0;
  });
  return {
    values,
    partsOf: (row) => {
      const common = commonOf(row);
      const all = total(common);
      return common.map((part) => (all > 0 ? ((values[row] ?? 0) * part) / all : 0));
    },
  };
}

function total(parts: Float64Array): number {
  return parts.reduce((sum, part) => sum + part, 0);
}
