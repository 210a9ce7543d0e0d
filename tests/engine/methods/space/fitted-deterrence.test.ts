import { expect, test } from 'vitest';
import { fittedDeterrence } from '../../../../engine/methods/space/fitted-deterrence.js';

const distances = Float64Array.from({ length: 40 }, (_, k) => 2 * 1.12 ** k);
const masses = distances.map((_, k) => 1 + (k % 7));

test.each([
  ['a power law', (d: number) => 3 * d ** -2],
  ['an exponential', (d: number) => 0.4 * Math.exp(-d / 25)],
  ['a power law with an exponential tail', (d: number) => 5 * d ** -0.7 * Math.exp(-d / 90)],
  ['a constant', () => 0.3],
])('finds %s again', (_, law) => {
  const observed = masses.map((mass, k) => mass * law(distances[k]!));
  const found = fittedDeterrence(observed, masses, distances);
  for (const [k, d] of distances.entries()) expect(found[k]! / law(d)).toBeCloseTo(1, 4);
});

test('adds up to what is observed, whatever its shape', () => {
  const observed = masses.map((_, k) => 1 + Math.sin(k) ** 2 * k);
  const found = fittedDeterrence(observed, masses, distances);
  const total = (values: Float64Array) => values.reduce((sum, v) => sum + v, 0);
  expect(total(found.map((f, k) => f * masses[k]!))).toBeCloseTo(total(observed), 8);
});

test('takes the values as they are where there are three distances or fewer', () => {
  const three = [Float64Array.of(4, 1, 9), Float64Array.of(2, 2, 3), Float64Array.of(1, 2, 3)] as const;
  expect([...fittedDeterrence(...three)]).toEqual([2, 0.5, 3]);
});
