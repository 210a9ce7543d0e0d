import { groupMembers } from '../numeric/group-members.js';
import type { Options } from '../options.js';
import type { Rng } from '../random/rng.js';
import { groupTerritories } from './by-territory.js';
import type { ComposedWorkshops, WorkshopControl, WorkshopInput } from './composed-workshops.js';

/**
 * Composes the workshops of an assembly, whatever the entry.
 *
 * @throws EngineError as the entries do
 */
export function composeWorkshops(
  input: WorkshopInput,
  options: Options['workshop'],
  rng: Rng,
  control: WorkshopControl = {},
): ComposedWorkshops {
  const { groupOf, count, ...found } = groupTerritories(input, options, rng, control);
  return {
    workshops: groupMembers(groupOf, count).map((territories) => ({ territories })),
    unplaced: [],
    ...found,
  };
}
