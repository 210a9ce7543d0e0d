import type { GroupingState } from './grouping-state.js';

/**
 * Improves a grouping until no move of a block and no exchange of two blocks gains, or `shouldStop`.
 *
 * Groups that changed wait in turn; each is held against every other group, and the best change between
 * the two is made, again and again. (The best change over all groups would more often just undo what
 * a perturbation did.) Bounds, separations and pins hold throughout. A criterion that ties distant
 * groups may leave a gain between two groups that did not change.
 */
export function climb(state: GroupingState, shouldStop: () => boolean): void {
  const { groupCount, blockCount } = state.rules;
  const arrival = new Float64Array(blockCount);
  const largestArrival = new Float64Array(groupCount);
  for (let g = state.takeDirty(); g !== -1; g = state.takeDirty()) {
    if (shouldStop()) return;
    weighArrivals(state, g, arrival, largestArrival);
    for (let h = 0; h < groupCount; h++) {
      if (h === g) continue;
      while (improvePair(state, g, h, arrival, largestArrival[h]!)) {
        weighArrivals(state, g, arrival, largestArrival);
      }
    }
  }
}

/** arrival[b] = gain if b came to group g and no one left; largestArrival[h] = the largest from group h. */
function weighArrivals(
  state: GroupingState,
  g: number,
  arrival: Float64Array,
  largestArrival: Float64Array,
): void {
  const { sums, own, groupOf } = state;
  const { blockCount, pinnedTo } = state.rules;
  const rowG = g * blockCount;
  largestArrival.fill(Number.NEGATIVE_INFINITY);
  for (let b = 0; b < blockCount; b++) {
    const gain = sums[rowG + b]! - own[b]!;
    arrival[b] = gain;
    const h = groupOf[b]!;
    if (gain > largestArrival[h]! && pinnedTo[b] === -1) largestArrival[h] = gain;
  }
}

/** Makes the best change between groups g and h; false when none gains. */
function improvePair(
  state: GroupingState,
  g: number,
  h: number,
  arrival: Float64Array,
  largestArrival: number,
): boolean {
  const { rules, weights, criteria, sums, own, outlying, members, capacity, count } = state;
  const { blockCount } = rules;
  const { between, tolerance, smallestOf } = weights;
  const { smallestOfRest } = weights.outliers;
  // weights alone must bring more than the best so far, less what the criteria can add
  const relief = criteria.none ? 0 : criteria.mostGain(g, h);
  const rowH = h * blockCount;
  const countG = count[g]!;
  const countH = count[h]!;
  const reach = largestArrival + relief;
  let best = tolerance;
  let bestA = -1;
  let bestB = -1;

  if (largestArrival + relief > best) {
    for (let y = 0; y < countH; y++) {
      const b = members[h * capacity + y]!;
      if (arrival[b]! + relief <= best || !state.allowsMove(b, g)) continue;
      const gain = state.gainOfMove(b, g);
      if (gain > best) {
        best = gain;
        bestB = b;
      }
    }
  }
  for (let x = 0; x < countG; x++) {
    const a = members[g * capacity + x]!;
    const departure = sums[rowH + a]! - own[a]!;
    if (departure + relief > best && state.allowsMove(a, h)) {
      const gain = state.gainOfMove(a, h);
      if (gain > best) {
        best = gain;
        bestA = a;
        bestB = -1;
      }
    }
    // an exchange gains at most departure + arrival − 2 × the smallest weight of a there
    const smallest = outlying[rowH + a] === 0 ? smallestOfRest[a]! : smallestOf[a]!;
    if (departure + reach - 2 * smallest <= best) continue;
    const rowA = a * blockCount;
    for (let y = 0; y < countH; y++) {
      const b = members[h * capacity + y]!;
      const estimate = departure + arrival[b]! - 2 * between[rowA + b]!;
      if (estimate + relief <= best || !state.allowsSwap(a, b)) continue;
      const gain = state.gainOfSwap(a, b);
      if (gain > best) {
        best = gain;
        bestA = a;
        bestB = b;
      }
    }
  }
  if (bestA !== -1) state.move(bestA, h);
  if (bestB !== -1) state.move(bestB, g);
  return bestA !== -1 || bestB !== -1;
}
