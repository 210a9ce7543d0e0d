import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparePartitions } from '../../../../engine/methods/graph/compare-partitions.js';
import { leiden } from '../../../../engine/methods/graph/leiden.js';
import {
  graphFromEdges,
  strengths,
  type WeightedGraph,
} from '../../../../engine/methods/graph/weighted-graph.js';
import { type SpatialNull, spatialNull } from '../../../../engine/methods/space/spatial-null.js';
import type { Positions } from '../../../../engine/model/positions.js';
import { createRng } from '../../../../engine/random/rng.js';
import { thrownBy } from '../../thrown-error.js';

const forms = [
  ['binned', { deterrence: 'binned' }],
  ['fitted', { deterrence: 'fitted' }],
  ['binned plain gravity', { deterrence: 'binned', constrained: false }],
  ['fitted plain gravity', { deterrence: 'fitted', constrained: false }],
  ['binned on cells', { deterrence: 'binned', cells: 7 }],
  ['fitted on cells', { deterrence: 'fitted', cells: 7 }],
] as const;

/** Places over Occitanie, every tenth without a position; edges by lot, more of them nearby. */
function madeNetwork(
  order: number,
  seed: number,
  unknown = true,
): { graph: WeightedGraph; positions: Positions } {
  const rng = createRng(seed);
  const lat = Float64Array.from({ length: order }, () => 42.5 + 2.5 * rng.next());
  const lon = Float64Array.from({ length: order }, () => 4.5 * rng.next());
  const sources: number[] = [];
  const targets: number[] = [];
  const weights: number[] = [];
  for (let i = 0; i < order; i++) {
    for (let j = i + 1; j < order; j++) {
      const near = Math.exp(-Math.hypot(lat[i]! - lat[j]!, lon[i]! - lon[j]!));
      if (rng.next() > 0.2 + 0.6 * near) continue;
      sources.push(i);
      targets.push(j);
      weights.push(0.2 + rng.next());
    }
  }
  if (unknown) {
    for (let i = 0; i < order; i += 10) {
      lat[i] = Number.NaN;
      lon[i] = Number.NaN;
    }
  }
  return { graph: graphOf(order, sources, targets, weights), positions: { lat, lon } };
}

function graphOf(order: number, sources: number[], targets: number[], weights: number[]): WeightedGraph {
  return graphFromEdges(
    order,
    Uint32Array.from(sources),
    Uint32Array.from(targets),
    Float64Array.from(weights),
  );
}

function expectedRows(model: SpatialNull): number[][] {
  const places = Array.from({ length: model.order }, (_, i) => i);
  return places.map((i) => places.map((j) => model.expected(i, j)));
}

const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};

