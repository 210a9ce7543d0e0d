import { EngineError } from '../engine-error.js';

/**
 * Refuses an id that names no territory of a plan.
 *
 * @throws EngineError `unknown-territory`, always
 */
export function refuseUnknownTerritory(territoryId: string): never {
  throw new EngineError(
    'unknown-territory',
    `There is no territory "${territoryId}" in the plan.`,
    'look its id up in the list of territories of the plan.',
    territoryId,
  );
}
