import type { Likeness } from './likeness.js';

/** Cosine of the angle of two profiles, Σxy / √(Σx² Σy²) (Salton, Wong, Yang 1975, 10.1145/361219.361220). */
export const cosine: Likeness = {
  common: (x, y) => x * y,
  measure: (x) => x * x,
  compare: (commonTotal, size, otherSize) => commonTotal / (Math.sqrt(size) * Math.sqrt(otherSize)),
};
