import type { Workshop } from '../../model/plan.js';
import type { Options } from '../../options.js';
import type { ComposedWorkshops, WorkshopInput } from '../../workshop/composed-workshops.js';
import { workshopWeights } from '../../workshop/workshop-weights.js';

/**
 * Workshops that are not to be composed: in place of `composeWorkshops` where a plan stands already.
 *
 * Every territory sits in one of them, as in the territorial entry.
 *
 * @param workshops the ids of the members, and the published workshop that each continues, if any
 * @returns a composer whose value is that of these workshops, without a bound
 */
export function standingWorkshops(
  workshops: readonly { readonly territoryIds: readonly string[]; readonly published?: Workshop }[],
): (input: WorkshopInput, options: Options['workshop']) => ComposedWorkshops {
  return ({ territoryIds, affinity, distances }, { spread }) => {
    const indexOf = new Map(territoryIds.map((id, i) => [id, i]));
    const weights = workshopWeights(affinity, distances, spread, [...territoryIds.keys()]);
    const composed = workshops.map(({ territoryIds: ids, published }) => ({
      territories: ids.flatMap((id) => indexOf.get(id) ?? []).sort((a, b) => a - b),
      ...(published && { published }),
    }));
    const value = composed.reduce(
      (sum, { territories }) => sum + withinValue(territories, weights, territoryIds.length),
      0,
    );
    return {
      workshops: composed,
      unplaced: [],
      value,
      upperBound: null,
      gap: null,
      iterations: 0,
    };
  };
}

function withinValue(members: readonly number[], weights: Float64Array, order: number): number {
  let value = 0;
  for (const [rank, i] of members.entries()) {
    for (const j of members.slice(rank + 1)) value += weights[i * order + j] ?? 0;
  }
  return value;
}
