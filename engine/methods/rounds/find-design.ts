import type { Rng } from '../../random/rng.js';
import { circleMethod } from './circle-method.js';
import { type CyclicShape, cyclicDesign } from './cyclic-design.js';
import type { RoundDesign } from './round-design.js';
import { transversalDesign } from './transversal-design.js';

/**
 * Rounds of `groupCount` groups of `size` in which no two points meet twice, where a construction is known
 * to this room; null where none was found, which does not mean that there is none.
 */
export function findDesign(
  groupCount: number,
  size: number,
  rounds: number,
  rng: Rng,
  shouldStop: () => boolean,
): RoundDesign | null {
  // a point meets size − 1 others a round
  if (groupCount < 1 || size < 1 || rounds * (size - 1) > groupCount * size - 1) return null;
  if (size === 1) return inOnes(groupCount, rounds);
  if (size === 2) return circleMethod(groupCount, rounds);
  const transversal = transversalDesign(groupCount, size, rounds);
  if (transversal?.groupOf.length === rounds) return transversal;
  return (
    (transversal && withinColumns(transversal, size, rounds, rng, shouldStop)) ??
    cyclic(groupCount, size, rounds, rng, shouldStop)
  );
}

function inOnes(groupCount: number, rounds: number): RoundDesign {
  const alone = Int32Array.from({ length: groupCount }, (_, p) => p);
  return { order: groupCount, groupCount, groupOf: Array.from({ length: rounds }, () => alone) };
}

/**
 * Further rounds inside the columns of a complete transversal design, whose points have not met: every
 * column plays the rounds of a smaller design.
 */
function withinColumns(
  transversal: RoundDesign,
  size: number,
  rounds: number,
  rng: Rng,
  shouldStop: () => boolean,
): RoundDesign | null {
  const { order, groupCount, groupOf } = transversal;
  const perColumn = groupCount / size;
  if (!Number.isInteger(perColumn) || groupOf.length < groupCount) return null;
  const inner = findDesign(perColumn, size, rounds - groupOf.length, rng, shouldStop);
  if (!inner) return null;
  const further = inner.groupOf.map((groups) =>
    Int32Array.from(
      { length: order },
      (_, p) => Math.floor(p / groupCount) * perColumn + groups[p % groupCount]!,
    ),
  );
  return { order, groupCount, groupOf: [...groupOf, ...further] };
}

/** More and more effort over the ways to turn, those with the fewest starters first. */
function cyclic(
  groupCount: number,
  size: number,
  rounds: number,
  rng: Rng,
  shouldStop: () => boolean,
): RoundDesign | null {
  const shapes: CyclicShape[] = [];
  for (let starters = 1; starters <= Math.min(mostStarters, rounds); starters++) {
    shapes.push({ groupCount, size, rounds, starters });
  }
  for (let pass = 0; pass < passes; pass++) {
    for (const shape of shapes) {
      if (shouldStop()) return null;
      const found = cyclicDesign(shape, rng, { tries: 2 << pass, nodesPerTry });
      if (found) return found;
    }
  }
  return null;
}

const mostStarters = 3;
const passes = 6;
const nodesPerTry = 20000;
