import type { RoundDesign } from './round-design.js';

/**
 * Everyone with everyone else in twos, an even number of points, order − 1 rounds at most: one point stands
 * in the middle of a circle of the others and the figure turns by one place a round (Kirkman 1847; Anderson,
 * Combinatorial Designs and Tournaments, 1997). Returns the first `rounds` rounds, or null beyond them.
 */
export function circleMethod(groupCount: number, rounds: number): RoundDesign | null {
  const order = 2 * groupCount;
  const turning = order - 1;
  if (groupCount < 1 || rounds > turning) return null;
  const groupOf = Array.from({ length: rounds }, (_, r) => {
    const groups = new Int32Array(order);
    groups[order - 1] = 0;
    groups[r] = 0;
    for (let g = 1; g < groupCount; g++) {
      groups[(r + g) % turning] = g;
      groups[(r + turning - g) % turning] = g;
    }
    return groups;
  });
  return { order, groupCount, groupOf };
}
