import type { Likeness } from './likeness.js';

/** Weighted Jaccard, Σ min(x, y) / Σ max(x, y) (Ružička 1958): what two profiles share over what they cover. */
export const weightedJaccard: Likeness = {
  common: (x, y) => Math.min(x, y),
  measure: (x) => x,
  compare: (commonTotal, size, otherSize) => commonTotal / (size + otherSize - commonTotal),
};
