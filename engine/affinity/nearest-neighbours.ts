import { EngineError } from '../engine-error.js';
import { graphFromEdges, type WeightedGraph } from '../methods/graph/weighted-graph.js';
import { checkedMatrix } from '../numeric/checked-matrix.js';
import type { Matrix } from '../numeric/matrix.js';

/**
 * The affinity network: an edge where either of two territories is among the other's `neighbours` nearest,
 * weighted by their affinity.
 *
 * Nearest means highest affinity, the smaller index in a tie; an affinity of 0 makes no edge, so a territory
 * that is like nobody stands alone. Symmetry of the matrix is taken as given: the upper half weighs.
 *
 * @throws EngineError `matrix-misshapen`, `entry-not-usable`, `neighbours-not-usable`
 */
export function nearestNeighbours(affinity: Matrix, neighbours: number): WeightedGraph {
  checkedMatrix(affinity, 'The affinity matrix');
  if (affinity.rows !== affinity.columns) {
    throw new EngineError(
      'matrix-misshapen',
      `The affinity matrix is ${affinity.rows} × ${affinity.columns}.`,
      'give one row and one column a territory.',
      [affinity.rows, affinity.columns],
    );
  }
  if (!Number.isInteger(neighbours) || neighbours < 1) {
    throw new EngineError(
      'neighbours-not-usable',
      `A territory cannot keep ${neighbours} neighbours.`,
      'give a whole number, 1 or more.',
      neighbours,
    );
  }
  const order = affinity.rows;
  const width = Math.min(neighbours, Math.max(0, order - 1));
  const { nearest, counts } = nearestOfEach(affinity, width);
  const sources: number[] = [];
  const targets: number[] = [];
  const weights: number[] = [];
  for (let i = 0; i < order; i++) {
    for (let slot = i * width; slot < i * width + counts[i]!; slot++) {
      const j = nearest[slot]!;
      // an edge that both keep is said once, by the smaller of the two
      if (j < i && keeps(nearest, j * width, counts[j]!, i)) continue;
      sources.push(i);
      targets.push(j);
      weights.push(affinity.values[Math.min(i, j) * order + Math.max(i, j)]!);
    }
  }
  return graphFromEdges(
    order,
    Uint32Array.from(sources),
    Uint32Array.from(targets),
    Float64Array.from(weights),
  );
}

/** Row i holds the nearest of i, best first, from slot i × width; counts[i] of them. */
function nearestOfEach(affinity: Matrix, width: number): { nearest: Uint32Array; counts: Uint32Array } {
  const order = affinity.rows;
  const nearest = new Uint32Array(order * width);
  const counts = new Uint32Array(order);
  const best = new Float64Array(width);
  for (let i = 0; i < order; i++) {
    const start = i * width;
    let count = 0;
    for (let j = 0; j < order; j++) {
      const value = affinity.values[i * order + j]!;
      if (value === 0 || j === i) continue;
      if (count === width && value <= best[width - 1]!) continue;
      let place = count < width ? count++ : width - 1;
      while (place > 0 && best[place - 1]! < value) {
        best[place] = best[place - 1]!;
        nearest[start + place] = nearest[start + place - 1]!;
        place--;
      }
      best[place] = value;
      nearest[start + place] = j;
    }
    counts[i] = count;
  }
  return { nearest, counts };
}

function keeps(nearest: Uint32Array, start: number, count: number, wanted: number): boolean {
  for (let slot = start; slot < start + count; slot++) if (nearest[slot] === wanted) return true;
  return false;
}
