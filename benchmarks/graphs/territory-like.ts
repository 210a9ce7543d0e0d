import type { Rng } from '../../engine/index.js';
import { EdgeDraws, type EdgeList } from './edge-list.js';

const problems = 60;
const kept = 12;

/**
 * The affinity network of an assembly that was made up: territories anywhere in a square, one of eight archetypes
 * whatever the place, problems that the archetype brings, problems that the region brings (smooth fields), some
 * noise; each keeps its 12 most alike by weighted Jaccard.
 *
 * Up to 1 500 territories everybody is compared; beyond, each with those around it and as many drawn from its
 * archetype.
 */
export function territoryLike(order: number, rng: Rng): EdgeList {
  const x = Float64Array.from({ length: order }, () => rng.next());
  const y = Float64Array.from({ length: order }, () => rng.next());
  const archetype = Uint32Array.from({ length: order }, () => rng.integer(8));
  const profiles = drawProfiles(x, y, archetype, rng);
  const near = order > 1500 ? drawnCandidates(x, y, archetype, rng) : null;
  const everybody = Array.from({ length: order }, (_, i) => i);
  const draws = new EdgeDraws();
  for (let i = 0; i < order; i++) {
    const candidates = near ? near(i) : everybody;
    const alike: [number, number][] = [];
    for (const j of new Set(candidates)) if (j !== i) alike.push([jaccard(profiles, i, j), j]);
    alike.sort((a, b) => b[0] - a[0] || a[1] - b[1]);
    for (const [weight, j] of alike.slice(0, kept)) if (weight > 0) draws.add(i, j, weight);
  }
  return draws.finish(`territories ${order}`, order, rng);
}

function drawProfiles(x: Float64Array, y: Float64Array, archetype: Uint32Array, rng: Rng): Float64Array {
  const order = x.length;
  const taste = Float64Array.from({ length: 8 * problems }, () => (rng.next() < 0.2 ? 1 : 0.04));
  const waves = Array.from({ length: problems }, () => [6 * rng.next(), 6 * rng.next(), 6 * rng.next()]);
  const profiles = new Float64Array(order * problems);
  for (let i = 0; i < order; i++) {
    waves.forEach(([across = 0, up = 0, phase = 0], p) => {
      const field = Math.max(0, Math.sin(across * x[i]! + up * y[i]! + phase) - 0.5);
      const chance = taste[archetype[i]! * problems + p]! * 0.6 + field * 0.5;
      if (rng.next() < chance) profiles[i * problems + p] = 0.2 + 0.8 * rng.next();
    });
  }
  return profiles;
}

function jaccard(profiles: Float64Array, i: number, j: number): number {
  let shared = 0;
  let all = 0;
  for (let p = 0; p < problems; p++) {
    const a = profiles[i * problems + p]!;
    const b = profiles[j * problems + p]!;
    shared += Math.min(a, b);
    all += Math.max(a, b);
  }
  return all > 0 ? shared / all : 0;
}

function drawnCandidates(
  x: Float64Array,
  y: Float64Array,
  archetype: Uint32Array,
  rng: Rng,
): (i: number) => number[] {
  const order = x.length;
  const side = Math.max(3, Math.floor(Math.sqrt(order / 7)));
  const cells: number[][] = Array.from({ length: side * side }, () => []);
  const kin: number[][] = Array.from({ length: 8 }, () => []);
  const columnOf = (i: number) => Math.min(side - 1, Math.floor(x[i]! * side));
  const rowOf = (i: number) => Math.min(side - 1, Math.floor(y[i]! * side));
  for (let i = 0; i < order; i++) {
    cells[rowOf(i) * side + columnOf(i)]!.push(i);
    kin[archetype[i]!]!.push(i);
  }
  return (i) => {
    const found: number[] = [];
    for (let row = Math.max(0, rowOf(i) - 1); row <= Math.min(side - 1, rowOf(i) + 1); row++) {
      for (let column = Math.max(0, columnOf(i) - 1); column <= Math.min(side - 1, columnOf(i) + 1); column++)
        found.push(...cells[row * side + column]!);
    }
    const own = kin[archetype[i]!]!;
    for (let k = 0; k < 63; k++) found.push(own[rng.integer(own.length)]!);
    return found;
  };
}
