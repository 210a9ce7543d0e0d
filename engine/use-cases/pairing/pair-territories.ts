import { pairingGround } from '../../ground/pairing-ground.js';
import { sharedGround } from '../../ground/shared-ground.js';
import type { Assembly } from '../../model/assembly.js';
import { canonicalAssembly, digestOf } from '../../model/canonical-assembly.js';
import { type Pairings, pairingsFormat } from '../../model/pairings.js';
import type { PartialOptions } from '../../options.js';
import { composePairings } from '../../pairing/compose-pairings.js';
import { describePairings } from '../../plan/describe-pairings.js';
import { planOptions, resolveOptions } from '../../resolve-options.js';
import { engineVersion } from '../../version.js';

/**
 * The pairings of an assembly alone, without workshops: those that a plan with the same options would hold.
 *
 * @throws EngineError for an assembly or an option that cannot be used
 */
export function pairTerritories(assembly: Assembly, options: PartialOptions = {}): Pairings {
  const settings = resolveOptions(options);
  const input = canonicalAssembly(assembly);
  const { seats: _, ...held } = input;
  const pairing = pairingGround(input, sharedGround(input, settings), settings.pairing);
  return {
    format: pairingsFormat,
    engineVersion,
    inputDigest: digestOf(held),
    seed: settings.general.seed,
    options: planOptions(settings),
    assembly: held,
    ...describePairings(input, pairing, composePairings(pairing, settings.pairing)),
  };
}
