/** The least step in 1..furthest that holds, by bisection (a step that holds makes every longer one hold); 0 if none. */
export function leastStep(furthest: number, holds: (step: number) => boolean): number {
  if (furthest < 1) return 0;
  // mostly the first step is enough
  if (holds(1)) return 1;
  if (furthest === 1 || !holds(furthest)) return 0;
  let low = 2;
  let high = furthest;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
