import type { OpeningProblem } from './opening-problem.js';

/**
 * A number that no opening of groups exceeds: every unit sits somewhere, and has the best places it could have,
 * each beside its best partners there.
 *
 * A member's mean weight to at least min − 1 others is at most its mean over the best min − 1. Where the number
 * of groups is limited, only the best places count, as many as the groups hold.
 * O(order × topics × order log order).
 */
export function openingUpperBound(problem: OpeningProblem): number {
  const { order, perUnit, coverage, bounds, mostGroups, bonuses = [] } = problem;
  const homeTopics = topicsOfBlocks(problem);
  const places: number[] = [];
  let covered = 0;
  for (let i = 0; i < order; i++) {
    const own = placesOf(problem, homeTopics, i).slice(0, perUnit);
    if (own.length > 0) covered++;
    places.push(...own);
  }
  const room = Math.min(places.length, mostGroups * bounds.max);
  const kept = places.length > room ? places.sort((a, b) => b - a).slice(0, room) : places;
  const liked = bonuses.reduce((sum, [, , bonus]) => sum + Math.max(0, bonus), 0);
  return Math.min(covered, room) * coverage + kept.reduce((sum, value) => sum + value, 0) + perUnit * liked;
}

/** What the unit could get on each topic, the best first. */
function placesOf(problem: OpeningProblem, homeTopics: readonly Uint8Array[], i: number): number[] {
  const { order, topicCount, worth, weights, bounds } = problem;
  const fewest = Math.max(1, bounds.min - 1);
  const found: number[] = [];
  for (let p = 0; p < topicCount; p++) {
    if (homeTopics[i]?.[p] !== 1) continue;
    const partners: number[] = [];
    for (let j = 0; j < order; j++) {
      if (j !== i && homeTopics[j]?.[p] === 1) partners.push(weights[i * order + j]!);
    }
    if (partners.length + 1 < bounds.min) continue;
    const best = partners.sort((a, b) => b - a).slice(0, fewest);
    const mean = best.length > 0 ? best.reduce((sum, w) => sum + w, 0) / best.length : 0;
    found.push(worth[i * topicCount + p]! + mean);
  }
  return found.sort((a, b) => b - a);
}

/** Per unit, 1 on the topics where it, or one it must be with, has a place. */
function topicsOfBlocks({ order, topicCount, worth, together = [] }: OpeningProblem): Uint8Array[] {
  const topics = Array.from({ length: order }, (_, i) =>
    Uint8Array.from({ length: topicCount }, (_, p) => (worth[i * topicCount + p]! > 0 ? 1 : 0)),
  );
  // lists that overlap merge: as many passes as lists reach the end of any chain
  for (let pass = 0; pass < together.length; pass++) {
    for (const units of together) {
      for (let p = 0; p < topicCount; p++) {
        if (!units.some((i) => topics[i]?.[p] === 1)) continue;
        for (const i of units) topics[i]![p] = 1;
      }
    }
  }
  return topics;
}
