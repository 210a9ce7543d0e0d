import type { PartitionTally } from './partition-tally.js';
import type { WeightedGraph } from './weighted-graph.js';

/**
 * Share of the runs in which i and j are together: order × order, row-major, symmetric, 1 on the diagonal.
 *
 * The tally holds at least one run. Time grows with the pairs that each different partition keeps together.
 */
export function coassociationOf(tally: PartitionTally): Float64Array {
  const { order, runs, distinct, times, counts } = tally;
  const shares = new Float64Array(order * order);
  const members = new Uint32Array(order);
  const ends = new Uint32Array(order + 1);
  for (let d = 0; d < distinct; d++) {
    const label = tally.membership(d);
    const came = times[d]!;
    sortByLabel(label, counts[d]!, members, ends);
    for (let c = 0, from = 0; c < counts[d]!; c++) {
      const to = ends[c]!;
      // members of a community grow, so that only the half above the diagonal is written
      for (let a = from; a < to; a++) {
        const row = members[a]! * order;
        for (let b = a + 1; b < to; b++) {
          const at = row + members[b]!;
          shares[at] = shares[at]! + came;
        }
      }
      from = to;
    }
  }
  for (let i = 0; i < order; i++) {
    shares[i * order + i] = 1;
    for (let j = i + 1; j < order; j++) {
      const share = shares[i * order + j]! / runs;
      shares[i * order + j] = share;
      shares[j * order + i] = share;
    }
  }
  return shares;
}

/** The same for the pairs that an edge ties: one share an entry of the rows of the graph, 1 for a self-loop. */
export function tiedCoassociation(tally: PartitionTally, graph: WeightedGraph): Float64Array {
  const { runs, distinct, times, order } = tally;
  const { offsets, targets } = graph;
  const shares = new Float64Array(targets.length);
  for (let d = 0; d < distinct; d++) {
    const label = tally.membership(d);
    const share = times[d]!;
    for (let i = 0; i < order; i++) {
      const own = label[i]!;
      for (let at = offsets[i]!; at < offsets[i + 1]!; at++) {
        if (label[targets[at]!] === own) shares[at] = shares[at]! + share;
      }
    }
  }
  for (let at = 0; at < shares.length; at++) shares[at] = shares[at]! / runs;
  return shares;
}

/** Lists the members of each community by growing index; community c ends at `ends[c]`. */
export function sortByLabel(
  label: Uint32Array,
  count: number,
  members: Uint32Array,
  ends: Uint32Array,
): void {
  ends.fill(0, 0, count + 1);
  for (let i = 0; i < label.length; i++) ends[label[i]! + 1] = ends[label[i]! + 1]! + 1;
  for (let c = 0; c < count; c++) ends[c + 1] = ends[c + 1]! + ends[c]!;
  // ends[c] starts at the first slot of c and moves to its end as the members come
  for (let i = 0; i < label.length; i++) {
    const c = label[i]!;
    members[ends[c]!] = i;
    ends[c] = ends[c]! + 1;
  }
}
