import type { WeightedGraph } from '../graph/weighted-graph.js';
import { type DistanceClasses, pairOfCells } from './distance-classes.js';
import type { PlaceCells } from './place-cells.js';

export interface GravityData {
  readonly cells: PlaceCells;
  readonly classes: DistanceClasses;
  /** Σ A_ij over ordered pairs of different places, by class of distance; the last one is of unknown distances */
  readonly observed: Float64Array;
  /** Σ_j A_ij, j ≠ i */
  readonly strengths: Float64Array;
  /** community of each cell; each its own where none are given */
  readonly communityOf: Uint32Array;
  /** the part of `observed` inside communities, Σ over all distances; null where none are given, or they tell nothing apart */
  readonly observedInside: number | null;
}

/** What the graph says of each class of distance and of each place, self-loops left out. */
export function gravityData(
  graph: WeightedGraph,
  cells: PlaceCells,
  classes: DistanceClasses,
  communities: Uint32Array | null,
): GravityData {
  const { order, offsets, targets, weights } = graph;
  const { count, cellOf } = cells;
  const { knots, rung } = classes;
  const observed = new Float64Array(knots.length + 2);
  const strengths = new Float64Array(order);
  for (let i = 0; i < order; i++) {
    const a = cellOf[i]!;
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) {
      const j = targets[at]!;
      if (j <= i) continue;
      const weight = weights[at]!;
      const b = cellOf[j]!;
      const r = rung[a < b ? pairOfCells(a, b, count) : pairOfCells(b, a, count)]!;
      const k = Math.floor(r);
      const upper = 2 * weight * (r - k);
      observed[k] = observed[k]! + (2 * weight - upper);
      observed[k + 1] = observed[k + 1]! + upper;
      strengths[i] = strengths[i]! + weight;
      strengths[j] = strengths[j]! + weight;
    }
  }
  const communityOf = Uint32Array.from({ length: count }, (_, a) => a);
  if (!communities) return { cells, classes, observed, strengths, communityOf, observedInside: null };
  for (let i = 0; i < order; i++) communityOf[cellOf[i]!] = communities[i]!;
  const [inside, outside] = weightsBy(graph, communities);
  const tells = inside > 0 && outside > 0;
  return { cells, classes, observed, strengths, communityOf, observedInside: tells ? inside : null };
}

/** Σ A_ij over ordered pairs of different places, in one community and in two. */
function weightsBy(
  { order, offsets, targets, weights }: WeightedGraph,
  communities: Uint32Array,
): readonly [number, number] {
  let inside = 0;
  let outside = 0;
  for (let i = 0; i < order; i++) {
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) {
      const j = targets[at]!;
      if (j === i) continue;
      if (communities[i] === communities[j]) inside += weights[at]!;
      else outside += weights[at]!;
    }
  }
  return [inside, outside];
}
