import type { Rng } from '../../random/rng.js';
import { circleMethod } from './circle-method.js';
import { type CyclicShape, cyclicDesign } from './cyclic-design.js';
import type { RoundDesign } from './round-design.js';
import { transversalDesign } from './transversal-design.js';

/**
 * Rounds of `groupCount` groups of `size` in which no two points meet twice: as many of the `rounds` asked for
 * as a construction known to this room gives, none (null) where none was found, which does not mean that there
 * is none. Exact constructions come first, then the search for cyclic ones.
 */
export function findDesign(
  groupCount: number,
  size: number,
  rounds: number,
  rng: Rng,
  shouldStop: () => boolean,
): RoundDesign | null {
  if (groupCount < 1 || size < 1 || rounds < 1) return null;
  if (size === 1) return inOnes(groupCount, rounds);
  // a point meets size − 1 others a round
  const most = Math.min(rounds, Math.floor((groupCount * size - 1) / (size - 1)));
  if (size === 2) return circleMethod(groupCount, most);
  const columns = transversalDesign(groupCount, size, most);
  const transversal = columns && withinColumns(columns, size, most, rng, shouldStop);
  const exact = transversal?.groupOf.length ?? 1;
  for (let wanted = most; wanted > exact; wanted--) {
    const found = cyclic(groupCount, size, wanted, rng, wanted === most ? passes : fewPasses, shouldStop);
    if (found) return found;
  }
  return transversal;
}

function inOnes(groupCount: number, rounds: number): RoundDesign {
  const alone = Int32Array.from({ length: groupCount }, (_, p) => p);
  return { order: groupCount, groupCount, groupOf: Array.from({ length: rounds }, () => alone) };
}

/**
 * The same design with further rounds inside its columns, when it is complete: their points have not met, so
 * that every column plays the rounds of a smaller design.
 */
function withinColumns(
  transversal: RoundDesign,
  size: number,
  rounds: number,
  rng: Rng,
  shouldStop: () => boolean,
): RoundDesign {
  const { order, groupCount, groupOf } = transversal;
  const perColumn = groupCount / size;
  const missing = rounds - groupOf.length;
  if (missing === 0 || !Number.isInteger(perColumn) || groupOf.length < groupCount) return transversal;
  const inner = findDesign(perColumn, size, missing, rng, shouldStop);
  if (!inner) return transversal;
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
  effort: number,
  shouldStop: () => boolean,
): RoundDesign | null {
  const shapes: CyclicShape[] = [];
  for (let starters = 1; starters <= Math.min(mostStarters, rounds); starters++) {
    shapes.push({ groupCount, size, rounds, starters });
  }
  for (let pass = 0; pass < effort; pass++) {
    for (const shape of shapes) {
      if (shouldStop()) return null;
      const found = cyclicDesign(shape, rng, { tries: 2 << pass, nodesPerTry });
      if (found) return found;
    }
  }
  return null;
}

const mostStarters = 3;
/** tries double from pass to pass: 126 of each shape for the rounds asked for, 6 for fewer */
const passes = 6;
const fewPasses = 2;
const nodesPerTry = 20000;
