import { EngineError } from '../../engine-error.js';

/** What a number of a rule may be. */
export interface NumberRange {
  readonly from: number;
  readonly to?: number;
  /** `from` itself is too little */
  readonly above?: boolean;
  readonly whole?: boolean;
}

const index: NumberRange = { from: 0, whole: true };
const finite: NumberRange = { from: -Number.MAX_VALUE };

/**
 * Refuses a number that a rule cannot mean, where the rule is made: the search would carry it to every sum.
 *
 * @throws EngineError `bad-rule`: the rule, the name of the number, its value, and what it may be
 */
export function checkNumber(ruleId: string, name: string, value: number, range: NumberRange): void {
  const { from, to = Number.MAX_VALUE, above = false, whole = false } = range;
  const inside = above ? value > from : value >= from;
  if (inside && value <= to && (!whole || Number.isInteger(value))) return;
  throw new EngineError(
    'bad-rule',
    `Rule "${ruleId}" has ${name} ${value}.`,
    `give a ${whole ? 'whole' : 'finite'} number${spanOf(range)}.`,
    value,
  );
}

function spanOf({ from, to, above = false }: NumberRange): string {
  if (from === finite.from) return '';
  if (to !== undefined) return `, from ${from} to ${to}`;
  return above ? `, above ${from}` : `, ${from} or more`;
}

/**
 * The same for indices: units, groups, values, slots.
 *
 * @throws EngineError `bad-rule`
 */
export function checkIndices(ruleId: string, name: string, indices: Iterable<number>): void {
  for (const one of indices) checkNumber(ruleId, name, one, index);
}

/**
 * The same for what a rule says of pairs of units.
 *
 * @throws EngineError `bad-rule`
 */
export function checkPairs(
  ruleId: string,
  name: string,
  pairs: readonly (readonly [i: number, j: number, value: number])[],
  range: NumberRange,
): void {
  for (const [i, j, value] of pairs) {
    checkIndices(ruleId, 'unit', [i, j]);
    checkNumber(ruleId, name, value, range);
  }
}

/**
 * The same for a square matrix of weights, order × order.
 *
 * @throws EngineError `bad-rule`
 */
export function checkWeights(ruleId: string, weights: Float64Array, order: number): void {
  checkNumber(ruleId, 'order', order, { from: 0, whole: true });
  if (weights.length !== order * order) {
    throw new EngineError(
      'bad-rule',
      `Rule "${ruleId}" has ${weights.length} weights; ${order} units need ${order * order}.`,
      'give the whole square matrix, row by row.',
      weights.length,
    );
  }
  // the diagonal is not read
  for (let i = 0; i < order; i++) {
    for (let j = 0; j < order; j++) {
      if (i !== j) checkNumber(ruleId, 'weight of a pair', weights[i * order + j] ?? 0, finite);
    }
  }
}
