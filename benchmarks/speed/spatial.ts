/**
 * What the spatial null costs: CPU of building it and of Leiden with it, over plain Leiden (2 iterations each), on
 * networks of likeness of territories that were made up; and how much memory its arrays take.
 *
 *   npx tsc && node dist/benchmarks/speed/spatial.js
 */
import { comparePartitions, createRng, leiden, spatialNull, type WeightedGraph } from '../../engine/index.js';
import { territoryNetwork } from '../quality/spatial-nearest.js';
import { madeTerritories } from '../quality/spatial-territories.js';
import { writeResult } from '../result-file.js';

const sizes = [
  { order: 158, rounds: 21 },
  { order: 1200, rounds: 9 },
  { order: 5000, rounds: 7 },
  { order: 35000, rounds: 5 },
];
const forms = ['binned', 'fitted'] as const;

const rows = sizes.map(({ order, rounds }) => measure(order, rounds));
console.table(rows);
writeResult('spatial-speed', {
  what: 'median CPU in ms of interleaved rounds; ratio = (null + Leiden with it) / plain Leiden; 12 nearest by Jaccard',
  rows,
});

function measure(order: number, rounds: number) {
  const rng = createRng(order);
  const made = madeTerritories(order, 2, 'addedUp', rng);
  const graph = territoryNetwork(made, 12, rng);
  const before = arraysMb();
  const first = spatialNull(graph, made.positions);
  const found = leiden(graph, { nullModel: first });
  // garbage included: at most what it takes
  const arrayGrowthMb = Math.round(arraysMb() - before);
  const times = {
    plain: [] as number[],
    binnedNull: [] as number[],
    fittedNull: [] as number[],
    binned: [] as number[],
    fitted: [] as number[],
  };
  for (let round = 0; round <= rounds; round++) {
    const seed = round + 1;
    const plain = cpuMs(() => leiden(graph, { seed }));
    for (const deterrence of forms) {
      const built = cpuMs(() => spatialNull(graph, made.positions, { deterrence }));
      const run = cpuMs(() => leiden(graph, { seed, nullModel: built.value }));
      if (round === 0) continue;
      times[`${deterrence}Null`].push(built.ms);
      times[deterrence].push(run.ms);
    }
    if (round > 0) times.plain.push(plain.ms);
  }
  const plain = median(times.plain);
  const binned = median(times.binnedNull) + median(times.binned);
  const fitted = median(times.fittedNull) + median(times.fitted);
  return {
    order,
    edges: edgeCount(graph),
    cells: first.cellCount,
    plain: tenths(plain),
    nullBinned: tenths(median(times.binnedNull)),
    leidenBinned: tenths(median(times.binned)),
    ratioBinned: hundredths(binned / plain),
    ratioFitted: hundredths(fitted / plain),
    arrayGrowthMb,
    squareMb: Math.round((8 * order * order) / 1e6),
    archetypePlain: hundredths(comparePartitions(leiden(graph).membership, made.archetype).nmi),
    archetypeSpatial: hundredths(comparePartitions(found.membership, made.archetype).nmi),
  };
}

function cpuMs<T>(work: () => T): { value: T; ms: number } {
  const before = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(before);
  return { value, ms: (user + system) / 1000 };
}

function arraysMb(): number {
  return process.memoryUsage().arrayBuffers / 1e6;
}

function edgeCount({ offsets }: WeightedGraph): number {
  return offsets.at(-1)! / 2;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

function tenths(value: number): number {
  return Math.round(10 * value) / 10;
}

function hundredths(value: number): number {
  return Math.round(100 * value) / 100;
}
