import type { SubsetProblem } from './subset-problem.js';

/**
 * A number that no subset exceeds: the best members, as many as may be, each beside its best min − 1 partners; those
 * whom each topic concerns most; its best cover; and every bonus. O(order² log order).
 */
export function subsetUpperBound(problem: SubsetProblem): number {
  const { order, worth, weights, bounds, cover, concern, topicWeights, topicCount, bonuses = [] } = problem;
  const fewest = Math.max(1, bounds.min - 1);
  const places = Array.from({ length: order }, (_, i) => {
    const partners: number[] = [];
    for (let j = 0; j < order; j++) if (j !== i) partners.push(weights[i * order + j]!);
    const best = partners.sort((a, b) => b - a).slice(0, fewest);
    return worth[i]! + (best.length > 0 ? best.reduce((sum, w) => sum + w, 0) / best.length : 0);
  });
  let bound = places
    .sort((a, b) => b - a)
    .slice(0, bounds.max)
    .reduce((sum, value) => sum + value, 0);
  for (let p = 0; p < topicCount; p++) {
    let best = 0;
    for (let i = 0; i < order; i++) best = Math.max(best, cover[i * topicCount + p]!);
    const most = Array.from({ length: order }, (_, i) => concern[i * topicCount + p]!)
      .sort((a, b) => b - a)
      .slice(0, bounds.max)
      .reduce((sum, value) => sum + value, 0);
    bound += best + topicWeights[p]! * Math.sqrt(Math.min(order, bounds.max) * most);
  }
  return bound + bonuses.reduce((sum, [, , bonus]) => sum + Math.max(0, bonus), 0);
}
