/**
 * What an exact matching costs, in CPU of this process: complete graphs with random weights, and graphs of the
 * nearest neighbours of random points, the closer the heavier or at random. The peer, edmonds-blossom-fixed, is
 * run on the smaller ones, in turn with ours.
 *
 *   npm run build && node dist/benchmarks/speed/matching.js
 */
import { createRequire } from 'node:module';
import { createRng, maximumWeightBMatching, maximumWeightMatching } from '../../engine/index.js';
import { milliseconds } from '../cpu-time.js';
import { rounded } from '../ratios.js';
import { writeResult } from '../result-file.js';

type PeerMatching = (edges: [number, number, number][], maximumCardinality?: boolean) => number[];
const peer = createRequire(import.meta.url)('edmonds-blossom-fixed') as PeerMatching;

interface Network {
  readonly name: string;
  readonly order: number;
  readonly sources: Uint32Array;
  readonly targets: Uint32Array;
  readonly weights: Float64Array;
  readonly withPeer: boolean;
}

const networks: Network[] = [
  complete(158, true),
  complete(500, true),
  complete(1000, false),
  nearest(1255, 16, 'closeness', false),
  nearest(5000, 16, 'closeness', false),
  nearest(10000, 10, 'closeness', false),
  nearest(10000, 10, 'random', false),
];

maximumWeightMatching(158, ...edgesOf(complete(158, false)));
const figures = networks.map((network) => {
  const edges = edgesOf(network);
  const rounds = [0, 1, 2].map(() => ({
    best: milliseconds(() => maximumWeightMatching(network.order, ...edges)),
    full: milliseconds(() => maximumWeightMatching(network.order, ...edges, { maximumCardinality: true })),
  }));
  const { weight, mate } = maximumWeightMatching(network.order, ...edges);
  const ours = Math.min(...rounds.map(({ best }) => best));
  return {
    name: network.name,
    edges: network.sources.length,
    milliseconds: rounded(ours, 1),
    maximumCardinalityMs: rounded(Math.min(...rounds.map(({ full }) => full)), 1),
    weight: rounded(weight, 6),
    pairs: mate.filter((m) => m !== -1).length / 2,
    ...(network.withPeer && againstPeer(network, ours, weight)),
  };
});
console.table(figures);

const threePartners = [nearest(158, 16, 'random', false), nearest(1255, 16, 'random', false)].map(
  (network) => {
    const capacities = new Uint32Array(network.order).fill(3);
    let weight = 0;
    const work = (): void => {
      weight = maximumWeightBMatching(network.order, ...edgesOf(network), capacities).weight;
    };
    const ms = Math.min(...[0, 1, 2].map(() => milliseconds(work)));
    return { name: network.name, capacity: 3, milliseconds: rounded(ms, 1), weight: rounded(weight, 6) };
  },
);
console.table(threePartners);
writeResult('matching', { matching: figures, bMatching: threePartners });

function againstPeer(network: Network, ours: number, weight: number) {
  const list = Array.from(network.sources, (s, e): [number, number, number] => [
    s,
    network.targets[e] ?? 0,
    network.weights[e] ?? 0,
  ]);
  let mate: number[] = [];
  const theirs = milliseconds(() => {
    mate = peer(list);
  });
  let peerWeight = 0;
  for (const [s, t, w] of list) if (mate[s] === t) peerWeight += w;
  return {
    peerMs: rounded(theirs, 1),
    peerOverOurs: rounded(theirs / ours, 1),
    sameWeight: Math.abs(peerWeight - weight) < 1e-9 * weight,
  };
}

function edgesOf({ sources, targets, weights }: Network): [Uint32Array, Uint32Array, Float64Array] {
  return [sources, targets, weights];
}

function complete(order: number, withPeer: boolean): Network {
  const rng = createRng(order);
  const pairs: [number, number, number][] = [];
  for (let i = 0; i < order; i++) for (let j = i + 1; j < order; j++) pairs.push([i, j, rng.next()]);
  return networkOf(`complete ${order}`, order, pairs, withPeer);
}

/** Points in a unit square, each joined to its nearest; found by trying all, which is not measured. */
function nearest(order: number, count: number, weigh: 'closeness' | 'random', withPeer: boolean): Network {
  const rng = createRng(order);
  const x = Float64Array.from({ length: order }, () => rng.next());
  const y = Float64Array.from({ length: order }, () => rng.next());
  const seen = new Set<number>();
  const pairs: [number, number, number][] = [];
  const squared = new Float64Array(order);
  for (let i = 0; i < order; i++) {
    for (let j = 0; j < order; j++) {
      squared[j] =
        j === i
          ? Number.POSITIVE_INFINITY
          : ((x[i] ?? 0) - (x[j] ?? 0)) ** 2 + ((y[i] ?? 0) - (y[j] ?? 0)) ** 2;
    }
    const limit = squared.slice().sort()[count - 1] ?? 0;
    for (let j = 0; j < order; j++) {
      const key = Math.min(i, j) * order + Math.max(i, j);
      if ((squared[j] ?? 0) > limit || seen.has(key)) continue;
      seen.add(key);
      pairs.push([i, j, weigh === 'random' ? rng.next() : 1 / (1 + 10 * Math.sqrt(squared[j] ?? 0))]);
    }
  }
  return networkOf(`${count} nearest of ${order}, ${weigh}`, order, pairs, withPeer);
}

function networkOf(
  name: string,
  order: number,
  pairs: readonly (readonly [number, number, number])[],
  withPeer: boolean,
): Network {
  return {
    name,
    order,
    sources: Uint32Array.from(pairs, (pair) => pair[0]),
    targets: Uint32Array.from(pairs, (pair) => pair[1]),
    weights: Float64Array.from(pairs, (pair) => pair[2]),
    withPeer,
  };
}
