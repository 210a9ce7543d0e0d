import { describe, expect, test } from 'vitest';
import { leiden } from '../../../../engine/methods/graph/leiden.js';
import type { LeidenOptions } from '../../../../engine/methods/graph/leiden-options.js';
import { thrownBy } from '../../thrown-error.js';
import { DenseNull } from './dense-null.js';
import { graphOf } from './made-graphs.js';

describe('edges of the input', () => {
  test('a graph without places, without edges or without weight has defined answers', () => {
    expect(leiden(graphOf(0, []))).toMatchObject({ count: 0, quality: 0 });
    expect([...leiden(graphOf(3, [])).membership]).toEqual([0, 1, 2]);
    const weightless = graphOf(3, [
      [0, 1, 0],
      [2, 2, 0],
    ]);
    expect(leiden(weightless, { initial: Uint32Array.of(5, 5, 5) })).toMatchObject({ count: 3, quality: 0 });
    expect(leiden(graphOf(2, [[0, 0, 3]]), { objective: 'cpm' })).toMatchObject({ count: 2, quality: 3 });
  });

  test.each<[string, LeidenOptions, unknown]>([
    ['resolution-not-usable', { resolution: Number.NaN }, Number.NaN],
    ['resolution-not-usable', { resolution: -1 }, -1],
    ['resolution-not-usable', { resolution: Number.POSITIVE_INFINITY }, Number.POSITIVE_INFINITY],
    ['seed-not-usable', { seed: -1 }, -1],
    ['seed-not-usable', { seed: 0.5 }, 0.5],
    ['iterations-not-usable', { iterations: 0 }, 0],
    ['iterations-not-usable', { iterations: 1.5 }, 1.5],
    ['iterations-not-usable', { iterations: Number.NaN }, Number.NaN],
    ['theta-not-usable', { theta: 0 }, 0],
    ['theta-not-usable', { theta: Number.NaN }, Number.NaN],
    ['objective-not-known', { objective: 'surprise' as 'cpm' }, 'surprise'],
    ['lengths-differ', { initial: Uint32Array.of(0) }, [1, 3]],
    ['membership-not-usable', { initial: [0, 0.5, 1] as unknown as Uint32Array }, [1, 0.5]],
    ['lengths-differ', { objective: 'cpm', nodeWeights: Float64Array.of(1) }, [1, 3]],
    ['node-weight-not-usable', { objective: 'cpm', nodeWeights: Float64Array.of(1, -1, 1) }, [1, -1]],
    [
      'node-weight-not-usable',
      { objective: 'cpm', nodeWeights: Float64Array.of(1, 1, Number.NaN) },
      [2, Number.NaN],
    ],
    ['options-contradict', { nodeWeights: Float64Array.of(1, 1, 1) }, ['nodeWeights']],
    ['lengths-differ', { nullModel: new DenseNull([[0]]) }, [1, 3]],
  ])('%s: %o', (code, options, value) => {
    const graph = graphOf(3, [[0, 1, 1]]);
    expect(thrownBy(() => leiden(graph, options))).toMatchObject({ code, value });
  });

  test('a graph made by hand with weights that graphFromEdges refuses is refused here too', () => {
    for (const weight of [Number.NaN, -1, Number.POSITIVE_INFINITY]) {
      const graph = { ...graphOf(2, [[0, 1, 1]]), weights: Float64Array.of(weight, weight) };
      expect(thrownBy(() => leiden(graph))).toMatchObject({
        code: 'weight-not-usable',
        value: [0, 1, weight],
      });
    }
    const huge = graphOf(2, [[0, 1, Number.MAX_VALUE]]);
    expect(thrownBy(() => leiden(huge)).code).toBe('weight-not-usable');
  });
});
