import type { Control, Progress } from '../engine/index.js';

/**
 * Ends the search for workshops after so many seconds, with the best found so far; what comes before and after it
 * takes the time it takes.
 *
 * @param now a clock in milliseconds
 */
export function searchClock(
  seconds: number,
  show: (progress: Progress) => void,
  now: () => number = () => performance.now(),
): Control {
  let end = Number.POSITIVE_INFINITY;
  return {
    shouldStop: () => now() >= end,
    remaining: () => (end === Number.POSITIVE_INFINITY ? 1 : Math.max(0, (end - now()) / (1000 * seconds))),
    onProgress: (progress) => {
      if (progress.stage !== 'workshop') end = Number.POSITIVE_INFINITY;
      else if (end === Number.POSITIVE_INFINITY) end = now() + 1000 * seconds;
      show(progress);
    },
  };
}
