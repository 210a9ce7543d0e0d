/**
 * What tells shared concerns from being neighbours: plain modularity, each spatial null, and residual profiles, on
 * networks whose communities are known (Expert et al. 2011, Cerina et al. 2012, territories that were made up).
 *
 *   npx tsc && node dist/benchmarks/quality/spatial.js
 */
import {
  comparePartitions,
  createRng,
  leiden,
  residualProfiles,
  type SpatialNullOptions,
  spatialCommunities,
  spatialNull,
  type WeightedGraph,
} from '../../engine/index.js';
import { writeResult } from '../result-file.js';
import { expertNetwork, type SpatialNetwork } from './spatial-expert.js';
import { likeliestSides } from './spatial-expert-oracle.js';
import { likenessNetwork } from './spatial-nearest.js';
import { beyondKnownFields, learntClasses, likeliestArchetypes } from './spatial-oracle.js';
import { kmPerUnit } from './spatial-plane.js';
import { declaredOrNot, leadingComponents, signedCosine, signedResiduals } from './spatial-signed.js';
import { type declaringWays, madeTerritories } from './spatial-territories.js';
import { twoTowns } from './spatial-two-towns.js';

const nulls: Readonly<Record<string, SpatialNullOptions | null>> = {
  plain: null,
  gravityBinned: { constrained: false },
  gravityFitted: { constrained: false, deterrence: 'fitted' },
  constrainedBinned: {},
  constrainedFitted: { deterrence: 'fitted' },
};
const leidenSeeds = [1, 2, 3, 4];

const inverse = (d: number): number => 1 / d;
const inverseSquare = (d: number): number => d ** -2;
const exponential = (d: number): number => Math.exp(-d / 20);
const mixed = (d: number): number => d ** -2 + 0.02 * Math.exp(-d / 30);
const expertCases = [
  { name: 'γ = 1, ρ = 100', deterrence: inverse, density: 100, between: [0.5, 0.7, 0.9] },
  { name: 'γ = 1, ρ = 1', deterrence: inverse, density: 1, between: [0.3, 0.5] },
  { name: 'γ = 2, ρ = 100', deterrence: inverseSquare, density: 100, between: [0.2, 0.4, 0.6, 0.8] },
  { name: 'exp(−d/20), ρ = 100', deterrence: exponential, density: 100, between: [0.4, 0.8] },
  { name: 'd⁻² + 0.02 exp(−d/30), ρ = 100', deterrence: mixed, density: 100, between: [0.4, 0.8] },
];

// 10: the towns touch; 20: hardly anybody of one lives near the other, and distance alone tells the towns apart
const townsApart = [10, 20];
const flips = [0, 0.1, 0.25, 0.5];
const betas = [0.1, 0.25, 0.5, 1];

const figures = {
  expert: expertTable(20),
  twoTowns: twoTownsTable(20),
  territories: territoriesTable('addedUp', 10),
  territoriesByLot: territoriesTable('byLot', 10),
};
writeResult('spatial', {
  method:
    'mean NMI with the truth; Leiden, best of 5 seeds; withCommunities: deterrence and communities fitted together (spatialCommunities)',
  kmPerUnit,
  ...figures,
});

function expertTable(networks: number) {
  const rows = expertCases.flatMap(({ name, deterrence, density, between }) =>
    between.map((lambda) => ({
      network: name,
      lambda,
      ...meanNmi(
        networks,
        (seed) => expertNetwork(density, lambda, deterrence, createRng(seed)),
        (network) => likeliestSides(network, lambda, deterrence),
      ),
    })),
  );
  console.log(`\nExpert et al. 2011, ${networks} networks`);
  console.table(rows);
  return rows;
}

function twoTownsTable(networks: number) {
  const rows = townsApart.flatMap((apart) =>
    flips.flatMap((flip) =>
      betas.map((beta) => ({
        apart,
        flip,
        beta,
        ...meanNmi(networks, (seed) => twoTowns(apart, beta, flip, createRng(seed))),
      })),
    ),
  );
  console.log(`\nTwo towns (Cerina et al. 2012), ${networks} networks`);
  console.table(rows);
  return rows;
}

