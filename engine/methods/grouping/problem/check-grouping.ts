import { EngineError } from '../../../engine-error.js';
import type { GroupingProblem, GroupingRules } from './grouping-problem.js';

/**
 * Refuses a problem whose numbers cannot be used; says nothing of rules that contradict each other.
 *
 * @throws EngineError `bad-order`, `bad-weights`, `bad-bounds`, `bad-unit`, `bad-group`, `bad-pin`,
 * `bad-quota`
 */
export function checkGrouping(problem: GroupingProblem): void {
  checkRules(problem);
  checkWeights(problem.order, problem.weights);
  for (const criterion of problem.criteria ?? []) {
    if (Number.isFinite(criterion.weight) && criterion.weight >= 0) continue;
    throw new EngineError(
      'bad-weights',
      `Criterion "${criterion.ruleId}" has weight ${criterion.weight}.`,
      'give a finite weight, zero or more; a rule that must hold has level hard.',
      criterion.weight,
    );
  }
}

/** The same for the rules alone. */
export function checkRules(rules: GroupingRules): void {
  const { order, groups } = rules;
  if (!Number.isInteger(order) || order < 0) {
    throw new EngineError('bad-order', `order is ${order}.`, 'give the number of units, 0 or more.', order);
  }
  groups.forEach(({ min, max }, g) => {
    if (!Number.isInteger(min) || !Number.isInteger(max) || min < 0) {
      throw new EngineError(
        'bad-bounds',
        `Group ${g} has bounds ${min}..${max}.`,
        'give whole numbers, 0 or more.',
        [min, max],
      );
    }
    if (min > max) {
      throw new EngineError(
        'bad-bounds',
        `Group ${g} has a smallest size (${min}) above its largest (${max}).`,
        `swap them: ${max}..${min}.`,
        [min, max],
      );
    }
  });
  for (const units of rules.together ?? []) for (const i of units) checkUnit(i, order, 'together');
  for (const pair of rules.apart ?? []) {
    const i = pair[0];
    const j = pair[1];
    checkUnit(i, order, 'apart');
    checkUnit(j, order, 'apart');
    if (i === j) {
      throw new EngineError(
        'bad-unit',
        `apart holds [${i}, ${j}]: a unit cannot be apart from itself.`,
        'name two different units.',
        [i, j],
      );
    }
  }
  checkPins(rules);
  checkCounts(rules);
}

function checkCounts({ order, allowed, quotas, varieties }: GroupingRules): void {
  for (const [i, places] of allowed ?? []) {
    checkUnit(i, order, 'allowed');
    const stray = places.find((g) => !isCount(g));
    if (stray === undefined) continue;
    throw new EngineError(
      'bad-group',
      `allowed lets unit ${i} into group ${stray}.`,
      'groups are counted from 0.',
      stray,
    );
  }
  for (const { units, min = 0, max = order } of quotas ?? []) {
    for (const i of units) checkUnit(i, order, 'quotas');
    if (isCount(min) && isCount(max) && min <= max) continue;
    throw new EngineError(
      'bad-quota',
      `A quota asks for ${min} to ${max} units in every group.`,
      'give whole numbers, 0 or more, the smaller one first.',
      [min, max],
    );
  }
  for (const { kinds, min } of varieties ?? []) {
    for (const units of kinds) for (const i of units) checkUnit(i, order, 'varieties');
    if (isCount(min)) continue;
    throw new EngineError(
      'bad-quota',
      `A variety asks for ${min} kinds in every group.`,
      'give a whole number, 0 or more.',
      min,
    );
  }
}

function isCount(x: number): boolean {
  return Number.isInteger(x) && x >= 0;
}

function checkUnit(i: number, order: number, where: string): void {
  if (Number.isInteger(i) && i >= 0 && i < order) return;
  throw new EngineError(
    'bad-unit',
    `${where} names unit ${i}, but units go from 0 to ${order - 1}.`,
    'the index was taken from another list.',
    i,
  );
}

function checkPins({ order, groups, pinned }: GroupingRules): void {
  const seen = new Set<number>();
  for (const [i, g] of pinned ?? []) {
    checkUnit(i, order, 'pinned');
    checkGroup(i, g, groups.length, 'pinned puts');
    const key = i * groups.length + g;
    if (seen.has(key)) {
      throw new EngineError('bad-pin', `pinned holds [${i}, ${g}] twice.`, 'give each pin once.', [i, g]);
    }
    seen.add(key);
  }
}

function checkGroup(i: number, g: number, groupCount: number, what: string): void {
  if (Number.isInteger(g) && g >= 0 && g < groupCount) return;
  throw new EngineError(
    'bad-group',
    `${what} unit ${i} in group ${g}, but groups go from 0 to ${groupCount - 1}.`,
    'groups are counted from 0, or one group is missing.',
    g,
  );
}

function checkWeights(order: number, weights: Float64Array): void {
  if (weights.length !== order * order) {
    throw new EngineError(
      'bad-weights',
      `weights has ${weights.length} entries; ${order} units need ${order * order}.`,
      'give the whole square matrix, row by row.',
      weights.length,
    );
  }
  let total = 0;
  for (let i = 0; i < order; i++) {
    for (let j = i + 1; j < order; j++) {
      const w = weights[i * order + j]!;
      if (!Number.isFinite(w) || w !== weights[j * order + i]) refuseWeight(i, j, order, weights);
      total += Math.abs(w);
    }
  }
  if (!Number.isFinite(total)) {
    throw new EngineError(
      'bad-weights',
      'The sum of the weights overflows.',
      'scale the weights down.',
      total,
    );
  }
}

function refuseWeight(i: number, j: number, order: number, weights: Float64Array): never {
  const pair = [weights[i * order + j]!, weights[j * order + i]!];
  const bad = pair.find((w) => !Number.isFinite(w));
  if (bad !== undefined) {
    throw new EngineError(
      'bad-weights',
      `The weight of units ${i} and ${j} is ${bad}.`,
      'a division by zero or a missing value upstream; every weight must be a finite number.',
      bad,
    );
  }
  throw new EngineError(
    'bad-weights',
    `weights is not symmetric: (${i}, ${j}) is ${pair[0]} and (${j}, ${i}) is ${pair[1]}.`,
    'copy the upper triangle onto the lower one.',
    pair,
  );
}
