/**
 * Times the consensus of 1,000 runs of Leiden with its co-association matrix on networks of 158 territories, each
 * tied to its 12 nearest profiles, beside 1,000 separate runs of `leiden` and nothing else; in CPU of this process.
 *
 *   npm run build && node dist/benchmarks/speed/consensus.js
 */
import { comparePartitions, consensus, createRng, graphFromEdges, leiden } from '../../engine/index.js';
import { milliseconds } from '../cpu-time.js';
import { territoryLike } from '../graphs/territory-like.js';
import { knnProfiles } from '../knn-profiles.js';
import { rounded } from '../ratios.js';
import { writeResult } from '../result-file.js';

const runs = 1000;
const rounds = 25;
const warmUp = 4;

const { order, sources, targets, weights } = territoryLike(158, createRng(2016).stream('territories 158'));
const cases = [
  { name: 'territory-like', graph: graphFromEdges(order, sources, targets, weights) },
  ...[0, 2, 4].map((regional) => ({
    name: `archetypes and noise, regional fields of strength ${regional}`,
    ...knnProfiles({ order: 158, regional, seed: 1 }),
  })),
];

const ours = cases.map((): number[] => []);
const separate = cases.map((): number[] => []);
let sink = 0;
// rounds go over all cases in turn, so that a slow moment of the machine touches each
for (let round = -warmUp; round < rounds; round++) {
  for (const [k, { graph }] of cases.entries()) {
    const seed = round + warmUp;
    const taken = milliseconds(() => {
      sink += consensus(graph, { runs, seed }).count;
    });
    const apart = milliseconds(() => {
      for (let run = 0; run < runs; run++) sink += leiden(graph, { seed: run }).count;
    });
    if (round < 0) continue;
    ours[k]?.push(taken);
    separate[k]?.push(apart);
  }
}

const figures = cases.map((known, k) => {
  const { count, membership, distinct, stability } = consensus(known.graph, { runs, seed: 3 });
  return {
    case: known.name,
    edges: known.graph.targets.length / 2,
    runs,
    cpuMs: spread(ours[k] ?? []),
    separateRunsCpuMs: spread(separate[k] ?? []),
    timesFaster: rounded(median(separate[k] ?? []) / median(ours[k] ?? [])),
    communities: count,
    distinctPartitions: distinct,
    stability: rounded(stability.overall, 3),
    ...('archetypes' in known && {
      nmiWithArchetypes: rounded(comparePartitions(membership, known.archetypes).nmi, 3),
    }),
  };
});
console.table(
  figures.map(({ cpuMs, separateRunsCpuMs, ...rest }) => ({
    ...rest,
    min: cpuMs.min,
    median: cpuMs.median,
    separately: separateRunsCpuMs.median,
  })),
);
const large = compareLarge();
console.table([large]);
if (sink < 0) console.log(sink);
writeResult('consensus', { rounds, consensus: figures, comparePartitions: large });

/** NMI, AMI, ARI and VI of two partitions of 35,000 places into some hundreds of communities of uneven sizes. */
function compareLarge() {
  const rng = createRng(1);
  const uneven = (most: number) =>
    Uint32Array.from({ length: 35_000 }, () => Math.floor(most * rng.next() * rng.next()));
  const [a, b] = [uneven(300), uneven(400)];
  const taken = Array.from({ length: 15 }, () =>
    milliseconds(() => {
      sink += comparePartitions(a, b).ami;
    }),
  );
  return { places: 35_000, cpuMs: spread(taken) };
}

function spread(values: readonly number[]) {
  return {
    min: rounded(Math.min(...values)),
    median: rounded(median(values)),
    max: rounded(Math.max(...values)),
  };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
