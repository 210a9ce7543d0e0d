import { expect, test } from 'vitest';
import { checkWeights } from '../../../../engine/criteria/forms/rule-facts.js';
import { EngineError } from '../../../../engine/engine-error.js';

function refused(weights: Float64Array, order: number): EngineError | null {
  try {
    checkWeights('r', weights, order);
    return null;
  } catch (error) {
    if (error instanceof EngineError) return error;
    throw error;
  }
}

test('every weight between two units is looked at, none of a unit with itself', () => {
  const sound = Float64Array.from({ length: 9 }, (_, at) => at - 4);
  expect(refused(sound, 3)).toBeNull();
  for (let at = 0; at < 9; at++) {
    const error = refused(sound.with(at, Number.NaN), 3);
    if (at % 4 === 0) expect(error).toBeNull();
    else
      expect(error?.message).toMatch(/^Rule "r" has weight of a pair NaN\.\nMaybe give a finite number\.$/);
  }
});

test('a matrix is square, of a whole number of units', () => {
  expect(refused(new Float64Array(8), 3)?.message).toMatch(/^Rule "r" has 8 weights; 3 units need 9\./);
  expect(refused(new Float64Array(4), 1.5)?.message).toMatch(/^Rule "r" has order 1.5\./);
});
