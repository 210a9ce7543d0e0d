import type { BlossomFamily } from './blossom-family.js';
import type { Incidence } from './incidence.js';

/**
 * Duals to begin with, and the pairs they give away: u of each vertex starts at its largest weight, which leaves
 * no slack below 0, then falls as far as its edges let it; an edge so made tight between two free vertices is matched.
 *
 * @returns u ≥ 0, whole
 */
export function greedyStart(
  { order, first, head, doubled }: Incidence,
  { mate }: BlossomFamily,
): Float64Array {
  const u = new Float64Array(order);
  for (let v = 0; v < order; v++) {
    for (let k = first[v]!; k < first[v + 1]!; k++) u[v] = Math.max(u[v]!, doubled[k]! / 2);
  }
  for (let v = 0; v < order; v++) {
    if (mate[v] !== -1) continue;
    let least = u[v]!;
    for (let k = first[v]!; k < first[v + 1]!; k++) {
      least = Math.min(least, u[v]! + u[head[k]!]! - doubled[k]!);
    }
    u[v]! -= least;
    for (let k = first[v]!; k < first[v + 1]!; k++) {
      const w = head[k]!;
      if (mate[w] !== -1 || u[v]! + u[w]! !== doubled[k]!) continue;
      mate[v] = w;
      mate[w] = v;
      break;
    }
  }
  return u;
}
