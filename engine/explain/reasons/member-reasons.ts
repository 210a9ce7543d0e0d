import type { Reason } from '../../model/reason.js';
import type { Territory } from '../../model/territory.js';
import type { NameBook } from '../name-book.js';
import { statePlace } from './place-reasons.js';

/**
 * What a territory shares with each of the others: the problems that both declare, by the lesser of the two intensities.
 * Those it shares most with come first (by the sum of these), then by id.
 *
 * @param together how often they share a workshop again when answers vary, 0..1; null where that is not known
 */
export function memberReasons(
  own: Territory,
  others: readonly Territory[],
  together: readonly (number | null)[],
  names: NameBook,
): Reason[] {
  const intensityOf = new Map(own.needs.map(({ problemId, intensity }) => [problemId, intensity]));
  return others
    .map((other, k) => {
      const shared = other.needs
        .flatMap(({ problemId, intensity: there }) => {
          const here = intensityOf.get(problemId) ?? 0;
          const weight = Math.min(here, there);
          return weight > 0 ? [{ problemId, here, there, weight }] : [];
        })
        .sort((a, b) => b.weight - a.weight || (a.problemId < b.problemId ? -1 : 1));
      const share = together[k] ?? null;
      return {
        id: other.id,
        shared,
        weight: shared.reduce((sum, { weight }) => sum + weight, 0),
        togetherPercent: share === null ? -1 : Math.round(100 * share),
      };
    })
    .sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))
    .map(({ id, shared, togetherPercent }) => {
      if (shared.length === 0)
        return statePlace('nothing-shared-with-member', { territoryId: id, togetherPercent }, names);
      const facts = {
        territoryId: id,
        problemIds: shared.map(({ problemId }) => problemId),
        percentsHere: shared.map(({ here }) => percent(here)),
        percentsThere: shared.map(({ there }) => percent(there)),
        togetherPercent,
      };
      return statePlace('shared-with-member', facts, names);
    });
}

function percent(share: number): string {
  return String(Math.round(100 * share));
}
