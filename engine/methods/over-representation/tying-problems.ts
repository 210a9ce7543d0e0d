import type { Matrix } from '../../numeric/matrix.js';
import { mostDeclared } from './most-declared.js';
import { type OverRepresented, overRepresentedAmong } from './over-representation.js';

/**
 * What there is to say of each group, given by its members: the problems over-represented in it, or where none is, those that
 * most of it declares.
 *
 * @throws EngineError `matrix-misshapen`, `entry-not-usable`
 */
export function tyingProblems(
  needs: Matrix,
  groups: readonly (readonly number[])[],
): (readonly OverRepresented[])[] {
  return overRepresentedAmong(needs, groups).map((tying, g) =>
    tying.length > 0 ? tying : mostDeclared(needs, groups[g] ?? []),
  );
}
