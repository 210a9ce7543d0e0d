import { groupMembers } from '../numeric/group-members.js';
import type { Options } from '../options.js';
import type { Rng } from '../random/rng.js';
import { composeBySeat } from './by-seat.js';
import { groupTerritories } from './by-territory.js';
import type { ComposedWorkshops, EntryInput, WorkshopControl } from './composed-workshops.js';
import { composeOnReferral } from './on-referral.js';
import { composeThematic } from './thematic.js';

/**
 * Composes the workshops of an assembly by the entry that the options name.
 *
 * @throws EngineError as the entries do
 */
export function composeWorkshops(
  input: EntryInput,
  options: Options['workshop'],
  rng: Rng,
  control: WorkshopControl = {},
): ComposedWorkshops {
  return entries[options.entry](input, options, rng, control);
}

type Entry = typeof composeWorkshops;

const entries: Readonly<Record<Options['workshop']['entry'], Entry>> = {
  territorial: composeByTerritory,
  seats: composeBySeat,
  thematic: composeThematic,
  referral: composeOnReferral,
};

function composeByTerritory(
  input: EntryInput,
  options: Options['workshop'],
  rng: Rng,
  control?: WorkshopControl,
): ComposedWorkshops {
  const { groupOf, count, ...found } = groupTerritories(input, options, rng, control);
  return {
    workshops: groupMembers(groupOf, count).map((territories) => ({ territories })),
    unplaced: [],
    ...found,
  };
}
