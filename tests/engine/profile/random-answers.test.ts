import { describe, expect, test } from 'vitest';
import { exampleAssembly } from '../../../data/example-assembly.js';
import { dealtAnswers, resampledAnswers } from '../../../engine/profile/random-answers.js';
import { createRng } from '../../../engine/random/rng.js';
import { madeTerritory } from '../made-territory.js';

const { territories } = exampleAssembly();
const answersIn = (of: typeof territories) => of.reduce((sum, { needs }) => sum + needs.length, 0);

describe('answers drawn again', () => {
  test('are a part of those given, about four in five, never none', () => {
    const drawn = resampledAnswers(territories, createRng(1));
    for (const [i, { id, needs }] of drawn.entries()) {
      expect(id).toBe(territories[i]!.id);
      for (const need of needs) expect(territories[i]!.needs).toContainEqual(need);
      expect(needs.length > 0).toBe(territories[i]!.needs.length > 0);
    }
    const share = answersIn(drawn) / answersIn(territories);
    expect(share).toBeGreaterThan(0.77);
    expect(share).toBeLessThan(0.9);
  });

  test('leave who declared nothing as it is', () => {
    const silent = madeTerritory({ id: 's', needs: [] });
    expect(resampledAnswers([silent], createRng(1))).toEqual([silent]);
  });
});

describe('answers dealt out at random', () => {
  test('keep each problem its intensities, and no territory gets one twice', () => {
    const dealt = dealtAnswers(territories, createRng(2));
    const told = (of: typeof territories) =>
      of.flatMap(({ needs }) => needs.map(({ problemId, intensity }) => `${problemId} ${intensity}`)).sort();
    expect(told(dealt)).toEqual(told(territories));
    for (const { needs } of dealt) {
      const ids = needs.map(({ problemId }) => problemId);
      expect(new Set(ids).size).toBe(ids.length);
    }
    expect(dealt.map(({ needs }) => needs)).not.toEqual(territories.map(({ needs }) => needs));
  });
});
