import { EngineError } from '../../model/engine-error.js';
import type { HandChange } from '../../model/hand-change.js';
import type { Plan } from '../../model/plan.js';
import type { PlanGround } from './plan-ground.js';

/** A territory, by index, that goes to a workshop, by its place in the plan. */
export interface Transfer {
  readonly unit: number;
  readonly to: number;
}

/**
 * Which territory goes where, change after change.
 *
 * @throws EngineError `unknown-territory`, `unknown-workshop`, `not-in-a-workshop`
 */
export function transfersOf(
  plan: Plan,
  { territoryIds, groupOf: published }: Pick<PlanGround, 'territoryIds' | 'groupOf'>,
  changes: readonly HandChange[],
): Transfer[] {
  const places = new Map(plan.workshops.map(({ id }, g) => [id, g]));
  const indexOf = new Map(territoryIds.map((id, i) => [id, i]));
  const groupOf = published.slice();
  const unitOf = (id: string): number => {
    const unit = indexOf.get(id);
    if (unit !== undefined) return unit;
    throw new EngineError(
      'unknown-territory',
      `There is no territory "${id}" in the plan.`,
      'look its id up in the list of territories of the plan.',
      id,
    );
  };
  const placed = (unit: number): number => {
    const g = groupOf[unit] ?? -1;
    if (g !== -1) return g;
    const id = territoryIds[unit] ?? '';
    throw new EngineError(
      'not-in-a-workshop',
      `The territory "${id}" sits in no workshop.`,
      'move it into one first.',
      id,
    );
  };
  return changes.flatMap((change): Transfer[] => {
    if (change.kind === 'unpin' || change.kind === 'pin') {
      const unit = unitOf(change.territoryId);
      if (change.kind === 'pin') placed(unit);
      return [];
    }
    const made: Transfer[] = [];
    if (change.kind === 'swap') {
      const [a, b] = change.territoryIds.map(unitOf) as [number, number];
      made.push({ unit: a, to: placed(b) }, { unit: b, to: placed(a) });
    } else {
      const to = places.get(change.workshopId);
      if (to === undefined) {
        throw new EngineError(
          'unknown-workshop',
          `There is no workshop "${change.workshopId}" in the plan.`,
          `name one of ${plan.workshops.map(({ id }) => id).join(', ')}.`,
          change.workshopId,
        );
      }
      made.push({ unit: unitOf(change.territoryId), to });
    }
    for (const { unit, to } of made) groupOf[unit] = to;
    return made;
  });
}
