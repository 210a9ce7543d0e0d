/**
 * Which blocks would be far worse company for a block than the rest, as pairs that met before are: a bound by the
 * smallest weight of a block is worth nothing where one such pair makes that weight.
 */
export interface LowOutliers {
  /** the smallest weight of each block but for its outliers */
  readonly smallestOfRest: Float64Array;
  /** from start[b] to start[b + 1]: the blocks that b is an outlier of */
  readonly start: Int32Array;
  readonly blocks: Int32Array;
}

/**
 * Finds them: below the first quartile of the weights of a block by more than one and a half times the distance of its quartiles
 * (the lower fence of Tukey, Exploratory Data Analysis, 1977), and no more than an eighth of the others, as every group would
 * hold one. Quartiles are those of about a hundred weights. `between`: blockCount × blockCount, symmetric. O(blockCount²).
 */
export function lowOutliers(
  between: Float64Array,
  blockCount: number,
  smallestOf: Float64Array,
): LowOutliers {
  const smallestOfRest = smallestOf.slice();
  const start = new Int32Array(blockCount + 1);
  const fences = new Float64Array(blockCount).fill(Number.NEGATIVE_INFINITY);
  const step = Math.max(1, Math.floor(blockCount / sampled));
  const sample = new Float64Array(Math.ceil(blockCount / step));
  for (let a = 0; a < blockCount; a++) {
    const row = between.subarray(a * blockCount, (a + 1) * blockCount);
    for (let k = 0; k < sample.length; k++) sample[k] = row[k * step]!;
    const fence = lowerFence(sample.sort());
    if (smallestOf[a]! >= fence) continue;
    let below = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let b = 0; b < blockCount; b++) {
      if (b === a) continue;
      if (row[b]! < fence) below++;
      else if (row[b]! < least) least = row[b]!;
    }
    if (below > blockCount / 8) continue;
    fences[a] = fence;
    smallestOfRest[a] = least;
    for (let b = 0; b < blockCount; b++) if (b !== a && row[b]! < fence) start[b + 1]!++;
  }
  for (let b = 0; b < blockCount; b++) start[b + 1]! += start[b]!;
  const blocks = new Int32Array(start[blockCount]!);
  const filled = start.slice();
  for (let a = 0; a < blockCount; a++) {
    if (fences[a] === Number.NEGATIVE_INFINITY) continue;
    for (let b = 0; b < blockCount; b++) {
      if (b !== a && between[a * blockCount + b]! < fences[a]!) blocks[filled[b]!++] = a;
    }
  }
  return { smallestOfRest, start, blocks };
}

/** No block has any. */
export function noOutliers(smallestOf: Float64Array): LowOutliers {
  return {
    smallestOfRest: smallestOf,
    start: new Int32Array(smallestOf.length + 1),
    blocks: new Int32Array(0),
  };
}

function lowerFence(ascending: Float64Array): number {
  const first = ascending[ascending.length >> 2]!;
  const third = ascending[(3 * ascending.length) >> 2]!;
  return first - 1.5 * (third - first);
}

const sampled = 100;
