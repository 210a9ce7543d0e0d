/**
 * What gathering places in cells costs the spatial null: 2,000 territories against the exact null, 35,000 against
 * 3,000 cells. Communities found with few cells are judged under the reference.
 *
 *   npx tsc && node dist/benchmarks/quality/spatial-cells.js
 */
import { comparePartitions, createRng, leiden, spatialNull, type WeightedGraph } from '../../engine/index.js';
import { writeResult } from '../result-file.js';
import { territoryNetwork } from './spatial-nearest.js';
import { madeTerritories } from './spatial-territories.js';

const seeds = [1, 2, 3];
const rows = [...compare(2000, 2000, [48, 96, 144, 288, 768]), ...compare(35000, 3000, [96, 144, 288, 768])];
console.table(rows);
writeResult('spatial-cells', {
  what: 'qualityLost: reference quality of the communities found under the reference − of those found with cells; errors: Σ P inside, cells − reference, as a part of Σ A',
  rows,
});

function compare(order: number, referenceCells: number, cellCounts: readonly number[]) {
  const rng = createRng(order);
  const made = madeTerritories(order, 2, 'addedUp', rng);
  const graph = territoryNetwork(made, 12, rng);
  const total = graph.weights.reduce((sum, weight) => sum + weight, 0);
  const reference = spatialNull(graph, made.positions, { cells: referenceCells });
  const judge = (membership: Uint32Array): number =>
    (weightInside(graph, membership) - reference.expectedInside(membership)) / total;
  const best = meanOver((seed) => judge(leiden(graph, { seed, nullModel: reference }).membership));
  return cellCounts.map((cells) => {
    const nullModel = spatialNull(graph, made.positions, { cells });
    const found = seeds.map((seed) => leiden(graph, { seed, nullModel }).membership);
    const error = (membership: Uint32Array): number =>
      rounded((nullModel.expectedInside(membership) - reference.expectedInside(membership)) / total);
    return {
      order,
      referenceCells,
      cells,
      qualityLost: rounded(best - mean(found.map(judge))),
      archetypeNmi: rounded(mean(found.map((one) => comparePartitions(one, made.archetype).nmi))),
      errorOfFound: error(found[0] ?? made.archetype),
      errorOfArchetypes: error(made.archetype),
      errorOfRegions: error(made.region),
    };
  });
}

function weightInside({ order, offsets, targets, weights }: WeightedGraph, membership: Uint32Array): number {
  let inside = 0;
  for (let i = 0; i < order; i++) {
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) {
      if (membership[targets[at]!] === membership[i]) inside += weights[at]!;
    }
  }
  return inside;
}

function meanOver(value: (seed: number) => number): number {
  return mean(seeds.map(value));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function rounded(value: number): number {
  return Math.round(1e5 * value) / 1e5;
}
