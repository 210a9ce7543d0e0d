import type { Rng } from '../../engine/index.js';
import { EdgeDraws, type EdgeList } from './edge-list.js';

/**
 * A sparse graph with hubs, 3.6 edges a place on average: each new place ties itself to one or two earlier ones, chosen
 * by their degree (Barabási, Albert 1999, 10.1126/science.286.5439.509). A few ties weigh as much as a hundred others,
 * so that a hub which leaves for one of them may part those that it held together.
 */
export function hubRich(order: number, rng: Rng): EdgeList {
  const draws = new EdgeDraws();
  const ends: number[] = [0];
  for (let i = 1; i < order; i++) {
    const ties = rng.next() < 0.8 ? 2 : 1;
    for (let k = 0; k < ties; k++) {
      const j = ends[rng.integer(ends.length)]!;
      draws.add(i, j, Math.exp(4 * (rng.next() + rng.next() + rng.next() - 1.5)));
      ends.push(i, j);
    }
  }
  return draws.finish(`hub-rich ${order}`, order, rng);
}
