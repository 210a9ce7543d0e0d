import type { Rng } from '../../engine/index.js';
import { EdgeDraws, type EdgeList } from './edge-list.js';

/**
 * In the manner of Lancichinetti, Fortunato, Radicchi (2008, 10.1103/PhysRevE.78.046110): degrees follow a power law
 * of exponent 2.5, community sizes one of 1.5, and each place has a share `mixing` of its edges outside. Ends are
 * joined at random; what would be a loop or a second edge is left out, so degrees fall a little short.
 */
export function lfrLike(
  { order, meanDegree, mixing }: { order: number; meanDegree: number; mixing: number },
  rng: Rng,
): EdgeList {
  const draws = new EdgeDraws();
  const outside: number[] = [];
  // the mean of a power law of exponent 2.5 is three times its least value
  const least = Math.max(1, meanDegree / 2.6);
  const most = Math.min(order / 10, 20 * meanDegree);
  for (let first = 0; first < order; ) {
    const size = Math.min(order - first, Math.round(powerLaw(1.5, 2 * least + 10, order / 20 + 40, rng)));
    const inside: number[] = [];
    for (let i = first; i < first + size; i++) {
      const degree = powerLaw(2.5, least, most, rng);
      const inner = Math.min(size - 1, Math.round((1 - mixing) * degree + rng.next() - 0.5));
      for (let k = 0; k < inner; k++) inside.push(i);
      for (let k = inner; k < degree; k++) outside.push(i);
    }
    joinEnds(inside, draws, rng);
    first += size;
  }
  joinEnds(outside, draws, rng);
  return draws.finish(`LFR-like ${order}`, order, rng);
}

function powerLaw(exponent: number, least: number, most: number, rng: Rng): number {
  const power = 1 - exponent;
  const low = least ** power;
  return (low + rng.next() * (most ** power - low)) ** (1 / power);
}

function joinEnds(ends: number[], draws: EdgeDraws, rng: Rng): void {
  for (let last = ends.length - 1; last > 0; last--) {
    const pick = rng.integer(last + 1);
    const held = ends[last]!;
    ends[last] = ends[pick]!;
    ends[pick] = held;
  }
  for (let k = 0; k + 1 < ends.length; k += 2) draws.add(ends[k]!, ends[k + 1]!);
}
