import type { SubsetProblem } from '../../../../../engine/methods/grouping/subset/subset-problem.js';
import { createRng } from '../../../../../engine/random/rng.js';
import { symmetricWeights } from '../every-grouping.js';
import { companyOf } from '../every-subset.js';

/** A subset problem by lot: half of the concerns and a third of the covers exist, about a third are wanted. */
export function drawnSubset(
  order: number,
  topicCount: number,
  seed: number,
  given: Partial<SubsetProblem> = {},
): SubsetProblem {
  const rng = createRng(seed);
  const weights = symmetricWeights(order, () => rng.next() / 2);
  const some = (chance: number) =>
    Float64Array.from({ length: order * topicCount }, () => (rng.next() < chance ? rng.next() : 0));
  return {
    order,
    topicCount,
    concern: some(0.5),
    topicWeights: new Float64Array(topicCount).fill(1 / topicCount),
    worth: new Float64Array(order),
    eligible: new Uint8Array(order).fill(1),
    weights,
    bounds: { min: 3, max: 4 },
    cover: some(0.3),
    wanted: Uint8Array.from({ length: order }, () => (rng.next() < 0.3 ? 1 : 0)),
    wantedShare: 0.25,
    ...given,
  };
}

/** The value from its definition, criteria apart. */
export function definedWorth(problem: SubsetProblem, units: readonly number[]): number {
  const { topicCount, concern, topicWeights, worth, cover } = problem;
  let value = units.reduce((sum, i) => sum + worth[i]!, 0);
  for (let p = 0; p < topicCount; p++) {
    const mean = units.reduce((sum, i) => sum + concern[i * topicCount + p]!, 0) / units.length;
    value += units.length * topicWeights[p]! * Math.sqrt(mean);
    value += Math.max(0, ...units.map((i) => cover[i * topicCount + p]!));
  }
  return value + companyOf(units, problem);
}
