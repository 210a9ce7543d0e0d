import { createRng } from '../../engine/index.js';
import type { EdgeList } from './edge-list.js';
import { lfrLike } from './lfr-like.js';
import { plantedPartition } from './planted-partition.js';
import { territoryLike } from './territory-like.js';

const rng = createRng(2016);

/** The graphs that communities are timed and judged on, made one at a time, the same on every machine. */
export const benchmarkGraphs: readonly (() => EdgeList)[] = [
  ...[158, 1200, 5000, 35000, 100000].map(
    (order) => () => territoryLike(order, rng.stream(`territories ${order}`)),
  ),
  ...[1200, 5000, 35000, 100000].map(
    (order) => () => lfrLike({ order, meanDegree: 20, mixing: 0.35 }, rng.stream(`lfr ${order}`)),
  ),
  ...[1200, 5000, 35000, 100000].map(
    (order) => () =>
      plantedPartition(
        { order, communities: Math.round(Math.sqrt(order) / 1.5), edges: 10 * order, mixing: 0.4 },
        rng.stream(`planted ${order}`),
      ),
  ),
];

/** 35,000 places and 0.9 M edges, 100,000 and 1 M: from arrays of edges to communities, the whole way. */
export const wholeWayGraphs: readonly (() => EdgeList)[] = [
  () => lfrLike({ order: 35000, meanDegree: 54, mixing: 0.35 }, rng.stream('lfr dense')),
  () => territoryLike(100000, rng.stream('territories 100000')),
];
