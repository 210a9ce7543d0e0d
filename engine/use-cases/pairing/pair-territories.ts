import type { Assembly } from '../../model/assembly.js';
import { canonicalAssembly } from '../../model/canonical-assembly.js';
import type { PartialOptions } from '../../options.js';
import { composePairings } from '../../pairing/compose-pairings.js';
import { resolveOptions } from '../../resolve-options.js';
import { sharedGround } from '../../shared-ground.js';
import { type DescribedPairings, describePairings } from './describe-pairings.js';
import { pairingGround } from './pairing-ground.js';

/**
 * The pairings of an assembly alone, without workshops: those that a plan with the same options would hold.
 *
 * @throws EngineError for an assembly or an option that cannot be used
 */
export function pairTerritories(assembly: Assembly, options: PartialOptions = {}): DescribedPairings {
  const settings = resolveOptions(options);
  const input = canonicalAssembly(assembly);
  const pairing = pairingGround(input, sharedGround(input, settings), settings.pairing);
  return describePairings(input, pairing, composePairings(pairing, settings.pairing));
}
