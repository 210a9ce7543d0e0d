import type { ChangeProblem } from '../../../../../engine/methods/grouping/changes/change-problem.js';
import type { Criterion } from '../../../../../engine/model/criterion.js';
import { createRng } from '../../../../../engine/random/rng.js';
import { groupCount, order, ruleCases } from '../../../criteria/rule-cases.js';
import { recountValue, symmetricWeights } from '../every-grouping.js';

/** Seven units, 1 with 4 and 5, in three groups, under some rules of every kind; every other one is hard. */
export function drawnChange(seed: number, ruled = true): ChangeProblem {
  const rng = createRng(seed);
  const criteria = ruleCases.flatMap(({ name, drawn }, k): Criterion[] => {
    const level = k % 2 === 0 ? 'soft' : 'hard';
    const criterion = drawn({ ruleId: name, level, weight: 1 + rng.integer(4) }, rng);
    return ruled && rng.integer(4) === 0 ? [criterion] : [];
  });
  return {
    order,
    weights: symmetricWeights(order, () => rng.integer(19) - 9),
    groups: Array.from({ length: groupCount }, () => ({ min: 1 + rng.integer(2), max: 2 + rng.integer(2) })),
    together: [[1, 4, 5]],
    apart: [
      [0, 2],
      [3, 4],
      [2, 6],
    ],
    criteria,
    home: Int32Array.from({ length: order }, () => rng.integer(groupCount + 1) - 1),
  };
}

/** What is sought, what is broken and how many are away, from their definitions. */
export function definedChange(problem: ChangeProblem, groupOf: Int32Array) {
  const { groups, apart = [], criteria = [], home } = problem;
  const ofLevel = (level: string): readonly Criterion[] => criteria.filter((each) => each.level === level);
  const beyond = groups.map(({ min, max }, g) => {
    const size = groupOf.filter((h) => h === g).length;
    return size < min ? min - size : Math.max(0, size - max);
  });
  return {
    sought:
      recountValue(problem, groupOf) -
      ofLevel('soft').reduce((sum, { weight, evaluate }) => sum + weight * evaluate(groupOf), 0),
    broken:
      beyond.reduce((sum, units) => sum + units, 0) +
      apart.filter(([i, j]) => groupOf[i] === groupOf[j]).length +
      ofLevel('hard').reduce((sum, { evaluate }) => sum + evaluate(groupOf), 0),
    changes: home.reduce((sum, g, i) => sum + Number(g !== -1 && g !== groupOf[i]), 0),
  };
}
