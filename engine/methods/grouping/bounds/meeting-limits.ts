import type { BlockRules } from '../problem/block-rules.js';
import type { GroupBounds } from '../problem/grouping-problem.js';

/** What every grouping within the rules keeps, said of pairs: 1 where two units share a group, 0 elsewhere. */
export interface MeetingLimits {
  readonly order: number;
  /** order × order: 1 for pairs that must share a group */
  readonly lower: Uint8Array;
  /** order × order: 0 for pairs that cannot, the most there can be of others */
  readonly upper: Float64Array;
  /** partners of each unit */
  readonly fewest: Int32Array;
  readonly most: Int32Array;
  /** pairs in all */
  readonly fewestPairs: number;
  readonly mostPairs: number;
  /** for each group that can hold someone, descending: no sizes have a larger sum of the first j, for any j */
  readonly steepestSizes: Float64Array;
}

/**
 * Restates bounds, blocks, separations and pins on pairs.
 *
 * @param mostTogether of the mean of several groupings: in what share of them, at most, two units meet that need not
 */
export function meetingLimits(
  groups: readonly GroupBounds[],
  rules: BlockRules,
  mostTogether = 1,
): MeetingLimits {
  const { order, blockOf, pinnedTo, apartStart, apartBlocks } = rules;
  const lower = new Uint8Array(order * order);
  const upper = new Float64Array(order * order).fill(mostTogether);
  const fewest = new Int32Array(order);
  const most = new Int32Array(order);
  for (let i = 0; i < order; i++) {
    const b = blockOf[i]!;
    const pinned = pinnedTo[b]!;
    const partners = partnersAllowed(rules, i);
    fewest[i] = partners.fewest;
    most[i] = partners.most;
    const barred = new Set(apartBlocks.subarray(apartStart[b]!, apartStart[b + 1]!));
    for (let j = 0; j < order; j++) {
      const c = blockOf[j]!;
      if (c === b || (pinned !== -1 && pinnedTo[c] === pinned)) {
        lower[i * order + j] = 1;
        upper[i * order + j] = 1;
      } else if ((pinned !== -1 && pinnedTo[c] !== -1) || barred.has(c)) upper[i * order + j] = 0;
    }
  }
  const pairs = meetings(groups, order);
  return {
    order,
    lower,
    upper,
    fewest,
    most,
    fewestPairs: pairs.fewest / 2,
    mostPairs: pairs.most / 2,
    steepestSizes: steepestSizes(groups, order),
  };
}

/** How many partners unit i has, whichever group it is in. */
export function partnersAllowed(rules: BlockRules, i: number): { fewest: number; most: number } {
  const b = rules.blockOf[i]!;
  const pinned = rules.pinnedTo[b]!;
  let fewest = rules.order;
  let most = 0;
  for (let g = 0; g < rules.groupCount; g++) {
    if ((pinned !== -1 && g !== pinned) || rules.max[g]! < rules.blockSize[b]!) continue;
    fewest = Math.min(fewest, rules.min[g]! - 1);
    most = Math.max(most, rules.max[g]! - 1);
  }
  return { fewest: Math.max(0, Math.min(fewest, most)), most };
}

/**
 * Fewest and most meetings (a unit and a partner; twice the pairs) that sizes within bounds can make.
 *
 * Σ s(s − 1) is convex: least for even sizes; at most its chords filled steepest first, nor more than the
 * sizes that majorise all others make.
 */
export function meetings(groups: readonly GroupBounds[], order: number): { fewest: number; most: number } {
  const bounds = groups.map(({ min, max }) => ({ min, max: Math.min(max, order) }));
  const spare = bounds.reduce((rest, { min }) => rest - min, order);
  const base = bounds.reduce((sum, { min }) => sum + min * (min - 1), 0);

  let chords = base;
  let left = spare;
  const steepest = [...bounds].sort((a, b) => b.min + b.max - a.min - a.max);
  for (const { min, max } of steepest) {
    const taken = Math.min(left, max - min);
    chords += taken * (min + max - 1);
    left -= taken;
  }
  const majorising = steepestSizes(groups, order).reduce((sum, s) => sum + s * (s - 1), 0);

  let fewest = base;
  const sizes = bounds.map(({ min }) => min);
  for (let k = 0; k < spare; k++) {
    let g = -1;
    for (let h = 0; h < sizes.length; h++) {
      if (sizes[h]! < bounds[h]!.max && (g === -1 || sizes[h]! < sizes[g]!)) g = h;
    }
    if (g === -1) break;
    fewest += 2 * sizes[g]!++;
  }
  return { fewest, most: Math.min(chords, majorising) };
}

/**
 * The first j sizes sum to the lesser of the j largest maxima and of what the smallest minima of the others
 * leave: this majorises every choice of sizes.
 */
function steepestSizes(groups: readonly GroupBounds[], order: number): Float64Array {
  const usable = groups.filter(({ max }) => max > 0);
  const maxima = usable.map(({ max }) => Math.min(max, order)).sort((a, b) => b - a);
  const minima = usable.map(({ min }) => min).sort((a, b) => b - a);
  const sizes = new Float64Array(usable.length);
  let inMaxima = 0;
  let besideMinima = order - minima.reduce((sum, min) => sum + min, 0);
  let before = 0;
  for (let j = 0; j < sizes.length; j++) {
    inMaxima += maxima[j]!;
    besideMinima += minima[j]!;
    const sum = Math.min(inMaxima, besideMinima);
    sizes[j] = sum - before;
    before = sum;
  }
  return sizes;
}
