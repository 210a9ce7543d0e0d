import { describe, expect, test } from 'vitest';
import { communityMethods } from '../../../engine/community/community-methods.js';
import { findConcerns } from '../../../engine/community/find-concerns.js';
import { comparePartitions } from '../../../engine/methods/graph/compare-partitions.js';
import { modularity } from '../../../engine/methods/graph/modularity.js';
import { graphFromEdges } from '../../../engine/methods/graph/weighted-graph.js';
import type { Matrix } from '../../../engine/numeric/matrix.js';
import { createRng } from '../../../engine/random/rng.js';
import { thrownBy } from '../thrown-error.js';

const methods = Object.keys(communityMethods) as (keyof typeof communityMethods)[];

/** Groups of `size` territories that declare the three problems of their group, and one that all declare. */
function planted(groups: number, size: number): { features: Matrix; truth: number[] } {
  const columns = 3 * groups + 1;
  const truth = Array.from({ length: groups * size }, (_, i) => i % groups);
  const rng = createRng(2);
  const values = truth.flatMap((g) =>
    Array.from({ length: columns }, (_, p) =>
      p === columns - 1 ? 0.2 : Math.floor(p / 3) === g ? 0.5 + 0.5 * rng.next() : 0,
    ),
  );
  return { features: { rows: truth.length, columns, values: Float64Array.from(values) }, truth };
}

/** Every pair, weighted by the cosine of the two rows. */
function networkOf({ rows, columns, values }: Matrix) {
  const sources: number[] = [];
  const targets: number[] = [];
  const weights: number[] = [];
  const product = (i: number, j: number) => {
    let sum = 0;
    for (let p = 0; p < columns; p++) sum += values[i * columns + p]! * values[j * columns + p]!;
    return sum;
  };
  for (let i = 0; i < rows; i++) {
    for (let j = i + 1; j < rows; j++) {
      const weight = product(i, j) / Math.sqrt(product(i, i) * product(j, j));
      if (!(weight > 0)) continue;
      sources.push(i);
      targets.push(j);
      weights.push(weight);
    }
  }
  return graphFromEdges(
    rows,
    Uint32Array.from(sources),
    Uint32Array.from(targets),
    Float64Array.from(weights),
  );
}

/** Only what findConcerns reads of profiles is told: the needs. */
function profilesOf(needs: Matrix) {
  return {
    order: needs.rows,
    problemIds: Array.from({ length: needs.columns }, (_, p) => `p${p}`),
    themeIds: ['t'],
    themeOfProblem: new Uint32Array(needs.columns),
    needs,
    experiences: { ...needs, values: new Float64Array(needs.values.length) },
    rarity: new Float64Array(needs.columns).fill(1),
    features: needs,
  };
}

describe.each(methods)('the contract of every community method: %s', (method) => {
  const options = { method, resolution: 1, concernCount: null };
  const concernsOf = (features: Matrix, seed = 1) =>
    findConcerns(networkOf(features), profilesOf(features), features, options, createRng(seed));

  test('planted groups are found, with the problems that make them', () => {
    const { features, truth } = planted(4, 8);
    const { membership, count, problems } = concernsOf(features);
    expect(count).toBe(4);
    expect(comparePartitions(membership, truth).nmi).toBe(1);
    problems.forEach((found, c) => {
      const g = truth[membership.indexOf(c)]!;
      expect(found.map(({ problem }) => problem).sort((a, b) => a - b)).toEqual([
        3 * g,
        3 * g + 1,
        3 * g + 2,
      ]);
    });
  });

  test('everyone is placed, labels are dense and numbered by smallest member', () => {
    const { membership, count } = concernsOf(planted(5, 6).features, 7);
    let next = 0;
    for (const label of membership) {
      expect(label).toBeLessThanOrEqual(next);
      if (label === next) next++;
    }
    expect(next).toBe(count);
  });

  test('quality is the modularity of the concerns', () => {
    const { features } = planted(3, 5);
    const { membership, quality } = concernsOf(features);
    expect(quality).toBe(modularity(networkOf(features), membership));
  });

  test('one seed gives one answer', () => {
    const { features } = planted(4, 5);
    expect(concernsOf(features, 11)).toEqual(concernsOf(features, 11));
  });

  test('nobody, one, two and nothing declared are answered', () => {
    const empty = (rows: number) => ({ rows, columns: 2, values: new Float64Array(2 * rows) });
    expect(concernsOf(empty(0))).toMatchObject({ count: 0, quality: 0, problems: [] });
    expect(concernsOf(empty(1))).toMatchObject({ count: 1, problems: [[]] });
    expect(concernsOf({ rows: 2, columns: 2, values: Float64Array.of(1, 0, 1, 0) })).toMatchObject({
      count: 1,
    });
    const silent = concernsOf(empty(4));
    expect(silent.membership).toHaveLength(4);
    expect(silent.problems.every((problems) => problems.length === 0)).toBe(true);
  });
});

