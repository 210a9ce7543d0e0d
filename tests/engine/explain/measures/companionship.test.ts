import { describe, expect, it } from 'vitest';
import { companionshipOf, placementLevel } from '../../../../engine/explain/measures/companionship.js';

const workshops = [
  [0, 1, 2],
  [3, 4],
];

describe('companionshipOf', () => {
  const found = companionshipOf(workshops, [
    // the same but for the numbers of the workshops
    [
      [3, 4],
      [0, 1, 2],
    ],
    [
      [0, 1, 3],
      [2, 4],
    ],
  ]);

  it('counts for each pair how often it shares a workshop again, whatever its number', () => {
    expect(found.resamplings).toBe(2);
    expect(found.pairs).toEqual([
      { i: 0, j: 1, share: 1 },
      { i: 0, j: 2, share: 0.5 },
      { i: 1, j: 2, share: 0.5 },
      { i: 3, j: 4, share: 0.5 },
    ]);
  });

  it('counts for each member how many of its companions stay', () => {
    expect(found.shares.map((shares) => [...shares])).toEqual([
      [0.75, 0.75, 0.5],
      [0.5, 0.5],
    ]);
  });

  it('takes a territory of several workshops for together wherever one of them is shared', () => {
    const twice = companionshipOf(
      [[0, 1]],
      [
        [
          [0, 2],
          [0, 1],
        ],
      ],
    );
    expect(twice.pairs).toEqual([{ i: 0, j: 1, share: 1 }]);
  });

  it('says that one alone keeps what it has, and that nobody was found again in no composition', () => {
    expect([...(companionshipOf([[7]], [[[7]]]).shares[0] ?? [])]).toEqual([1]);
    expect(companionshipOf([[0, 1]], []).pairs).toEqual([{ i: 0, j: 1, share: 0 }]);
  });

  it('reads shares in words at two thirds and one third', () => {
    expect([1, 2 / 3, 0.66, 1 / 3, 0.33].map(placementLevel)).toEqual([
      'solid',
      'solid',
      'fair',
      'fair',
      'fragile',
    ]);
  });
});
