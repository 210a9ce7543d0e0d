import { type FiniteField, finiteField, primePowers } from './finite-field.js';
import type { RoundDesign } from './round-design.js';

/**
 * Rounds of a resolvable transversal design: `size` columns of `groupCount` points each (point x·groupCount
 * + y is at height y of column x); in round m the points with the same y − m·x form a group, so that a
 * group takes one point of each column. Two points of columns x ≠ x′ meet in rounds m and m′ only if
 * (m − m′)(x − x′) = 0.
 *
 * Over a field that never happens: `groupCount` rounds for a prime power, size ≤ groupCount (affine planes
 * and their truncations; Colbourn, Dinitz, Handbook of Combinatorial Designs, 2007,
 * 10.1201/9781420010541, III.3). Over a product of fields (MacNeish 1922, 10.2307/1967920) it never happens
 * either when columns and rounds differ in the parts of at least `size` elements: as many rounds as the
 * product of these parts. Returns the rounds there are, at most `rounds`; null if there is none.
 */
export function transversalDesign(groupCount: number, size: number, rounds: number): RoundDesign | null {
  const parts = primePowers(groupCount);
  const carrying = parts.filter(({ value }) => value >= size);
  const available = carrying.reduce((product, { value }) => product * value, 1);
  if (carrying.length === 0 || size < 1) return null;
  const fields = parts.map(({ value }) => finiteField(value));
  const groupOf = Array.from({ length: Math.min(rounds, available) }, (_, r) => {
    const slopes = slopeParts(fields, size, r);
    const groups = new Int32Array(size * groupCount);
    for (let x = 0; x < size; x++) {
      for (let y = 0; y < groupCount; y++) groups[x * groupCount + y] = intercept(fields, slopes, x, y);
    }
    return groups;
  });
  return { order: size * groupCount, groupCount, groupOf };
}

/** Round r as one slope a field: its mixed-radix digits over the fields that carry, 0 elsewhere. */
function slopeParts(fields: readonly FiniteField[], size: number, r: number): number[] {
  let rest = r;
  return fields.map(({ order }) => {
    if (order < size) return 0;
    const digit = rest % order;
    rest = Math.floor(rest / order);
    return digit;
  });
}

/** y − slope·x, field by field, put together again. */
function intercept(fields: readonly FiniteField[], slopes: readonly number[], x: number, y: number): number {
  let rest = y;
  let place = 1;
  let result = 0;
  fields.forEach((field, f) => {
    const slope = slopes[f]!;
    // a column is the element x of every field large enough to tell all columns apart
    const across = slope === 0 ? 0 : field.multiply(slope, x);
    result += place * field.subtract(rest % field.order, across);
    rest = Math.floor(rest / field.order);
    place *= field.order;
  });
  return result;
}
