import { symmetricWeights } from '../every-grouping.js';

/** Weight 1 between neighbours on a ring. */
export const ring = (order: number): Float64Array =>
  symmetricWeights(order, (i, j) => ([1, order - 1].includes(i - j) ? 1 : 0));

const pairsOfFive = [0, 1, 2, 3, 4].flatMap((i) => [0, 1, 2, 3, 4].slice(0, i).map((j) => [i, j]));

/** Weight 1 between pairs of five that have none in common: ten vertices of degree 3, eigenvalues 3, 1 and −2. */
export const petersen = symmetricWeights(10, (i, j) =>
  pairsOfFive[i]?.some((one) => pairsOfFive[j]?.includes(one)) ? 0 : 1,
);
