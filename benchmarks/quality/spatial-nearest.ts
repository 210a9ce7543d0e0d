import { graphFromEdges, type Matrix, type WeightedGraph } from '../../engine/index.js';

/** Network of likeness: weighted Jaccard, an edge where either of two is among the other's nearest. */
export function likenessNetwork(profiles: Matrix, neighbours: number): WeightedGraph {
  const { rows } = profiles;
  const everybody = Array.from({ length: rows }, (_, i) => i);
  return nearestNetwork(profiles, neighbours, () => everybody);
}

/** The same, each compared with the candidates given only. */
export function nearestNetwork(
  profiles: Matrix,
  neighbours: number,
  candidates: (i: number) => readonly number[],
): WeightedGraph {
  const sources: number[] = [];
  const targets: number[] = [];
  const weights: number[] = [];
  const kept = new Set<number>();
  for (let i = 0; i < profiles.rows; i++) {
    const alike: { readonly j: number; readonly likeness: number }[] = [];
    for (const j of new Set(candidates(i))) {
      const likeness = j === i ? 0 : jaccard(profiles, i, j);
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
