import { gatherRuleFacts, territoryUnits } from '../../../engine/ground/gather-rule-facts.js';
import { sharedGround } from '../../../engine/ground/shared-ground.js';
import type { Assembly } from '../../../engine/model/assembly.js';
import { canonicalAssembly } from '../../../engine/model/canonical-assembly.js';
import type { Options } from '../../../engine/options.js';
import { resolveOptions } from '../../../engine/resolve-options.js';
import type { EntryInput } from '../../../engine/workshop/composed-workshops.js';

/** What the pipeline gives an entry, with plain affinities. */
export function entryInput(
  assembly: Assembly,
  {
    date = null,
    referral = [],
  }: { readonly date?: string | null; readonly referral?: readonly string[] } = {},
): EntryInput {
  const input = canonicalAssembly(assembly);
  const { ground, overlap } = sharedGround(input, resolveOptions());
  return {
    territoryIds: input.territories.map(({ id }) => id),
    names: input.territories.map(({ name }) => name),
    affinity: ground.affinity,
    distances: ground.distances,
    rules: input.rules,
    facts: gatherRuleFacts(input, ground.distances, overlap),
    units: territoryUnits(input),
    profiles: ground.profiles,
    seats: input.seats,
    date,
    referral: referral.map((id) => ground.profiles.problemIds.indexOf(id)).sort((a, b) => a - b),
  };
}

export function entryOptions(changes: Partial<Options['workshop']>): Options['workshop'] {
  return { ...resolveOptions().workshop, ...changes };
}
