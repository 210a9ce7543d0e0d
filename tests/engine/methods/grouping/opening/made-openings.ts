import type {
  OpenGroup,
  OpeningProblem,
} from '../../../../../engine/methods/grouping/opening/opening-problem.js';
import { createRng } from '../../../../../engine/random/rng.js';
import { symmetricWeights } from '../every-grouping.js';
import { companyOf } from '../every-subset.js';

/** Worths and weights by lot; about half of the places exist. */
export function made(
  order: number,
  topicCount: number,
  seed: number,
  given: Partial<OpeningProblem> = {},
): OpeningProblem {
  const rng = createRng(seed);
  const weights = symmetricWeights(order, () => rng.next());
  return {
    order,
    topicCount,
    worth: Float64Array.from({ length: order * topicCount }, () =>
      rng.next() < 0.6 ? 0.1 + 0.9 * rng.next() : 0,
    ),
    weights,
    coverage: 1,
    bounds: { min: 2, max: 4 },
    perUnit: 2,
    mostGroups: Number.POSITIVE_INFINITY,
    ...given,
  };
}

/** The value from its definition. */
export function worthOf(problem: OpeningProblem, groups: readonly OpenGroup[]): number {
  const { topicCount, worth, coverage } = problem;
  let value = coverage * new Set(groups.flatMap(({ units }) => units)).size;
  for (const { topic, units } of groups) {
    for (const i of units) value += worth[i * topicCount + topic]!;
    value += companyOf(units, problem);
  }
  return value;
}
