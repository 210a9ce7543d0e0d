import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coassociationOf, tiedCoassociation } from '../../../../engine/methods/graph/coassociation.js';
import { renumbered } from '../../../../engine/methods/graph/partition.js';
import { stabilityAcross } from '../../../../engine/methods/graph/partition-stability.js';
import { PartitionTally } from '../../../../engine/methods/graph/partition-tally.js';
import { graphFromEdges } from '../../../../engine/methods/graph/weighted-graph.js';
import { thrownBy } from '../../thrown-error.js';

/** Up to 60 partitions of the same places, enough for the tally to grow. */
const runs = fc.integer({ min: 1, max: 9 }).chain((order) =>
  fc.array(fc.array(fc.nat(order - 1), { minLength: order, maxLength: order }), {
    minLength: 1,
    maxLength: 60,
  }),
);

function tallied(partitions: readonly (readonly number[])[]): PartitionTally {
  const tally = new PartitionTally(partitions[0]?.length ?? 0);
  for (const labels of partitions) tally.add(Uint32Array.from(labels));
  return tally;
}

describe('PartitionTally', () => {
  test('keeps equal partitions once, whatever their labels', () => {
    const tally = tallied([
      [0, 0, 1],
      [2, 2, 0],
      [0, 1, 1],
    ]);
    expect([tally.runs, tally.distinct]).toEqual([3, 2]);
    expect([...tally.membership(0)]).toEqual([0, 0, 1]);
    expect([tally.times[0], tally.times[1], tally.counts[1]]).toEqual([2, 1, 2]);
    expect(tally.mostFrequent()).toBe(0);
  });

  test('counts what a map of labels as text counts', () => {
    fc.assert(
      fc.property(runs, (partitions) => {
        const tally = tallied(partitions);
        const times = new Map<string, number>();
        for (const labels of partitions) {
          const key = renumbered(labels).membership.join();
          times.set(key, (times.get(key) ?? 0) + 1);
        }
        const found = Array.from({ length: tally.distinct }, (_, d) => [
          tally.membership(d).join(),
          tally.times[d]!,
        ]);
        expect(found).toEqual([...times]);
      }),
    );
  });

  test('an order that is none is refused', () => {
    expect(thrownBy(() => new PartitionTally(-1)).code).toBe('order-not-usable');
    expect(new PartitionTally(0).mostFrequent()).toBe(-1);
  });
});

describe('co-association and stability', () => {
  test('by hand: three runs on three places', () => {
    const tally = tallied([
      [0, 0, 1],
      [0, 0, 1],
      [0, 1, 1],
    ]);
    const third = 1 / 3;
    expect([...coassociationOf(tally)]).toEqual([1, 2 * third, 0, 2 * third, 1, third, 0, third, 1]);
    const { places, communities, overall } = stabilityAcross(tally, Uint32Array.of(0, 0, 1), 2);
    // places 0 and 1 are together in two of three; place 2 is alone in two of three
    for (const value of [...places, ...communities, overall]) expect(value).toBeCloseTo(2 / 3, 12);
  });

  test('agree with a count of pairs, lie in 0..1, and are 1 where every run says the same', () => {
    fc.assert(
      fc.property(runs, (partitions) => {
        const tally = tallied(partitions);
        const order = tally.order;
        const shares = coassociationOf(tally);
        for (let i = 0; i < order; i++) {
          for (let j = 0; j < order; j++) {
            const together = partitions.filter((labels) => labels[i] === labels[j]).length;
            expect(shares[i * order + j]).toBeCloseTo(together / partitions.length, 12);
          }
        }
        const { membership, count } = renumbered(partitions[0]!);
        const { places, communities, overall } = stabilityAcross(tally, membership, count);
        for (let i = 0; i < order; i++) {
          const others = [...membership.keys()].filter((j) => j !== i && membership[j] === membership[i]);
          if (others.length === 0) continue;
          const mean = others.reduce((sum, j) => sum + shares[i * order + j]!, 0) / others.length;
          expect(places[i]).toBeCloseTo(mean, 12);
        }
        for (const value of [...places, ...communities, overall]) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1 + 1e-12);
        }
        if (tally.distinct === 1) expect(overall).toBe(1);
      }),
    );
  });

  test('on the edges only, shares are those of all pairs', () => {
    fc.assert(
      fc.property(runs, (partitions) => {
        const tally = tallied(partitions);
        const order = tally.order;
        const ends = Array.from({ length: order }, (_, i) => i);
        const graph = graphFromEdges(
          order,
          Uint32Array.from(ends),
          Uint32Array.from(ends, (i) => (i * 2) % order),
        );
        const all = coassociationOf(tally);
        const tied = tiedCoassociation(tally, graph);
        for (let i = 0; i < order; i++) {
          for (let at = graph.offsets[i]!; at < graph.offsets[i + 1]!; at++)
            expect(tied[at]).toBeCloseTo(all[i * order + graph.targets[at]!]!, 12);
        }
      }),
    );
  });
});
