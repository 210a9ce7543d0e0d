import type { Rng } from '../../engine/index.js';
import { EdgeDraws, type EdgeList } from './edge-list.js';

/**
 * A planted partition: communities of about equal size, a number of edges drawn at random, a share of them between
 * two places of any community, the others inside one.
 */
export function plantedPartition(
  {
    order,
    communities,
    edges,
    mixing,
  }: { order: number; communities: number; edges: number; mixing: number },
  rng: Rng,
): EdgeList {
  const draws = new EdgeDraws();
  const width = Math.ceil(order / communities);
  for (let e = 0; e < edges; e++) {
    const i = rng.integer(order);
    if (rng.next() < mixing) {
      draws.add(i, rng.integer(order));
      continue;
    }
    const first = Math.floor(i / width) * width;
    draws.add(i, first + rng.integer(Math.min(width, order - first)));
  }
  return draws.finish(`planted ${order}`, order, rng);
}