test('k-means finds as many concerns as asked, √(n/2) otherwise', () => {
  const { features } = planted(4, 8);
  const ask = (concernCount: number | null) =>
    findConcerns(
      networkOf(features),
      profilesOf(features),
      features,
      { method: 'kmeans', resolution: 1, concernCount },
      createRng(1),
    ).count;
  expect(ask(2)).toBe(2);
  expect(ask(null)).toBe(Math.round(Math.sqrt(32 / 2)));
});

test('k-means looks at what is declared, not at how much', () => {
  // two problems, each declared faintly and strongly
  const features = { rows: 4, columns: 2, values: Float64Array.of(0.1, 0, 0, 0.1, 1, 0, 0, 1) };
  const { membership } = findConcerns(
    networkOf(features),
    profilesOf(features),
    features,
    { method: 'kmeans', resolution: 1, concernCount: 2 },
    createRng(1),
  );
  expect([...membership]).toEqual([0, 1, 0, 1]);
});

test('a network, profiles and features of different territories are refused', () => {
  const { features } = planted(2, 2);
  const other = planted(2, 3).features;
  expect(
    thrownBy(() =>
      findConcerns(
        networkOf(features),
        profilesOf(features),
        other,
        { method: 'louvain', resolution: 1, concernCount: null },
        createRng(1),
      ),
    ).value,
  ).toEqual([4, 4, 6]);
});

describe('the automatic choice', () => {
  const automatic = { method: 'automatic', resolution: null, concernCount: null } as const;
  const concernsOf = (features: Matrix, options: Parameters<typeof findConcerns>[3] = automatic) =>
    findConcerns(networkOf(features), profilesOf(features), features, options, createRng(1));

  test('finds planted groups of any number, keeps a level at which all runs agree, and says so', () => {
    for (const groups of [2, 3, 6]) {
      const { features, truth } = planted(groups, 9);
      const { membership, count, stability, choice } = concernsOf(features);
      expect(count).toBe(groups);
      expect(comparePartitions(membership, truth).nmi).toBe(1);
      expect([...stability]).toEqual(Array.from({ length: groups }, () => 1));
      expect(choice.method).toBe('leiden');
      expect(choice.grounds).toMatchObject({
        code: 'concerns-surest',
        facts: {
          method: 'leiden',
          stability: 100,
          concernCount: groups,
          tried: ['0.5', '0.7', '1', '1.4', '2'],
        },
      });
    }
  });

  test('follows what is asked, and says so', () => {
    const { features } = planted(4, 6);
    const asked = concernsOf(features, { method: 'louvain', resolution: 1.5, concernCount: null });
    expect(asked.choice).toMatchObject({
      method: 'louvain',
      resolution: 1.5,
      grounds: { code: 'concerns-as-asked', facts: { method: 'louvain', resolution: 1.5 } },
    });
    expect(
      concernsOf(features, { method: 'kmeans', resolution: null, concernCount: 4 }).choice.grounds,
    ).toEqual({
      code: 'concerns-as-asked',
      facts: { method: 'kmeans', resolution: 0, concernCount: 4, stability: expect.any(Number) },
    });
  });

  test('says when nothing ties anybody', () => {
    const silent = concernsOf({ rows: 5, columns: 2, values: new Float64Array(10) });
    expect(silent.choice.grounds).toEqual({ code: 'concerns-untied', facts: { territoryCount: 5 } });
    expect(silent.count).toBe(5);
  });
});
