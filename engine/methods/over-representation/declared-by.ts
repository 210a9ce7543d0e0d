import type { Matrix } from '../../numeric/matrix.js';
import type { OverRepresented } from './over-representation.js';

/** How far one problem ties a group, whatever it is: the share that declares it, and its plain ratio to the assembly's. */
export function declaredBy(needs: Matrix, members: readonly number[], problem: number): OverRepresented {
  const { rows, columns, values } = needs;
  const declares = (i: number): boolean => (values[i * columns + problem] ?? 0) > 0;
  const everyone = Array.from({ length: rows }, (_, i) => i);
  const overall = everyone.filter(declares).length / Math.max(1, rows);
  const share = members.filter(declares).length / Math.max(1, members.length);
  return { problem, share, lift: overall > 0 ? share / overall : 0 };
}
