import { checkMembership, renumbered } from './partition.js';

/** How alike two partitions of the same places are. */
export interface PartitionComparison {
  /** normalised mutual information, 2 I / (H(a) + H(b)), 0..1 */
  readonly nmi: number;
  /** mutual information adjusted for chance: about 0 for unrelated partitions, 1 for equal ones */
  readonly ami: number;
  /** pairs that both keep together or apart, adjusted for chance: about 0 for unrelated partitions, 1 for equal ones */
  readonly ari: number;
  /** variation of information H(a) + H(b) − 2 I, in nats: a distance, 0 for equal partitions, at most ln(order) */
  readonly vi: number;
}

/**
 * Compares two partitions; labels are whole numbers ≥ 0, not necessarily dense, and their values do not matter.
 *
 * NMI: Strehl, Ghosh 2002, with the arithmetic mean; AMI: Vinh, Epps, Bailey 2010 (JMLR 11), same mean,
 * chance being random partitions of the same sizes; ARI: Hubert, Arabie 1985 (10.1007/BF01908075);
 * VI: Meilă 2007 (10.1016/j.jmva.2006.11.013). Two partitions that each say nothing (one community, or none
 * at all, or one a place) are equal: 1, 1, 1, 0. Where chance leaves nothing to adjust, equal gives 1, else 0.
 *
 * @throws EngineError `lengths-differ`, `membership-not-usable`
 */
export function comparePartitions(a: ArrayLike<number>, b: ArrayLike<number>): PartitionComparison {
  checkMembership(a, a.length);
  checkMembership(b, a.length);
  const first = renumbered(a);
  const second = renumbered(b);
  if (first.count === second.count && first.membership.every((label, i) => label === second.membership[i])) {
    return { nmi: 1, ami: 1, ari: 1, vi: 0 };
  }
  const order = a.length;
  const cells = contingency(first.membership, second.membership, second.count);
  const sizesA = sizesOf(first);
  const sizesB = sizesOf(second);
  const entropyA = entropy(sizesA, order);
  const entropyB = entropy(sizesB, order);
  // H(a) + H(b) − H(a, b), never below 0 but for rounding
  const shared = Math.max(0, entropyA + entropyB - entropy(cells, order));
  const mean = (entropyA + entropyB) / 2;
  const expected = expectedInformation(sizesA, sizesB, order);
  return {
    nmi: Math.min(1, shared / mean),
    ami: ratio(shared - expected, mean - expected),
    ari: adjustedRand(cells, sizesA, sizesB, order),
    vi: Math.max(0, entropyA + entropyB - 2 * shared),
  };
}

/** Sizes of the non-empty intersections, by sorting one key a place: no count × count table. */
function contingency(a: Uint32Array, b: Uint32Array, countB: number): number[] {
  const keys = Float64Array.from(a, (label, i) => label * countB + b[i]!).sort();
  const sizes: number[] = [];
  for (let i = 0; i < keys.length; i++) {
    if (i > 0 && keys[i] === keys[i - 1]) sizes[sizes.length - 1] = sizes[sizes.length - 1]! + 1;
    else sizes.push(1);
  }
  return sizes;
}

function sizesOf(partition: { membership: Uint32Array; count: number }): number[] {
  const sizes = new Array<number>(partition.count).fill(0);
  for (const label of partition.membership) sizes[label] = sizes[label]! + 1;
  return sizes;
}

function entropy(sizes: readonly number[], order: number): number {
  return sizes.reduce((sum, size) => sum - (size / order) * Math.log(size / order), 0);
}

function adjustedRand(
  cells: readonly number[],
  sizesA: readonly number[],
  sizesB: readonly number[],
  order: number,
): number {
  const together = pairsIn(cells);
  const pairsA = pairsIn(sizesA);
  const pairsB = pairsIn(sizesB);
  const expected = (pairsA * pairsB) / ((order * (order - 1)) / 2);
  return ratio(together - expected, (pairsA + pairsB) / 2 - expected);
}

function pairsIn(sizes: readonly number[]): number {
  return sizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
}

/** The partitions differ, so nothing left to adjust means nothing in common. */
function ratio(gained: number, possible: number): number {
  return Math.abs(possible) < 1e-12 ? 0 : gained / possible;
}

/**
 * Mean mutual information of two random partitions with these sizes (hypergeometric; Vinh, Epps, Bailey 2010, eq. 24a).
 * Communities of one size are taken together: there are at most √(2 order) different sizes.
 */
function expectedInformation(sizesA: readonly number[], sizesB: readonly number[], order: number): number {
  const lnFactorial = new Float64Array(order + 1);
  for (let k = 2; k <= order; k++) lnFactorial[k] = lnFactorial[k - 1]! + Math.log(k);
  const rowsB = multiplicities(sizesB);
  let expected = 0;
  for (const [sizeA, timesA] of multiplicities(sizesA)) {
    for (const [sizeB, timesB] of rowsB) {
      expected += timesA * timesB * expectedOfCell(sizeA, sizeB, order, lnFactorial);
    }
  }
  return expected;
}

/**
 * Σ_k P(k) (k / N) ln(N k / ab) over the sizes k that the intersection of two communities may have.
 *
 * P is worked out once, at its mode, and carried both ways by its ratios until what is left is below rounding:
 * from an end it could start at 0 and stay there.
 */
function expectedOfCell(a: number, b: number, order: number, lnFactorial: Float64Array): number {
  const least = Math.max(0, a + b - order);
  const most = Math.min(a, b);
  const mode = Math.min(most, Math.max(least, Math.floor(((a + 1) * (b + 1)) / (order + 2))));
  const lnMode =
    lnFactorial[a]! +
    lnFactorial[b]! +
    lnFactorial[order - a]! +
    lnFactorial[order - b]! -
    lnFactorial[order]! -
    lnFactorial[mode]! -
    lnFactorial[a - mode]! -
    lnFactorial[b - mode]! -
    lnFactorial[order - a - b + mode]!;
  const atMode = Math.exp(lnMode);
  const negligible = atMode * 1e-20;
  const scale = order / (a * b);
  const rest = order - a - b;
  let sum = 0;
  let chance = atMode;
  for (let k = mode; k >= 1 && k >= least && chance > negligible; k--) {
    sum += chance * k * Math.log(k * scale);
    chance *= (k * (rest + k)) / ((a - k + 1) * (b - k + 1));
  }
  chance = atMode;
  for (let k = mode; k < most && chance > negligible; ) {
    chance *= ((a - k) * (b - k)) / ((k + 1) * (rest + k + 1));
    k++;
    sum += chance * k * Math.log(k * scale);
  }
  return sum / order;
}

function multiplicities(sizes: readonly number[]): ReadonlyMap<number, number> {
  const times = new Map<number, number>();
  for (const size of sizes) times.set(size, (times.get(size) ?? 0) + 1);
  return times;
}
