/**
 * Times the consensus of 1,000 runs of Leiden with its co-association matrix on a network of 158 territories, each
 * tied to its 12 nearest profiles, in CPU of this process.
 *
 *   npm run build && node dist/benchmarks/speed/consensus.js
 */
import { comparePartitions, consensus } from '../../engine/index.js';
import { knnProfiles } from '../knn-profiles.js';
import { writeResult } from '../result-file.js';

const runs = 1000;
const rounds = 15;

const cases = [
  { name: '158 territories, regional fields of strength 0', regional: 0 },
  { name: '158 territories, regional fields of strength 2', regional: 2 },
  { name: '158 territories, regional fields of strength 4', regional: 4 },
].map(({ name, regional }) => ({ name, regional, network: knnProfiles({ order: 158, regional, seed: 1 }) }));

const milliseconds = cases.map((): number[] => []);
let sink = 0;
// rounds go over all cases in turn, so that a slow moment of the machine touches each
for (let round = -2; round < rounds; round++) {
  for (const [k, { network }] of cases.entries()) {
    const before = process.cpuUsage();
    sink += consensus(network.graph, { runs, seed: round + 3 }).count;
    const { user, system } = process.cpuUsage(before);
    if (round >= 0) milliseconds[k]?.push((user + system) / 1000);
  }
}

const figures = cases.map(({ name, network }, k) => {
  const sorted = [...(milliseconds[k] ?? [])].sort((a, b) => a - b);
  const { membership, count, distinct, stability } = consensus(network.graph, { runs, seed: 3 });
  const rounded = (value: number, digits = 1): number => Number(value.toFixed(digits));
  return {
    case: name,
    edges: network.graph.targets.length / 2,
    runs,
    cpuMs: {
      min: rounded(sorted[0] ?? Number.NaN),
      median: rounded(sorted[sorted.length >> 1] ?? Number.NaN),
      max: rounded(sorted.at(-1) ?? Number.NaN),
    },
    communities: count,
    distinctPartitions: distinct,
    stability: rounded(stability.overall, 3),
    nmiWithArchetypes: rounded(comparePartitions(membership, network.archetypes).nmi, 3),
  };
});
console.table(
  figures.map(({ cpuMs, ...rest }) => ({ ...rest, min: cpuMs.min, median: cpuMs.median, max: cpuMs.max })),
);
if (sink < 0) console.log(sink);
writeResult('consensus', figures);
