import { type FacilityProblem, mayOpen } from './facility-problem.js';

/** A step must add at least this share of the value: less is rounding. */
const leastShare = 1e-12;

/**
 * Closes one site and opens another as long as that adds value, the best exchange first (Teitz, Bart 1968,
 * 10.1287/opre.16.5.955); all exchanges of a site are counted at once from the best and second-best open site
 * of each (Whitaker 1983, 10.1080/03155986.1983.11731889). Ties: the lower newcomer, then the lower leaver.
 */
export function exchangeSites(problem: FacilityProblem, start: readonly number[]): number[] {
  const open = [...start];
  const { rows: order, values } = problem.worth;
  const rank = new Int32Array(order);
  const second = new Float64Array(order);
  const first = new Float64Array(order);
  const lost = new Float64Array(open.length);
  for (;;) {
    const value = nearestTwo(problem, open, first, second, rank);
    let best = leastShare * value;
    let leaver = -1;
    let newcomer = -1;
    for (let site = 0; site < order; site++) {
      if (open.includes(site)) continue;
      lost.fill(0);
      let gain = 0;
      for (let i = 0; i < order; i++) {
        const worth = values[i * order + site]!;
        // served better by the newcomer whoever leaves; else, if its own site leaves, by the next best
        if (worth > first[i]!) gain += worth - first[i]!;
        else lost[rank[i]!]! += first[i]! - Math.max(worth, second[i]!);
      }
      for (let k = 0; k < open.length; k++) {
        const net = gain - lost[k]!;
        if (net > best && mayOpen(problem, open, site, open[k]!)) {
          best = net;
          leaver = k;
          newcomer = site;
        }
      }
    }
    if (newcomer === -1) return open.sort((a, b) => a - b);
    open[leaver] = newcomer;
  }
}

/** For each its best and second-best worth among open sites, and the rank of the best; returns the sum of bests. */
function nearestTwo(
  { worth }: FacilityProblem,
  open: readonly number[],
  first: Float64Array,
  second: Float64Array,
  rank: Int32Array,
): number {
  const { rows: order, values } = worth;
  let sum = 0;
  for (let i = 0; i < order; i++) {
    let best = -1;
    let next = 0;
    let at = 0;
    for (let k = 0; k < open.length; k++) {
      const each = values[i * order + open[k]!]!;
      if (each > best) {
        next = Math.max(best, 0);
        best = each;
        at = k;
      } else if (each > next) next = each;
    }
    first[i] = Math.max(best, 0);
    second[i] = next;
    rank[i] = at;
    sum += first[i]!;
  }
  return sum;
}
