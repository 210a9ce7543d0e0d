import { describe, expect, test } from 'vitest';
import { candidatesFor, worthiest } from '../../../engine/community/choose-candidate.js';
import type { JudgedCandidate } from '../../../engine/community/judge-candidate.js';
import { PartitionTally } from '../../../engine/methods/graph/partition-tally.js';

const judged = (resolution: number, worth: number): JudgedCandidate => ({
  method: 'leiden',
  resolution,
  tally: new PartitionTally(0),
  best: { membership: new Uint32Array(0), count: 0, quality: 0 },
  stability: worth,
  distinction: 1,
  worth,
});

describe('what is tried', () => {
  test('five resolutions, coarsest first, unless one is asked', () => {
    const automatic = candidatesFor({ method: 'automatic', resolution: null, concernCount: null });
    expect(automatic.map(({ method, resolution }) => [method, resolution])).toEqual([
      ['leiden', 0.5],
      ['leiden', 0.7],
      ['leiden', 1],
      ['leiden', 1.4],
      ['leiden', 2],
    ]);
    expect(candidatesFor({ method: 'louvain', resolution: 3, concernCount: null })).toEqual([
      { method: 'louvain', resolution: 3 },
    ]);
    expect(candidatesFor({ method: 'automatic', resolution: 0.4, concernCount: null })).toEqual([
      { method: 'leiden', resolution: 0.4 },
    ]);
    expect(candidatesFor({ method: 'kmeans', resolution: null, concernCount: 4 })).toHaveLength(1);
  });
});

describe('what is kept', () => {
  test('the worthiest, or a coarser one within 5 % of it', () => {
    expect(worthiest([judged(0.5, 0.2), judged(1, 0.3), judged(2, 0.5)]).resolution).toBe(2);
    expect(worthiest([judged(0.5, 0.2), judged(1, 0.48), judged(2, 0.5)]).resolution).toBe(1);
    expect(worthiest([judged(0.5, 0), judged(1, 0)]).resolution).toBe(0.5);
  });
});
