import { sortByLabel } from './coassociation.js';
import type { PartitionTally } from './partition-tally.js';

/** How well a partition holds over many others; every number is a share, 0..1. */
export interface PartitionStability {
  /** of each place: how often, on average, a member of its community is with it; for one alone, how often it is alone */
  readonly places: Float64Array;
  /** of each community: the mean of its members, that is the mean share over its pairs */
  readonly communities: Float64Array;
  /** mean over places; 1 if there is none */
  readonly overall: number;
}

/**
 * How often the members of each community are together in the partitions of a tally.
 *
 * Exact without the matrix of all pairs: place i of a community of n_c members is with (n_cr − 1) of the other
 * n_c − 1 when n_cr of them share its label r. Time grows with order × different partitions.
 *
 * @param membership one label a place, 0..count−1, none empty; the tally has the same places and at least one run
 */
export function stabilityAcross(
  tally: PartitionTally,
  membership: Uint32Array,
  count: number,
): PartitionStability {
  const { order, distinct, times, counts, runs } = tally;
  const members = new Uint32Array(order);
  const ends = new Uint32Array(order + 1);
  sortByLabel(membership, count, members, ends);
  const places = new Float64Array(order);
  const met = new Uint32Array(order);
  const sizes = new Uint32Array(order);
  for (let d = 0; d < distinct; d++) {
    const label = tally.membership(d);
    const came = times[d]!;
    sizes.fill(0, 0, counts[d]!);
    for (let i = 0; i < order; i++) sizes[label[i]!] = sizes[label[i]!]! + 1;
    for (let c = 0, from = 0; c < count; c++) {
      const to = ends[c]!;
      const others = to - from - 1;
      for (let a = from; a < to; a++) met[label[members[a]!]!] = met[label[members[a]!]!]! + 1;
      for (let a = from; a < to; a++) {
        const i = members[a]!;
        const r = label[i]!;
        const share = others > 0 ? (met[r]! - 1) / others : sizes[r] === 1 ? 1 : 0;
        places[i] = places[i]! + came * share;
      }
      for (let a = from; a < to; a++) met[label[members[a]!]!] = 0;
      from = to;
    }
  }
  const communities = new Float64Array(count);
  let sum = 0;
  for (let c = 0, from = 0; c < count; c++) {
    const to = ends[c]!;
    for (let a = from; a < to; a++) {
      const i = members[a]!;
      places[i] = places[i]! / runs;
      communities[c] = communities[c]! + places[i]!;
      sum += places[i]!;
    }
    communities[c] = communities[c]! / (to - from);
    from = to;
  }
  return { places, communities, overall: order > 0 ? sum / order : 1 };
}