describe('what is expected', () => {
  test.each(forms)(
    'adds up to the weight of the graph, is symmetric, nothing with itself (%s)',
    (_, options) => {
      const { graph, positions } = madeNetwork(40, 1);
      const rows = expectedRows(spatialNull(graph, positions, options));
      expect(sum(rows.flat())).toBeCloseTo(sum(strengths(graph)), 5);
      for (const [i, row] of rows.entries()) {
        expect(row[i]).toBe(0);
        for (const [j, p] of row.entries()) {
          expect(p).toBeGreaterThanOrEqual(0);
          expect(p).toBe(rows[j]?.[i]);
        }
      }
    },
  );

  test.each(forms.filter(([, options]) => !('constrained' in options)))(
    'adds up to the strength of each place when constrained (%s)',
    (_, options) => {
      const { graph, positions } = madeNetwork(40, 2);
      const model = spatialNull(graph, positions, options);
      const strength = strengths(graph);
      for (const [i, row] of expectedRows(model).entries()) expect(sum(row)).toBeCloseTo(strength[i]!, 5);
      expect(model.imbalance).toBeLessThan(1e-6);
    },
  );

  test('by plain gravity is masses times weight observed over masses, class by class: three places by hand', () => {
    // masses (strengths) 3, 2, 1; pairs at 1°, 2° and 3° are three classes of one pair each, merged by threes
    const graph = graphOf(3, [0, 0], [1, 2], [2, 1]);
    const positions = { lat: Float64Array.of(0, 1, 3), lon: new Float64Array(3) };
    const model = spatialNull(graph, positions, { constrained: false });
    const factor = 3 / (3 * 2 + 3 * 1 + 2 * 1);
    expect(model.expected(0, 1)).toBeCloseTo(6 * factor, 12);
    expect(model.expected(0, 2)).toBeCloseTo(3 * factor, 12);
    expect(model.expected(2, 1)).toBeCloseTo(2 * factor, 12);
  });

  test('takes node weights as masses when not constrained', () => {
    const graph = graphOf(3, [0, 0], [1, 2], [2, 1]);
    const positions = { lat: Float64Array.of(0, 1, 3), lon: new Float64Array(3) };
    const nodeWeights = Float64Array.of(1, 1, 4);
    const model = spatialNull(graph, positions, { constrained: false, nodeWeights });
    expect(model.expected(0, 2) / model.expected(0, 1)).toBeCloseTo(4, 12);
    expect(sum(expectedRows(model).flat())).toBeCloseTo(6, 12);
  });

  test('leaves self-loops out', () => {
    const { graph, positions } = madeNetwork(12, 3);
    const looped = graphFromEdges(12, ...edgesOf(graph, [[4, 4, 7]]));
    const plain = expectedRows(spatialNull(graph, positions));
    expect(expectedRows(spatialNull(looped, positions))).toEqual(plain);
  });

  test('recovers a power law with an exponential tail that made the weights', () => {
    const { positions } = madeNetwork(60, 4, false);
    const km = (i: number, j: number) => distanceKm(positions, i, j);
    const sources: number[] = [];
    const targets: number[] = [];
    const weights: number[] = [];
    for (let i = 0; i < 60; i++) {
      for (let j = i + 1; j < 60; j++) {
        sources.push(i);
        targets.push(j);
        weights.push((1 + (i % 5)) * (1 + (j % 5)) * km(i, j) ** -1.5 * Math.exp(-km(i, j) / 100));
      }
    }
    const model = spatialNull(graphOf(60, sources, targets, weights), positions, { deterrence: 'fitted' });
    for (let e = 0; e < sources.length; e += 97) {
      expect(model.expected(sources[e]!, targets[e]!) / weights[e]!).toBeCloseTo(1, 2);
    }
  });
});

