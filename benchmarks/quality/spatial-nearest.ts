import { graphFromEdges, type Matrix, type Rng, type WeightedGraph } from '../../engine/index.js';
import type { MadeTerritories } from './spatial-territories.js';

/** Likeness of two rows of a matrix; what is not above 0 makes no edge. */
type LikenessOf = (profiles: Matrix, i: number, j: number) => number;

/** Network of likeness: weighted Jaccard if not told otherwise, an edge where either of two is among the other's nearest. */
export function likenessNetwork(
  profiles: Matrix,
  neighbours: number,
  likenessOf: LikenessOf = jaccard,
): WeightedGraph {
  const { rows } = profiles;
  const everybody = Array.from({ length: rows }, (_, i) => i);
  return nearestNetwork(profiles, neighbours, () => everybody, likenessOf);
}

/**
 * The same for territories that were made up: everybody is compared up to 1,500; beyond, each with those around
 * and 63 drawn from its archetype.
 */
export function territoryNetwork(made: MadeTerritories, neighbours: number, rng: Rng): WeightedGraph {
  return nearestNetwork(made.profiles, neighbours, candidatesAmong(made, rng), jaccard);
}

function nearestNetwork(
  profiles: Matrix,
  neighbours: number,
  candidates: (i: number) => readonly number[],
  likenessOf: LikenessOf,
): WeightedGraph {
  const sources: number[] = [];
  const targets: number[] = [];
  const weights: number[] = [];
  const kept = new Set<number>();
  for (let i = 0; i < profiles.rows; i++) {
    const alike: { readonly j: number; readonly likeness: number }[] = [];
    for (const j of new Set(candidates(i))) {
      const likeness = j === i ? 0 : likenessOf(profiles, i, j);
      if (likeness > 0) alike.push({ j, likeness });
    }
    alike.sort((a, b) => b.likeness - a.likeness || a.j - b.j);
    for (const { j, likeness } of alike.slice(0, neighbours)) {
      const pair = Math.min(i, j) * profiles.rows + Math.max(i, j);
      if (kept.has(pair)) continue;
      kept.add(pair);
      sources.push(i);
      targets.push(j);
      weights.push(likeness);
    }
  }
  return graphFromEdges(
    profiles.rows,
    Uint32Array.from(sources),
    Uint32Array.from(targets),
    Float64Array.from(weights),
  );
}

function jaccard({ columns, values }: Matrix, i: number, j: number): number {
  let shared = 0;
  let covered = 0;
  for (let p = 0; p < columns; p++) {
    const a = values[i * columns + p]!;
    const b = values[j * columns + p]!;
    shared += Math.min(a, b);
    covered += Math.max(a, b);
  }
  return covered > 0 ? shared / covered : 0;
}

function candidatesAmong(made: MadeTerritories, rng: Rng): (i: number) => readonly number[] {
  const { lat, lon } = made.positions;
  const order = lat.length;
  const everybody = Array.from({ length: order }, (_, i) => i);
  if (order <= 1500) return () => everybody;
  const side = Math.floor(Math.sqrt(order / 7));
  const rows = strips(lat, side);
  const columns = strips(lon, side);
  const blocks: number[][] = Array.from({ length: side * side }, () => []);
  const kin: number[][] = Array.from({ length: 8 }, () => []);
  for (const i of everybody) {
    blocks[rows[i]! * side + columns[i]!]!.push(i);
    kin[made.archetype[i]!]!.push(i);
  }
  return (i) => {
    const found: number[] = [];
    for (let row = Math.max(0, rows[i]! - 1); row <= Math.min(side - 1, rows[i]! + 1); row++) {
      for (
        let column = Math.max(0, columns[i]! - 1);
        column <= Math.min(side - 1, columns[i]! + 1);
        column++
      ) {
        found.push(...blocks[row * side + column]!);
      }
    }
    const own = kin[made.archetype[i]!]!;
    for (let k = 0; k < 63; k++) found.push(own[rng.integer(own.length)]!);
    return found;
  };
}

/** Which of `side` equal strips each value is in. */
function strips(values: Float64Array, side: number): number[] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return Array.from(values, (value) => Math.min(side - 1, Math.floor((side * (value - low)) / (high - low))));
}