/** NMI with the truth under each null, and for `whoKnows` how the network was made, if anybody does. */
function meanNmi(
  networks: number,
  make: (seed: number) => SpatialNetwork,
  whoKnows?: (network: SpatialNetwork) => Uint32Array,
): Record<string, number> {
  const sums = new Map<string, number>();
  for (let seed = 1; seed <= networks; seed++) {
    const network = make(seed);
    const { graph, positions, truth } = network;
    for (const [name, options] of Object.entries(nulls)) {
      const nullModel = options ? spatialNull(graph, positions, options) : undefined;
      const { nmi } = comparePartitions(bestOf(graph, nullModel), truth);
      sums.set(name, (sums.get(name) ?? 0) + nmi);
    }
    const joint = spatialCommunities(graph, positions, { iterations: Number.POSITIVE_INFINITY });
    const { nmi } = comparePartitions(joint.membership, truth);
    sums.set('withCommunities', (sums.get('withCommunities') ?? 0) + nmi);
    if (!whoKnows) continue;
    const known = comparePartitions(whoKnows(network), truth).nmi;
    sums.set('whoeverKnowsDeterrence', (sums.get('whoeverKnowsDeterrence') ?? 0) + known);
  }
  return Object.fromEntries([...sums].map(([name, sum]) => [name, thousandths(sum / networks)]));
}

function bestOf(graph: WeightedGraph, nullModel?: ReturnType<typeof spatialNull>): Uint32Array {
  let best = leiden(graph, {
    seed: 0,
    iterations: Number.POSITIVE_INFINITY,
    ...(nullModel && { nullModel }),
  });
  for (const seed of leidenSeeds) {
    const found = leiden(graph, {
      seed,
      iterations: Number.POSITIVE_INFINITY,
      ...(nullModel && { nullModel }),
    });
    if (found.quality > best.quality) best = found;
  }
  return best.membership;
}

/** Archetypes found again, and regions found instead, by every way to take geography out. */
function territoriesTable(way: keyof typeof declaringWays, seeds: number) {
  const rows = [0, 2, 4].flatMap((regional) => {
    const found = new Map<
      string,
      { archetype: number; region: number; communities: number; bandwidthKm: number }
    >();
    for (let seed = 1; seed <= seeds; seed++) {
      const made = madeTerritories(158, regional, way, createRng(seed));
      const note = (name: string, membership: Uint32Array, bandwidthKm = 0): void => {
        const sums = found.get(name) ?? { archetype: 0, region: 0, communities: 0, bandwidthKm: 0 };
        sums.archetype += comparePartitions(membership, made.archetype).nmi / seeds;
        sums.region += comparePartitions(membership, made.region).nmi / seeds;
        sums.communities += new Set(membership).size / seeds;
        sums.bandwidthKm += bandwidthKm / seeds;
        found.set(name, sums);
      };
      const graph = likenessNetwork(made.profiles, 12);
      for (const [name, options] of Object.entries(nulls)) {
        note(name, bestOf(graph, options ? spatialNull(graph, made.positions, options) : undefined));
      }
      note('withCommunities', spatialCommunities(graph, made.positions).membership);
      for (const strength of [0.5, 1]) {
        const residual = residualProfiles(made.profiles, made.positions, { strength });
        note(
          `residual profiles, δ = ${strength}`,
          bestOf(likenessNetwork(residual.features, 12)),
          residual.bandwidthKm,
        );
      }
      for (const strength of [0.5, 1]) {
        const signed = signedResiduals(made.profiles, made.positions, strength);
        note(`signed residuals, δ = ${strength}`, bestOf(likenessNetwork(signed, 12, signedCosine)));
      }
      if (way === 'byLot') {
        const signed = signedResiduals(declaredOrNot(made.profiles), made.positions);
        note('declared or not, signed', bestOf(likenessNetwork(signed, 12, signedCosine)));
        note(
          'declared or not, signed, 8 components',
          bestOf(likenessNetwork(leadingComponents(signed, 8), 12, signedCosine)),
        );
        note('whoever knows fields', bestOf(likenessNetwork(beyondKnownFields(made), 12, signedCosine)));
        note('whoever knows fields and learns classes from the archetypes', learntClasses(made));
        note('whoever knows fields and archetypes', likeliestArchetypes(made));
      }
      note('chance', made.region);
    }
    return [...found].map(([method, sums]) => ({
      regional,
      method,
      archetype: thousandths(sums.archetype),
      region: thousandths(sums.region),
      communities: Math.round(10 * sums.communities) / 10,
      bandwidthKm: Math.round(sums.bandwidthKm),
    }));
  });
  console.log(`\nTerritories (158, 8 archetypes, 9 regions, needs ${way}), ${seeds} seeds`);
  console.table(rows);
  return rows;
}

function thousandths(value: number): number {
  return Math.round(1000 * value) / 1000;
}