describe('as a null of Leiden', () => {
  test.each(forms)('a move changes the quality by the difference of gains (%s)', (_, options) => {
    const { graph, positions } = madeNetwork(30, 5);
    const model = spatialNull(graph, positions, options);
    const rng = createRng(6);
    const membership = Uint32Array.from({ length: 30 }, () => rng.integer(5));
    model.place(membership);
    for (let step = 0; step < 200; step++) {
      const node = rng.integer(30);
      const own = membership[node]!;
      const to = rng.integer(12);
      if (to === own) continue;
      const gains = new Float64Array(30);
      model.subtractExpected(node, own, Uint32Array.of(own, to), 2, 1.3, gains);
      const before = model.expectedInside(membership);
      membership[node] = to;
      model.move(node, own, to);
      const after = model.expectedInside(membership);
      expect(after - before).toBeCloseTo((2 / 1.3) * (gains[own]! - gains[to]!), 8);
    }
    expect(model.expectedInside(membership)).toBeCloseTo(insideByPairs(model, membership), 8);
  });

  test.each(forms)(
    'an aggregated null expects between communities what their members do (%s)',
    (_, options) => {
      const { graph, positions } = madeNetwork(30, 7);
      const model = spatialNull(graph, positions, options);
      const fine = Uint32Array.from({ length: 30 }, (__, i) => i % 9);
      const coarse = Uint32Array.from({ length: 9 }, (__, c) => c % 4);
      const next = model.aggregate(fine, 9);
      next.place(coarse);
      const gains = new Float64Array(9);
      next.subtractExpected(5, coarse[5]!, Uint32Array.of(0, 1, 2, 3), 4, 1, gains);
      for (let c = 0; c < 4; c++) {
        let byPairs = 0;
        for (let i = 0; i < 30; i++) {
          for (let j = 0; j < 30; j++) {
            if (fine[i] === 5 && fine[j] !== 5 && coarse[fine[j]!] === c) byPairs += model.expected(i, j);
          }
        }
        expect(-gains[c]!).toBeCloseTo(byPairs, 8);
      }
      expect(next.expectedInside(coarse)).toBeCloseTo(
        insideByPairs(
          model,
          fine.map((c) => coarse[c]!),
        ),
        8,
      );
    },
  );

  test('weighing the contenders only finds whoever gains most, never with more than its gain', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e6 }),
        fc.integer({ min: 1, max: 24 }),
        fc.double({ min: 0.01, max: 30, noNaN: true }),
        (seed, communities, heaviest) => {
          const { model, node, own, asked, weights } = visitOf(seed, communities, heaviest);
          const all = weights.slice();
          const contenders = weights.slice();
          model.subtractExpected(node, own, asked, asked.length, 1, all);
          model.subtractFromContenders?.(node, own, asked, asked.length, 1, contenders);
          const most = Math.max(...Array.from(asked, (c) => all[c]!));
          const first = asked.reduce((best, c) => (contenders[c]! > contenders[best]! ? c : best), asked[0]!);
          if (most > 0) {
            expect(all[first]).toBeCloseTo(most, 10);
            expect(contenders[first]).toBeLessThanOrEqual(most + 1e-12);
            expect(contenders[first]).toBeGreaterThanOrEqual(0);
          } else expect(contenders[first]).toBeLessThanOrEqual(1e-12);
          for (const c of asked) {
            if (c !== first) expect(contenders[c]).toBeGreaterThanOrEqual(all[c]! - 1e-12);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  test('weighing the likely only tells the gains near the largest, and no other looks as if it were', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e6 }),
        fc.double({ min: 0.01, max: 30, noNaN: true }),
        fc.double({ min: 0, max: 2, noNaN: true }),
        (seed, heaviest, within) => {
          const { model, node, own, asked, weights } = visitOf(seed, 12, heaviest);
          const others = asked.filter((c) => c !== own);
          const all = weights.slice();
          const likely = weights.slice();
          model.subtractExpected(node, own, others, others.length, 1, all);
          model.subtractFromLikely?.(node, others, others.length, 1, likely, within);
          const floor = Math.max(0, ...Array.from(others, (c) => all[c]!)) - within;
          for (const c of others) {
            if (all[c]! > floor + 1e-12 && all[c]! >= 0) expect(likely[c]).toBeCloseTo(all[c]!, 10);
            else expect(likely[c]).toBeLessThanOrEqual(Math.max(0, floor) + within);
            if (all[c]! < floor) expect(likely[c]).toBeLessThan(floor + 1e-12);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  test('the quality that leiden tells is a recount over pairs, with any form', () => {
    const { graph, positions } = madeNetwork(60, 8);
    for (const [, options] of forms) {
      const model = spatialNull(graph, positions, options);
      const { membership, quality } = leiden(graph, { nullModel: model, seed: 3 });
      const total = sum(strengths(graph));
      let inside = -insideByPairs(model, membership);
      for (let i = 0; i < 60; i++) {
        for (let at = graph.offsets[i]!; at < graph.offsets[i + 1]!; at++) {
          if (membership[graph.targets[at]!] === membership[i]) inside += graph.weights[at]!;
        }
      }
      expect(quality).toBeCloseTo(inside / total, 10);
    }
  });

  test('finds communities that distance hides: two kinds mixed over the land', () => {
    const { positions } = madeNetwork(40, 9, false);
    const kinds = Uint32Array.from({ length: 40 }, (_, i) => i % 2);
    const sources: number[] = [];
    const targets: number[] = [];
    const weights: number[] = [];
    for (let i = 0; i < 40; i++) {
      for (let j = i + 1; j < 40; j++) {
        sources.push(i);
        targets.push(j);
        weights.push((kinds[i] === kinds[j] ? 1.3 : 1) * Math.exp(-distanceKm(positions, i, j) / 60));
      }
    }
    const graph = graphOf(40, sources, targets, weights);
    expect(comparePartitions(leiden(graph).membership, kinds).nmi).toBeLessThan(0.2);
    for (const deterrence of ['binned', 'fitted'] as const) {
      const nullModel = spatialNull(graph, positions, { deterrence });
      expect(leiden(graph, { nullModel }).membership).toEqual(kinds);
    }
  });
});

describe('cells', () => {
  test('as many as places give the exact null, to the last bit', () => {
    const { graph, positions } = madeNetwork(40, 10);
    const exact = spatialNull(graph, positions);
    expect(exact.exact).toBe(true);
    expect(expectedRows(spatialNull(graph, positions, { cells: 40 }))).toEqual(expectedRows(exact));
  });

  test('fewer than places err by a little, and less the more there are', () => {
    const { graph, positions } = madeNetwork(300, 11, false);
    const exact = expectedRows(spatialNull(graph, positions)).flat();
    const errors = [20, 60, 180].map((cells) => {
      const onCells = spatialNull(graph, positions, { cells });
      expect(onCells.exact).toBe(false);
      expect(onCells.cellCount).toBe(cells);
      return (
        sum(
          expectedRows(onCells)
            .flat()
            .map((p, at) => Math.abs(p - exact[at]!)),
        ) / sum(exact)
      );
    });
    expect(errors[0]).toBeLessThan(0.1);
    expect(errors[1]).toBeLessThan(errors[0]!);
    expect(errors[2]).toBeLessThan(errors[1]!);
  });

  test('gather places without position together', () => {
    const { graph, positions } = madeNetwork(40, 12);
    const model = spatialNull(graph, positions, { cells: 5 });
    expect(model.cellCount).toBe(5);
    const known = model.expected(10, 20) / (model.masses[10]! * model.masses[20]!);
    const other = model.expected(0, 33) / (model.masses[0]! * model.masses[33]!);
    expect(known).toBeCloseTo(other, 12);
  });
});

describe('input at its limits', () => {
  test('without any position, or with one for all, the null is that of the masses alone', () => {
    const { graph } = madeNetwork(20, 13);
    const nowhere = {
      lat: new Float64Array(20).fill(Number.NaN),
      lon: new Float64Array(20).fill(Number.NaN),
    };
    const together = { lat: new Float64Array(20).fill(44), lon: new Float64Array(20).fill(2) };
    for (const deterrence of ['binned', 'fitted'] as const) {
      for (const positions of [nowhere, together]) {
        const model = spatialNull(graph, positions, { deterrence });
        const ratio = (i: number, j: number) => model.expected(i, j) / (model.masses[i]! * model.masses[j]!);
        for (let j = 2; j < 20; j++) expect(ratio(0, j)).toBeCloseTo(ratio(0, 1), 12);
        expect(model.imbalance).toBeLessThan(1e-6);
      }
    }
  });

  test('no place, one place, or no weight: nothing is expected', () => {
    for (const order of [0, 1, 3]) {
      const graph = graphOf(order, [], [], []);
      const positions = { lat: new Float64Array(order), lon: new Float64Array(order) };
      for (const [, options] of forms) {
        const model = spatialNull(graph, positions, options);
        expect(sum(expectedRows(model).flat())).toBe(0);
        expect(leiden(graph, { nullModel: model })).toMatchObject({ count: order, quality: 0 });
      }
    }
  });

  test('a place without weight expects nothing of anybody', () => {
    const graph = graphOf(4, [0, 1], [1, 2], [1, 2]);
    const positions = { lat: Float64Array.of(43, 44, 45, 44.5), lon: new Float64Array(4) };
    const rows = expectedRows(spatialNull(graph, positions));
    expect(rows[3]).toEqual([0, 0, 0, 0]);
  });

  test('margins that no positive masses give are approached and the rest is told', () => {
    const star = graphOf(4, [0, 0, 0], [1, 2, 3], [1, 1, 1]);
    const positions = { lat: Float64Array.of(43, 44, 45, 44.5), lon: new Float64Array(4) };
    const { imbalance, rounds } = spatialNull(star, positions);
    expect(imbalance).toBeLessThan(0.05);
    expect(rounds).toBeLessThanOrEqual(200);
  });

  test('what cannot be used is refused with its value', () => {
    const { graph, positions } = madeNetwork(12, 14);
    const negative = { ...graph, weights: graph.weights.map((w, at) => (at === 3 ? -w : w)) };
    const nowhere = { ...positions, lat: positions.lat.map((v, i) => (i === 1 ? Number.NaN : v)) };
    const refused: [() => unknown, string][] = [
      [() => spatialNull(negative, positions), 'weight-not-usable'],
      [() => spatialNull(graph, { lat: new Float64Array(3), lon: new Float64Array(3) }), 'lengths-differ'],
      [() => spatialNull(graph, nowhere), 'position-not-usable'],
      [() => spatialNull(graph, positions, { cells: 1.5 }), 'cells-not-usable'],
      [() => spatialNull(graph, positions, { cells: 1e6 }), 'cells-not-usable'],
      [() => spatialNull(graph, positions, { deterrence: 'linear' as 'binned' }), 'deterrence-not-known'],
      [() => spatialNull(graph, positions, { nodeWeights: new Float64Array(12) }), 'node-weights-not-usable'],
      [
        () =>
          spatialNull(graph, positions, { constrained: false, nodeWeights: new Float64Array(12).fill(-1) }),
        'node-weights-not-usable',
      ],
    ];
    for (const [call, code] of refused) {
      const error = thrownBy(call);
      expect(error.code).toBe(code);
      expect(error.value).toBeDefined();
    }
  });
});

function insideByPairs(model: SpatialNull, membership: Uint32Array): number {
  let inside = 0;
  for (let i = 0; i < membership.length; i++) {
    for (let j = 0; j < membership.length; j++) {
      if (membership[i] === membership[j]) inside += model.expected(i, j);
    }
  }
  return inside;
}

function edgesOf(
  graph: WeightedGraph,
  more: readonly (readonly [number, number, number])[],
): [Uint32Array, Uint32Array, Float64Array] {
  const edges: (readonly [number, number, number])[] = [...more];
  for (let i = 0; i < graph.order; i++) {
    for (let at = graph.offsets[i]!; at < graph.offsets[i + 1]!; at++) {
      if (graph.targets[at]! > i) edges.push([i, graph.targets[at]!, graph.weights[at]!]);
    }
  }
  return [
    Uint32Array.from(edges, ([i]) => i),
    Uint32Array.from(edges, ([, j]) => j),
    Float64Array.from(edges, ([, , w]) => w),
  ];
}

/** Haversine. */
function distanceKm({ lat, lon }: Positions, i: number, j: number): number {
  const rad = Math.PI / 180;
  const a =
    Math.sin(((lat[i]! - lat[j]!) * rad) / 2) ** 2 +
    Math.cos(lat[i]! * rad) * Math.cos(lat[j]! * rad) * Math.sin(((lon[i]! - lon[j]!) * rad) / 2) ** 2;
  return 2 * 6371.0088 * Math.asin(Math.sqrt(a));
}

/** A node to be visited and what ties it to each community, its own included unless it is alone there. */
function visitOf(seed: number, communities: number, heaviest: number) {
  const rng = createRng(seed);
  const { graph, positions } = madeNetwork(24, seed);
  const model = spatialNull(graph, positions, { cells: 9 });
  const membership = Uint32Array.from({ length: 24 }, () => rng.integer(communities));
  model.place(membership);
  const node = rng.integer(24);
  const own = membership[node]!;
  const alone = membership.filter((c) => c === own).length === 1;
  const asked = Uint32Array.from(new Set(membership)).filter((c) => c !== own || !alone);
  const weights = new Float64Array(24).map(() => heaviest * rng.next());
  return { model, node, own, asked, weights };
}
