import { EngineError } from '../../engine-error.js';

/**
 * Refuses edges that are not edges.
 *
 * @throws EngineError `matching-lengths-differ`, `matching-index-out-of-range`, `matching-weight-not-finite`
 */
export function checkEdges(
  order: number,
  sources: Uint32Array,
  targets: Uint32Array,
  weights: Float64Array,
): void {
  if (sources.length !== targets.length || sources.length !== weights.length) {
    throw new EngineError(
      'matching-lengths-differ',
      `Edges are given by ${sources.length} sources, ${targets.length} targets and ${weights.length} weights.`,
      'give one source, one target and one weight an edge.',
      [sources.length, targets.length, weights.length],
    );
  }
  for (let e = 0; e < sources.length; e++) {
    const last = Math.max(sources[e]!, targets[e]!);
    if (last >= order) {
      throw new EngineError(
        'matching-index-out-of-range',
        `Edge ${e} names vertex ${last}, beyond an order of ${order}.`,
        `number vertices from 0 to ${order - 1}.`,
        last,
      );
    }
    if (!Number.isFinite(weights[e])) {
      throw new EngineError(
        'matching-weight-not-finite',
        `Edge ${e} weighs ${weights[e]}.`,
        'leave out the edges whose weight is unknown.',
        weights[e],
      );
    }
  }
}
