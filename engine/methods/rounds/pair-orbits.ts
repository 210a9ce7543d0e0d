/** What becomes of pairs of points when all are turned; see `pairOrbits`. */
export interface PairOrbits {
  /** points 0..turning−1 stand on cycles of `period` places, the others stay */
  readonly turning: number;
  readonly count: number;
  /** order × order: the same number for pairs that turn into each other; −1 for a pair that returns before a whole turn */
  readonly orbitOf: Int32Array;
}

/**
 * Classes of pairs under turning: point c·period + x is place x of cycle c. A pair of two cycles is known by
 * their difference, one on the same cycle by its difference up to sign; a point that stays and one of a cycle
 * are one class. Two points half a turn apart, and two that stay, would meet again: no class.
 */
export function pairOrbits(order: number, period: number): PairOrbits {
  const cycles = Math.floor(order / period);
  const turning = cycles * period;
  const orbitOf = new Int32Array(order * order).fill(-1);
  // one number for every (cycle, cycle, difference), then for every (cycle, point that stays)
  const numbers = new Int32Array(cycles * cycles * period + cycles * order).fill(-1);
  let count = 0;
  for (let i = 0; i < turning; i++) {
    for (let j = i + 1; j < order; j++) {
      const key = keyOf(i, j, period, cycles, order);
      if (key === -1) continue;
      if (numbers[key] === -1) numbers[key] = count++;
      orbitOf[i * order + j] = numbers[key]!;
      orbitOf[j * order + i] = numbers[key]!;
    }
  }
  return { turning, count, orbitOf };
}

function keyOf(i: number, j: number, period: number, cycles: number, order: number): number {
  const a = Math.floor(i / period);
  const b = Math.floor(j / period);
  if (b >= cycles) return cycles * cycles * period + a * order + j;
  let difference = ((j % period) - (i % period) + period) % period;
  if (a === b) {
    if (2 * difference === period) return -1;
    difference = Math.min(difference, period - difference);
  }
  return (a * cycles + b) * period + difference;
}
