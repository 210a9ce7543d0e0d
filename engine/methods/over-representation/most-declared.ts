import type { Matrix } from '../../numeric/matrix.js';
import type { OverRepresented } from './over-representation.js';

/**
 * The problems that at least half of a group declares (two members or more), the most declared first: what
 * there is to say of a group in which nothing is over-represented, as when it is the whole assembly.
 *
 * The lift is the plain ratio of the shares. Ties go to the smaller problem index.
 */
export function mostDeclared(needs: Matrix, members: readonly number[]): OverRepresented[] {
  const { rows, columns, values } = needs;
  const declares = (i: number, p: number): boolean => (values[i * columns + p] ?? 0) > 0;
  const everyone = Array.from({ length: rows }, (_, i) => i);
  return Array.from({ length: columns }, (_, problem) => {
    const count = members.filter((i) => declares(i, problem)).length;
    const overall = everyone.filter((i) => declares(i, problem)).length / Math.max(1, rows);
    const share = count / Math.max(1, members.length);
    return { problem, share, lift: overall > 0 ? share / overall : 0, count };
  })
    .filter(({ share, count }) => count >= 2 && share >= 0.5)
    .sort((a, b) => b.share - a.share || a.problem - b.problem)
    .map(({ problem, share, lift }) => ({ problem, share, lift }));
}
