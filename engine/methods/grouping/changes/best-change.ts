import type { ChangeState } from './change-state.js';

/** A move of block a to group h (b = −1), or an exchange of blocks a and b. */
export interface Step {
  a: number;
  h: number;
  b: number;
  /** change of what is sought, of what is broken and of the units away from home */
  gain: number;
  breaks: number;
  changes: number;
}

/**
 * The move or exchange with the largest gain − price × breaks that leaves at most `budget` units away
 * from home; −1 in `a` when there is none.
 *
 * A step back (`isBarred`) counts only when `isWorth` says what it leads to. Ties go to the first block.
 */
export function bestStep(
  state: ChangeState,
  price: number,
  budget: number,
  isBarred: (block: number, group: number) => boolean,
  isWorth: (step: Step) => boolean,
): Step {
  const best: Step = { a: -1, h: -1, b: -1, gain: 0, breaks: 0, changes: 0 };
  let top = Number.NEGATIVE_INFINITY;
  const tried: Step = { ...best };
  const { rules, groupOf, open, sums, away, blockers, weights, apart } = state;
  const { blockCount, groupCount, blockSize } = rules;
  const { between } = weights;
  const room = budget - state.changes;
  // what criteria have taken so far is all that a step can win back from them
  const owed = state.entangled ? state.owedSoft + price * state.owedHard : 0;

  /** Takes the step that `tried` holds if it is the best so far, once criteria have had their say. */
  const consider = (): void => {
    if (tried.gain - price * tried.breaks + owed <= top) return;
    if (state.entangled) {
      const { soft, hard } =
        tried.b === -1 ? state.criteriaOfMove(tried.a, tried.h) : state.criteriaOfSwap(tried.a, tried.b);
      tried.gain -= soft;
      tried.breaks += hard;
    }
    const worth = tried.gain - price * tried.breaks;
    if (worth <= top) return;
    const barred = isBarred(tried.a, tried.h) || (tried.b !== -1 && isBarred(tried.b, groupOf[tried.a]!));
    if (barred && !isWorth(tried)) return;
    top = worth;
    Object.assign(best, tried);
  };

  for (let a = 0; a < blockCount; a++) {
    const g = groupOf[a]!;
    const fromA = g * blockCount + a;
    const leaving = state.beyond(g, -blockSize[a]!) - state.beyond(g, 0) - blockers[fromA]!;
    for (let h = 0; h < groupCount; h++) {
      const toA = h * blockCount + a;
      if (h === g || open[toA] === 0) continue;
      tried.changes = away[toA]! - away[fromA]!;
      if (tried.changes > room) continue;
      tried.a = a;
      tried.h = h;
      tried.b = -1;
      tried.gain = sums[toA]! - sums[fromA]!;
      tried.breaks = leaving + blockers[toA]! + state.beyond(h, blockSize[a]!) - state.beyond(h, 0);
      consider();
    }
    const row = a * blockCount;
    for (let b = a + 1; b < blockCount; b++) {
      const h = groupOf[b]!;
      const toA = h * blockCount + a;
      const toB = g * blockCount + b;
      if (h === g || open[toA] === 0 || open[toB] === 0) continue;
      const fromB = h * blockCount + b;
      tried.changes = away[toA]! - away[fromA]! + away[toB]! - away[fromB]!;
      if (tried.changes > room) continue;
      const more = blockSize[b]! - blockSize[a]!;
      tried.a = a;
      tried.h = h;
      tried.b = b;
      tried.gain = sums[toA]! - sums[fromA]! + sums[toB]! - sums[fromB]! - 2 * between[row + b]!;
      tried.breaks =
        blockers[toA]! - blockers[fromA]! + blockers[toB]! - blockers[fromB]! - 2 * apart[row + b]!;
      if (more !== 0) {
        tried.breaks +=
          state.beyond(g, more) - state.beyond(g, 0) + state.beyond(h, -more) - state.beyond(h, 0);
      }
      consider();
    }
  }
  return best;
}
