import type { Distances } from '../../model/distances.js';
import type { Matrix } from '../../numeric/matrix.js';

/** What distance alone predicts: the mean affinity of pairs as far apart. */
export interface DistanceExpectation {
  /** mean affinity of all pairs of the assembly; 0 if there is no pair */
  readonly overall: number;
  /** upper end of each bin, km, growing; a distance belongs to the first bin whose end it does not pass */
  readonly upToKm: Float64Array;
  /** mean affinity of the located pairs of each bin */
  readonly mean: Float64Array;
}

const mostBins = 20;
const fewestPairsABin = 10;

/**
 * Expected affinity at each distance, ā(d): located pairs sorted by distance are cut into bins of equal
 * counts (20 at most, 10 pairs each at least; equal distances share a bin), each with its mean affinity.
 * Binned as the deterrence of Expert, Evans, Blondel, Lambiotte 2011, 10.1073/pnas.1018962108.
 */
export function expectAffinityByDistance(affinity: Matrix, distances: Distances): DistanceExpectation {
  const order = affinity.rows;
  const { km, located } = distances;
  const pairKm = new Float64Array((order * (order - 1)) / 2);
  let pairCount = 0;
  let sum = 0;
  for (let i = 0; i < order; i++) {
    for (let j = i + 1; j < order; j++) {
      sum += affinity.values[i * order + j] ?? 0;
      if (located[i] && located[j]) pairKm[pairCount++] = km.values[i * order + j] ?? 0;
    }
  }
  const upToKm = endsOfBins(pairKm.subarray(0, pairCount).sort());
  const bins: DistanceExpectation = {
    overall: pairKm.length > 0 ? sum / pairKm.length : 0,
    upToKm,
    mean: new Float64Array(upToKm.length),
  };
  fillMeans(bins, affinity, distances);
  return bins;
}

/** ā(d) of a pair; the mean over all pairs where a position is unknown. */
export function expectedAffinity(
  expected: DistanceExpectation,
  distances: Distances,
  i: number,
  j: number,
): number {
  const { km, located } = distances;
  if (!located[i] || !located[j]) return expected.overall;
  return expected.mean[binOf(expected.upToKm, km.values[i * km.columns + j] ?? 0)] ?? expected.overall;
}

function endsOfBins(sortedKm: Float64Array): Float64Array {
  const count = Math.max(1, Math.min(mostBins, Math.floor(sortedKm.length / fewestPairsABin)));
  const ends: number[] = [];
  for (let b = 1; b <= count; b++) {
    const end = sortedKm[Math.ceil((b * sortedKm.length) / count) - 1];
    if (end !== undefined && end !== ends.at(-1)) ends.push(end);
  }
  return Float64Array.from(ends);
}

function fillMeans(bins: DistanceExpectation, affinity: Matrix, { km, located }: Distances): void {
  const order = affinity.rows;
  const { upToKm, mean } = bins;
  const counts = new Uint32Array(mean.length);
  for (let i = 0; i < order; i++) {
    if (!located[i]) continue;
    for (let j = i + 1; j < order; j++) {
      if (!located[j]) continue;
      const b = binOf(upToKm, km.values[i * order + j] ?? 0);
      mean[b] = (mean[b] ?? 0) + (affinity.values[i * order + j] ?? 0);
      counts[b] = (counts[b] ?? 0) + 1;
    }
  }
  for (const [b, count] of counts.entries()) mean[b] = count > 0 ? (mean[b] ?? 0) / count : bins.overall;
}

function binOf(upToKm: Float64Array, distanceKm: number): number {
  let low = 0;
  let high = upToKm.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((upToKm[middle] ?? 0) < distanceKm) low = middle + 1;
    else high = middle;
  }
  return low;
}
