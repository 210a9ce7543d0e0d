import { expect, test } from 'vitest';
import { bootstrapStability } from '../../../../engine/methods/graph/bootstrap-stability.js';
import { thrownBy } from '../../thrown-error.js';

test('communities that every replicate finds are stable, whatever their labels', () => {
  const { communities, places, coassociation } = bootstrapStability([0, 0, 1, 1], () => [7, 7, 3, 3], {
    replicates: 5,
  });
  expect([...communities]).toEqual([1, 1]);
  expect([...places]).toEqual([1, 1, 1, 1]);
  expect(coassociation[1]).toBe(1);
  expect(coassociation[2]).toBe(0);
});

test('by hand: the best match of each community, averaged', () => {
  const answers = [
    [0, 0, 0, 1, 1],
    [0, 0, 1, 1, 1],
  ];
  let asked = 0;
  const { communities, coassociation } = bootstrapStability([4, 4, 4, 2, 2], () => answers[asked++ % 2]!, {
    replicates: 2,
  });
  // {0,1,2}: 1, then 2/3 with {0,1}; {3,4}: 1, then 2/3 with {2,3,4}
  expect(communities[0]).toBeCloseTo((1 + 2 / 3) / 2, 12);
  expect(communities[1]).toBeCloseTo((1 + 2 / 3) / 2, 12);
  // place 2 is with place 0 in the first replicate only
  expect(coassociation[2]).toBe(0.5);
});

test('replicates draw from generators of their own: one seed, the same answer', () => {
  const shuffled = (seed: number) =>
    bootstrapStability([0, 0, 0, 1, 1, 1], (rng) => Array.from({ length: 6 }, () => rng.integer(2)), {
      replicates: 20,
      seed,
    });
  expect(shuffled(3)).toEqual(shuffled(3));
  expect(shuffled(3)).not.toEqual(shuffled(4));
  for (const value of shuffled(5).communities) expect(value > 0 && value <= 1).toBe(true);
});

test('no place has no community; replicates of other places, or none, are refused', () => {
  expect(bootstrapStability([], () => []).communities).toHaveLength(0);
  expect(thrownBy(() => bootstrapStability([0, 1], () => [0])).code).toBe('lengths-differ');
  expect(thrownBy(() => bootstrapStability([0], () => [0], { replicates: 0 })).value).toBe(0);
  expect(thrownBy(() => bootstrapStability([0], () => [0.5])).code).toBe('membership-not-usable');
});
