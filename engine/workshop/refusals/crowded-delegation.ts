import { EngineError } from '../../engine-error.js';
import type { Change, ConflictRule } from '../../methods/grouping/conflicts/conflict.js';
import { countsThatAddUp, explainUniformSizes } from '../../methods/grouping/problem/sizes-that-add-up.js';
import type { Options } from '../../options.js';
import type { OccupiedSeat } from '../seats-in-office.js';
import { describeRelaxation } from './describe-conflict.js';
import type { WorkshopConflict } from './workshop-conflict.js';

/**
 * Refuses seats that cannot all be apart: a territory with more of them than the sizes make workshops.
 *
 * `delegations[t]`: the places of territory t's seats in `occupied`. Sizes that do not add up at all are left
 * to the general check.
 *
 * @throws EngineError `infeasible` (its value: a `WorkshopConflict`)
 */
export function refuseCrowdedDelegation(
  delegations: readonly (readonly number[])[],
  occupied: readonly OccupiedSeat[],
  { minSize: min, maxSize: max, workshopCount: asked }: Options['workshop'],
  { territoryIds, names = territoryIds }: { territoryIds: readonly string[]; names?: readonly string[] },
): void {
  const order = occupied.length;
  const bounds = { min, max };
  if (explainUniformSizes(order, bounds, asked)) return;
  const most = asked ?? countsThatAddUp(order, bounds)?.to ?? 0;
  const crowded = delegations
    .map((seats, territory) => ({ seats, territory }))
    .sort((a, b) => b.seats.length - a.seats.length || a.territory - b.territory)[0];
  if (!crowded || crowded.seats.length <= most) return;

  const { seats, territory } = crowded;
  const count = seats.length;
  const sizes: ConflictRule = {
    kind: 'sizes',
    order,
    groupCount: most,
    bounds,
    smallestTotal: most * min,
    largestTotal: most * max,
  };
  const relaxation: Change[] = [];
  const fits = explainUniformSizes(order, bounds, count) === null;
  if (asked !== null) relaxation.push({ kind: 'group-count', groupCount: count, sufficient: fits });
  if (!fits) {
    relaxation.push({ kind: 'bounds', min: Math.floor(order / count), max, sufficient: asked === null });
  }
  const value: WorkshopConflict = {
    unit: 'seat',
    conflict: [sizes],
    relaxation,
    ruleIds: [],
    territories: [{ index: territory, id: territoryIds[territory] ?? '', name: names[territory] ?? '' }],
    delegation: { name: names[territory] ?? '', seatCount: count },
  };
  throw new EngineError(
    'infeasible',
    `The ${count} seats of "${territoryIds[territory]}" cannot be kept apart in ${most} workshops.`,
    `one of these would do: ${describeRelaxation(relaxation, [], 'en')}`,
    value,
  );
}
