import type { Rng } from '../../engine/index.js';
import { EdgeDraws, type EdgeList } from './edge-list.js';

/**
 * A sparse graph with hubs: each new place ties itself to one or two earlier ones, chosen by their degree
 * (Barabási, Albert 1999, 10.1126/science.286.5439.509) three times out of four, at random otherwise.
 */
export function hubRich(order: number, rng: Rng): EdgeList {
  const draws = new EdgeDraws();
  const ends: number[] = [0];
  for (let i = 1; i < order; i++) {
    const ties = rng.next() < 0.4 ? 2 : 1;
    for (let k = 0; k < ties; k++) {
      const j = rng.next() < 0.75 ? ends[rng.integer(ends.length)]! : rng.integer(i);
      draws.add(i, j, 0.25 + rng.next());
      ends.push(i, j);
    }
  }
  return draws.finish(`hub-rich ${order}`, order, rng);
}
