import { type FacilityProblem, mayOpen } from './facility-problem.js';

/**
 * Opens the site that adds most, again and again: at least 1 − 1/e of the best without quotas (Nemhauser, Wolsey,
 * Fisher 1978, 10.1007/BF01588971), 1/(1 + k) with k partitions (Fisher, Nemhauser, Wolsey 1978,
 * 10.1007/BFb0121195). What a site adds only falls as others open, so that an old figure is a bound and most
 * need not be counted again (Minoux 1978, 10.1007/BFb0006528). Ties: the lower site.
 */
export function lazyGreedy(problem: FacilityProblem): number[] {
  const { worth, count } = problem;
  const order = worth.rows;
  const served = new Float64Array(order);
  const open: number[] = [];
  const bound = Float64Array.from({ length: order }, (_, site) => gainOf(problem, served, site));
  const countedAt = new Int32Array(order);
  const closed = new Uint8Array(order);
  while (open.length < count) {
    let best = -1;
    for (let site = 0; site < order; site++) {
      if (closed[site] === 0 && (best === -1 || bound[site]! > bound[best]!)) best = site;
    }
    if (best === -1) break;
    if (countedAt[best] !== open.length) {
      bound[best] = gainOf(problem, served, best);
      countedAt[best] = open.length;
      continue;
    }
    closed[best] = 1;
    // a site that may not be opened now never may: parts only fill
    if (!mayOpen(problem, open, best, -1)) continue;
    open.push(best);
    for (let i = 0; i < order; i++) served[i] = Math.max(served[i]!, worth.values[i * order + best]!);
  }
  return open;
}

/** What opening a site adds, given what each is served now. */
export function gainOf({ worth }: FacilityProblem, served: Float64Array, site: number): number {
  const { rows: order, values } = worth;
  let gain = 0;
  for (let i = 0; i < order; i++) {
    const more = values[i * order + site]! - served[i]!;
    if (more > 0) gain += more;
  }
  return gain;
}

/** What each is served by its best open site, 0 if none is. */
export function servedBy({ worth }: FacilityProblem, open: readonly number[]): Float64Array {
  const { rows: order, values } = worth;
  return Float64Array.from({ length: order }, (_, i) =>
    open.reduce((most, site) => Math.max(most, values[i * order + site]!), 0),
  );
}
