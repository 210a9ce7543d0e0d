/**
 * The edges of a matching problem, seen from each vertex: half-edge k goes from tail[k] to head[k],
 * those of vertex v are first[v] .. first[v + 1] − 1, in the order the edges were given.
 */
export interface Incidence {
  readonly order: number;
  readonly first: Uint32Array;
  readonly tail: Uint32Array;
  readonly head: Uint32Array;
  /** the same edge seen from its other end */
  readonly twin: Uint32Array;
  /** twice the weight on the integer grid, so that every dual variable stays a whole number */
  readonly doubled: Float64Array;
}

/**
 * Lays edges out by vertex and rounds their weights to whole numbers, on a grid so fine that
 * (order + 1) × the largest weight stays below 2^48: all sums of the algorithm are then exact, and
 * weights lose at most one part in 2^48 / (order + 1). Scaling is by a power of two, so weights that
 * are whole numbers, or any few-digit binary fractions, are kept to the bit.
 *
 * When the most pairs come first, every weight is raised by (order + 1) times the largest there is: what is then
 * the heaviest has the most pairs, for an alternating path gains less from weights than one pair brings.
 */
export function incidenceOf(
  order: number,
  sources: Uint32Array,
  targets: Uint32Array,
  weights: Float64Array,
  maximumCardinality: boolean,
): Incidence {
  const keep = (e: number): boolean => sources[e] !== targets[e] && (maximumCardinality || weights[e]! > 0);
  const first = new Uint32Array(order + 1);
  let largestSize = 0;
  let halfEdges = 0;
  for (let e = 0; e < sources.length; e++) {
    if (!keep(e)) continue;
    first[sources[e]! + 1]!++;
    first[targets[e]! + 1]!++;
    halfEdges += 2;
    largestSize = Math.max(largestSize, Math.abs(weights[e]!));
  }
  for (let v = 0; v < order; v++) first[v + 1]! += first[v]!;

  const scale = powerOfTwo(largestSize, 2 ** 48 / (order + 1));
  const raise = maximumCardinality ? (order + 1) * Math.max(1, Math.round(largestSize * scale)) : 0;
  const tail = new Uint32Array(halfEdges);
  const head = new Uint32Array(halfEdges);
  const twin = new Uint32Array(halfEdges);
  const doubled = new Float64Array(halfEdges);
  const cursor = first.slice(0, order);
  for (let e = 0; e < sources.length; e++) {
    if (!keep(e)) continue;
    const s = sources[e]!;
    const t = targets[e]!;
    const weight = Math.round(weights[e]! * scale) + raise;
    const forth = cursor[s]!++;
    const back = cursor[t]!++;
    tail[forth] = s;
    head[forth] = t;
    tail[back] = t;
    head[back] = s;
    twin[forth] = back;
    twin[back] = forth;
    doubled[forth] = 2 * weight;
    doubled[back] = 2 * weight;
  }
  return { order, first, tail, head, twin, doubled };
}

/** The largest power of two that keeps size × power below the limit; 1 for a size of zero. */
function powerOfTwo(size: number, limit: number): number {
  if (size === 0) return 1;
  let power = 1;
  while (size * power >= limit) power /= 2;
  while (size * power * 2 < limit && power < 2 ** 1000) power *= 2;
  return power;
}
