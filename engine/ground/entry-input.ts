import type { Assembly } from '../model/assembly.js';
import type { Matrix } from '../numeric/matrix.js';
import type { Options } from '../options.js';
import type { EntryInput } from '../workshop/composed-workshops.js';
import { gatherRuleFacts, territoryUnits } from './gather-rule-facts.js';
import type { SharedGround } from './shared-ground.js';

/** What workshops are composed from, the facts of rules included. */
export type GatheredInput = EntryInput & Required<Pick<EntryInput, 'facts' | 'units'>>;

/** What workshops are composed from, whatever the entry, with likeness as the dial leaves it. */
export function entryInput(
  input: Assembly,
  { ground: { profiles, distances }, overlap }: Pick<SharedGround, 'ground' | 'overlap'>,
  affinity: Matrix,
  settings: Options,
  referral: { readonly problems: readonly string[] } | null,
): GatheredInput {
  return {
    territoryIds: input.territories.map(({ id }) => id),
    names: input.territories.map(({ name }) => name),
    affinity,
    distances,
    rules: input.rules,
    profiles,
    seats: input.seats,
    date: settings.general.date,
    referral: referral?.problems.map((id) => profiles.problemIds.indexOf(id)).sort((a, b) => a - b) ?? [],
    facts: gatherRuleFacts(input, distances, overlap),
    units: territoryUnits(input),
  };
}
