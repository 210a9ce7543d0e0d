import { describe, expect, test } from 'vitest';
import { comparePartitions } from '../../../../engine/methods/graph/compare-partitions.js';
import { leiden } from '../../../../engine/methods/graph/leiden.js';
import { graphFromEdges, strengths } from '../../../../engine/methods/graph/weighted-graph.js';
import { spatialCommunities } from '../../../../engine/methods/space/spatial-communities.js';
import { spatialNull } from '../../../../engine/methods/space/spatial-null.js';
import { createRng } from '../../../../engine/random/rng.js';
import { thrownBy } from '../../thrown-error.js';

/** Places of two towns, the weights exactly N_i N_j exp(−d / 20 km), times the pull where both have one side. */
function twoTowns(order: number, apartKm: number, pull: number, sideOf: (i: number) => number) {
  const rng = createRng(order);
  const x = Float64Array.from({ length: order }, (_, i) => (i % 2) * apartKm + 15 * rng.next());
  const y = x.map(() => 15 * rng.next());
  const masses = x.map(() => 1 + rng.next());
  const sides = Uint32Array.from(x, (_, i) => sideOf(i));
  const sources: number[] = [];
  const targets: number[] = [];
  const weights: number[] = [];
  for (let i = 0; i < order; i++) {
    for (let j = i + 1; j < order; j++) {
      const d = Math.hypot(x[i]! - x[j]!, y[i]! - y[j]!);
      sources.push(i);
      targets.push(j);
      weights.push(100 * masses[i]! * masses[j]! * Math.exp(-d / 20) * (sides[i] === sides[j] ? pull : 1));
    }
  }
  const graph = graphFromEdges(
    order,
    Uint32Array.from(sources),
    Uint32Array.from(targets),
    Float64Array.from(weights),
  );
  // so small a piece of the sphere is a plane
  const kmPerDegree = 111.195;
  return {
    graph,
    positions: { lat: y.map((v) => v / kmPerDegree), lon: x.map((v) => v / kmPerDegree) },
    sides,
  };
}

describe('communities fitted with the deterrence', () => {
  test('two towns that keep to themselves are found where the null alone takes them for geography', () => {
    const { graph, positions, sides } = twoTowns(60, 20, 1.3, (i) => i % 2);
    const alone = leiden(graph, { nullModel: spatialNull(graph, positions, { deterrence: 'fitted' }) });
    expect(comparePartitions(alone.membership, sides).nmi).toBeLessThan(0.9);
    const together = spatialCommunities(graph, positions);
    expect(together.membership).toEqual(sides);
    expect(together.nullModel.pull).toBeCloseTo(1.3, 1);
  });

  test('two kinds mixed over both towns are found as kinds, whatever the towns', () => {
    const { graph, positions, sides } = twoTowns(60, 20, 1.2, (i) => (i >> 1) % 2);
    const { membership, nullModel } = spatialCommunities(graph, positions);
    expect(membership).toEqual(sides);
    expect(nullModel.pull).toBeCloseTo(1.2, 2);
  });

  test('the same seed gives the same communities; an empty graph has none', () => {
    const { graph, positions } = twoTowns(24, 25, 1.5, (i) => i % 2);
    expect(spatialCommunities(graph, positions, { seed: 4 }).membership).toEqual(
      spatialCommunities(graph, positions, { seed: 4 }).membership,
    );
    const none = graphFromEdges(0, new Uint32Array(0), new Uint32Array(0));
    const nowhere = { lat: new Float64Array(0), lon: new Float64Array(0) };
    expect(spatialCommunities(none, nowhere).count).toBe(0);
  });
});

describe('a null with communities', () => {
  test('gives back the pull and the deterrence that the weights were made with, on cells too', () => {
    const { graph, positions, sides } = twoTowns(80, 20, 1.7, (i) => (i >> 1) % 2);
    const exact = spatialNull(graph, positions, { deterrence: 'fitted', communities: sides });
    expect(exact.pull).toBeCloseTo(1.7, 2);
    const { distancesKm, factors } = exact.deterrence;
    const last = distancesKm.length - 1;
    const slope = Math.log(factors[last]! / factors[0]!) / (distancesKm[last]! - distancesKm[0]!);
    expect(slope).toBeCloseTo(-1 / 20, 2);
    const onCells = spatialNull(graph, positions, { deterrence: 'fitted', communities: sides, cells: 30 });
    expect(onCells.exact).toBe(false);
    expect(onCells.pull).toBeCloseTo(1.7, 1);
  });

  test('expects in all what is observed, and is likelier than one without, or with other communities', () => {
    const { graph, positions, sides } = twoTowns(50, 20, 1.5, (i) => (i >> 1) % 2);
    const total = strengths(graph).reduce((sum, k) => sum + k, 0);
    const other = sides.map((_, i) => i % 2);
    const [known, none, wrong] = [sides, undefined, other].map((communities) =>
      spatialNull(graph, positions, { deterrence: 'fitted', ...(communities && { communities }) }),
    );
    expect(known!.expectedInside(new Uint32Array(50))).toBeCloseTo(total, 3);
    expect(known!.logLikelihood).toBeGreaterThan(none!.logLikelihood);
    expect(known!.logLikelihood).toBeGreaterThan(wrong!.logLikelihood);
    expect(none!.pull).toBe(1);
  });

  test('communities that tell nothing apart change nothing', () => {
    const { graph, positions } = twoTowns(30, 20, 1.5, (i) => i % 2);
    const plain = spatialNull(graph, positions);
    for (const communities of [new Uint32Array(30), Uint32Array.from({ length: 30 }, (_, i) => i)]) {
      const model = spatialNull(graph, positions, { communities });
      expect(model.pull).toBe(1);
      expect(model.expected(0, 7)).toBe(plain.expected(0, 7));
    }
  });

  test('refuses communities of other places, or beside a null without constraints', () => {
    const { graph, positions } = twoTowns(10, 20, 1.5, (i) => i % 2);
    const short = thrownBy(() => spatialNull(graph, positions, { communities: new Uint32Array(3) }));
    expect(short.code).toBe('lengths-differ');
    const contrary = thrownBy(() =>
      spatialNull(graph, positions, { communities: new Uint32Array(10), constrained: false }),
    );
    expect(contrary.code).toBe('options-contradict');
  });
});
