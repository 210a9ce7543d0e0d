import { EngineError } from '../../engine-error.js';
import { createRng, type Rng } from '../../random/rng.js';
import { coassociationOf } from './coassociation.js';
import { checkMembership, renumbered } from './partition.js';
import { PartitionTally } from './partition-tally.js';

/** How well the communities of a partition are found again when the data are drawn again. */
export interface BootstrapStability {
  readonly replicates: number;
  /** of each label, by smallest member: mean over replicates of the Jaccard index with its best match, 0..1 */
  readonly communities: Float64Array;
  /** of each place: the one of its community */
  readonly places: Float64Array;
  /** order × order, row-major: share of the replicates in which i and j are together */
  readonly coassociation: Float64Array;
}

/**
 * Bootstrap stability of communities (Hennig 2007, 10.1016/j.csda.2006.11.025): `replicate` draws the data again and
 * finds communities in them; each community c is matched with the community r of the replicate that is
 * likest, J = |c ∩ r| / |c ∪ r|, and the mean of J over the replicates is reported.
 *
 * Hennig's reading: below 0.6 not to be trusted, from 0.75 a valid community, from 0.85 highly stable. Every place
 * stands in every replicate. Memory holds order² numbers.
 *
 * @param membership one label a place
 * @param replicate labels of the same places, any whole numbers ≥ 0, from drawn data; drawn from the generator alone
 * @throws EngineError `runs-not-usable`, `lengths-differ`, `membership-not-usable`
 */
export function bootstrapStability(
  membership: ArrayLike<number>,
  replicate: (rng: Rng) => ArrayLike<number>,
  options: { readonly replicates?: number; readonly seed?: number } = {},
): BootstrapStability {
  const { replicates = 100, seed = 1 } = options;
  checkRuns(replicates);
  const order = membership.length;
  checkMembership(membership, order);
  const own = renumbered(membership);
  const rng = createRng(seed);
  const tally = new PartitionTally(order);
  for (let draw = 0; draw < replicates; draw++) {
    const labels = replicate(rng.stream(`replicate ${draw}`));
    checkMembership(labels, order);
    tally.add(renumbered(labels).membership);
  }
  const communities = meanBestJaccard(tally, own.membership, own.count);
  return {
    replicates,
    communities,
    places: Float64Array.from(own.membership, (c) => communities[c]!),
    coassociation: coassociationOf(tally),
  };
}

/** @throws EngineError `runs-not-usable` */
export function checkRuns(runs: number): void {
  if (Number.isInteger(runs) && runs >= 1) return;
  throw new EngineError(
    'runs-not-usable',
    `There cannot be ${runs} runs.`,
    'give a whole number, 1 or more; 100 say enough.',
    runs,
  );
}

function meanBestJaccard(tally: PartitionTally, membership: Uint32Array, count: number): Float64Array {
  const { order, distinct, times, counts, runs } = tally;
  const sizes = sizesOf(membership, count);
  const mean = new Float64Array(count);
  const best = new Float64Array(count);
  for (let d = 0; d < distinct; d++) {
    const label = tally.membership(d);
    const found = sizesOf(label, counts[d]!);
    const shared = new Map<number, number>();
    for (let i = 0; i < order; i++) {
      const key = membership[i]! * counts[d]! + label[i]!;
      shared.set(key, (shared.get(key) ?? 0) + 1);
    }
    best.fill(0);
    for (const [key, common] of shared) {
      const c = Math.floor(key / counts[d]!);
      const all = sizes[c]! + found[key - c * counts[d]!]! - common;
      best[c] = Math.max(best[c]!, common / all);
    }
    for (let c = 0; c < count; c++) mean[c] = mean[c]! + (times[d]! * best[c]!) / runs;
  }
  // sums of shares may pass 1 by a rounding
  return mean.map((value) => Math.min(1, value));
}

function sizesOf(membership: Uint32Array, count: number): Uint32Array {
  const sizes = new Uint32Array(count);
  for (const c of membership) sizes[c] = sizes[c]! + 1;
  return sizes;
}
