import { EngineError } from '../../engine-error.js';
import type { WeightedGraph } from './weighted-graph.js';

/**
 * Refuses a graph with an edge that does not weigh a number, 0 or more.
 *
 * @throws EngineError `weight-not-usable`
 */
export function checkWeights({ weights }: WeightedGraph): void {
  const wrong = weights.findIndex((weight) => !(weight >= 0 && weight < Number.POSITIVE_INFINITY));
  if (wrong < 0) return;
  throw new EngineError(
    'weight-not-usable',
    `An edge weighs ${weights[wrong]}.`,
    'build the graph with graphFromEdges, which says which edge it is.',
    weights[wrong],
  );
}
