import type { Assembly } from '../model/assembly.js';
import type { Options } from '../options.js';
import type { PairingInput } from '../pairing/pairing-value.js';
import { pairingLists } from './pairing-lists.js';
import type { SharedGround } from './shared-ground.js';

/**
 * What the pairing stage needs, from an assembly in canonical order and its ground.
 *
 * @throws EngineError for imposed or forbidden pairs that cannot be used (see pairingLists)
 */
export function pairingGround(
  input: Assembly,
  { ground, overlap }: Pick<SharedGround, 'ground' | 'overlap'>,
  options: Options['pairing'],
): PairingInput {
  const territoryIds = input.territories.map(({ id }) => id);
  return {
    profiles: ground.profiles,
    affinity: ground.affinity,
    distances: ground.distances,
    overlap,
    traits: input.territories.map(({ traits }) => traits),
    metBefore: pairsMetBefore(input, territoryIds),
    ...pairingLists(options, input.rules, territoryIds),
  };
}

/** Pairs of indices that sat together in a past pairing or workshop. */
function pairsMetBefore({ history }: Assembly, territoryIds: readonly string[]): [number, number][] {
  const indexOf = new Map(territoryIds.map((id, i) => [id, i]));
  return history.flatMap((meeting) => {
    const present = meeting.territoryIds.flatMap((id) => indexOf.get(id) ?? []);
    return present.flatMap((i, k) => present.slice(k + 1).map((j): [number, number] => [i, j]));
  });
}
