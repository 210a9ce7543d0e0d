import { EngineError } from '../../engine-error.js';
import { checkMembership, renumbered } from './partition.js';
import { strengths, type WeightedGraph } from './weighted-graph.js';

/**
 * Modularity of a partition, Q = Σ_c [ 2 L_c / 2m − γ (K_c / 2m)² ]: L_c is the weight inside community c
 * (self-loops included), K_c the strength of its members, 2m the strength of all
 * (Newman, Girvan 2004, 10.1103/PhysRevE.69.026113; γ: Reichardt, Bornholdt 2006, 10.1103/PhysRevE.74.016110).
 *
 * 0 for a graph without weight. At most 1; at γ = 1 at least −1/2.
 *
 * @throws EngineError `lengths-differ`, `membership-not-usable`, `resolution-not-usable`
 */
export function modularity(graph: WeightedGraph, membership: ArrayLike<number>, resolution = 1): number {
  checkMembership(membership, graph.order);
  checkResolution(resolution);
  const { order, offsets, targets, weights } = graph;
  const { membership: label, count } = renumbered(membership);
  const strength = strengths(graph);
  const inside = new Float64Array(count);
  const attached = new Float64Array(count);
  let total = 0;
  for (let i = 0; i < order; i++) {
    const c = label[i]!;
    attached[c] = attached[c]! + strength[i]!;
    total += strength[i]!;
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) {
      const j = targets[at]!;
      if (label[j] === c) inside[c] = inside[c]! + (j === i ? 2 : 1) * weights[at]!;
    }
  }
  if (total === 0) return 0;
  let quality = 0;
  for (let c = 0; c < count; c++) {
    quality += inside[c]! / total - resolution * (attached[c]! / total) ** 2;
  }
  return quality;
}

/** @throws EngineError `resolution-not-usable` */
export function checkResolution(resolution: number): void {
  if (resolution >= 0 && resolution < Number.POSITIVE_INFINITY) return;
  throw new EngineError(
    'resolution-not-usable',
    `The resolution cannot be ${resolution}.`,
    'give a finite number, zero or more; 1 is plain modularity.',
    resolution,
  );
}
