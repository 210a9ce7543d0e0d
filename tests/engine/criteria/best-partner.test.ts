import { expect, test } from 'vitest';
import { bestPartnerWeights } from '../../../engine/criteria/best-partner.js';

test('is the largest weight of each unit to another, be it below zero', () => {
  const weights = Float64Array.of(9, -3, -1, -3, 9, -2, -1, -2, 9);
  expect([...bestPartnerWeights(weights, 3)]).toEqual([-1, -2, -1]);
  expect([...bestPartnerWeights(Float64Array.of(0, -5, -5, 0), 2)]).toEqual([-5, -5]);
});

test('is nothing for a unit alone in the world', () => {
  expect([...bestPartnerWeights(Float64Array.of(7), 1)]).toEqual([0]);
});
