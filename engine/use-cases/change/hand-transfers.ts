import { EngineError } from '../../engine-error.js';
import type { UnitChange } from '../../model/hand-change.js';
import type { Plan } from '../../model/plan.js';
import { refuseUnknownTerritory } from '../../model/unknown-territory.js';
import type { Board } from './lay-out-board.js';

/** A unit, by index, that goes to a workshop, by its place in the plan. */
export interface Transfer {
  readonly unit: number;
  readonly to: number;
}

/**
 * Which unit goes where, change after change.
 *
 * @throws EngineError `unknown-territory`, `unknown-seat`, `unknown-workshop`, `not-in-a-workshop`
 */
export function transfersOf(
  { plan, ground: { unitIds, seated }, groupOf: published, indexOf }: Board,
  changes: readonly UnitChange[],
): Transfer[] {
  const what = seated ? 'seat' : 'territory';
  const groupOf = published.slice();
  const unitOf = (id: string): number => {
    const unit = indexOf.get(id);
    if (unit !== undefined) return unit;
    if (!seated) refuseUnknownTerritory(id);
    throw new EngineError(
      'unknown-seat',
      `The plan places no seat "${id}".`,
      'look its id up in the workshops of the plan.',
      id,
    );
  };
  const placed = (unit: number): number => {
    const g = groupOf[unit] ?? -1;
    if (g !== -1) return g;
    const id = unitIds[unit] ?? '';
    throw new EngineError(
      'not-in-a-workshop',
      `The ${what} "${id}" sits in no workshop.`,
      'move it into one first.',
      id,
    );
  };
  return changes.flatMap(({ kind, unitIds: named, workshopId = '' }): Transfer[] => {
    const units = named.map(unitOf);
    const [a = -1, b = -1] = units;
    if (kind === 'unpin' || kind === 'pin') {
      if (kind === 'pin') placed(a);
      return [];
    }
    const made: Transfer[] =
      kind === 'swap'
        ? [
            { unit: a, to: placed(b) },
            { unit: b, to: placed(a) },
          ]
        : [{ unit: a, to: placeOf(plan, workshopId) }];
    for (const { unit, to } of made) groupOf[unit] = to;
    return made;
  });
}

/**
 * The place of a workshop in its plan.
 *
 * @throws EngineError `unknown-workshop`
 */
export function placeOf({ workshops }: Plan, workshopId: string): number {
  const place = workshops.findIndex(({ id }) => id === workshopId);
  if (place !== -1) return place;
  throw new EngineError(
    'unknown-workshop',
    `There is no workshop "${workshopId}" in the plan.`,
    `name one of ${workshops.map(({ id }) => id).join(', ')}.`,
    workshopId,
  );
}
