import { EngineError } from '../../engine-error.js';
import { checkedMatrix } from '../../numeric/checked-matrix.js';
import { groupMembers } from '../../numeric/group-members.js';
import type { Matrix } from '../../numeric/matrix.js';

export interface OverRepresented {
  /** column of the needs */
  readonly problem: number;
  /** share of the group that declares it, 0..1 */
  readonly share: number;
  /** that share against the assembly's, shrunk towards 1 for small groups; above 1 */
  readonly lift: number;
}

/** m: a group is judged as if so many more members, alike to the assembly, sat in it. */
export const priorMembers = 4;

/**
 * The problems that tie each group together, the best first.
 *
 * With k of the n_g members declaring it (need > 0) and p its share of the whole assembly:
 * share = k / n_g, lift = ((k + m p) / (n_g + m)) / p with m = 4. A problem is kept when lift > 1 and at least
 * two members declare it (the one member, in a group of one). The order is by share − p, how much more of the
 * group than of the assembly declares it (weighted relative accuracy; Lavrač, Flach, Zupan 1999,
 * 10.1007/3-540-48751-4_17), so that the first is something most of the group shares and the others less;
 * then the higher mean need in the group, then the smaller problem index.
 *
 * Rows with groupOf −1 are in no group; they do count in the assembly. An empty group has no problem.
 *
 * @throws EngineError `matrix-misshapen`, `entry-not-usable`, `lengths-differ`, `index-out-of-range`, `count-not-usable`
 */
export function overRepresented(
  needs: Matrix,
  groupOf: ArrayLike<number>,
  groupCount: number,
): readonly (readonly OverRepresented[])[] {
  checkedMatrix(needs, 'The matrix of needs');
  checkGroups(needs, groupOf, groupCount);
  return overRepresentedAmong(needs, groupMembers(groupOf, groupCount));
}

/** The same for groups given by their members, which may overlap. */
export function overRepresentedAmong(
  needs: Matrix,
  groups: readonly (readonly number[])[],
): readonly (readonly OverRepresented[])[] {
  checkedMatrix(needs, 'The matrix of needs');
  const { rows, columns, values } = needs;
  const declaringAll = new Uint32Array(columns);
  for (let i = 0; i < rows; i++) {
    for (let p = 0; p < columns; p++) if (values[i * columns + p]! !== 0) declaringAll[p]!++;
  }
  return groups.map((members) => {
    const size = members.length;
    const declaring = new Uint32Array(columns);
    const needSum = new Float64Array(columns);
    for (const i of members) {
      for (let p = 0; p < columns; p++) {
        const need = values[i * columns + p]!;
        if (need === 0) continue;
        declaring[p]!++;
        needSum[p]! += need;
      }
    }
    const candidates: (OverRepresented & { excess: number; need: number })[] = [];
    for (let p = 0; p < columns; p++) {
      const k = declaring[p]!;
      if (k < Math.min(2, size) || k === 0) continue;
      const overall = declaringAll[p]! / rows;
      const share = k / size;
      // lift > 1 is share > p; said without division, so that equality is exact
      if (k * rows <= declaringAll[p]! * size) continue;
      const lift = (k + priorMembers * overall) / (size + priorMembers) / overall;
      candidates.push({ problem: p, share, lift, excess: share - overall, need: needSum[p]! });
    }
    candidates.sort((a, b) => b.excess - a.excess || b.need - a.need || a.problem - b.problem);
    return candidates.map(({ problem, share, lift }) => ({ problem, share, lift }));
  });
}

function checkGroups(needs: Matrix, groupOf: ArrayLike<number>, groupCount: number): void {
  if (!Number.isInteger(groupCount) || groupCount < 0) {
    throw new EngineError(
      'count-not-usable',
      `There cannot be ${groupCount} groups.`,
      'give a whole number, 0 or more.',
      groupCount,
    );
  }
  if (groupOf.length !== needs.rows) {
    throw new EngineError(
      'lengths-differ',
      `There are ${needs.rows} rows of needs and ${groupOf.length} groups named.`,
      'name one group a row, -1 for a row in no group.',
      [needs.rows, groupOf.length],
    );
  }
  for (let i = 0; i < groupOf.length; i++) {
    const g = groupOf[i]!;
    if (Number.isInteger(g) && g >= -1 && g < groupCount) continue;
    throw new EngineError(
      'index-out-of-range',
      `Row ${i} is in group ${g} of ${groupCount}.`,
      `number the groups from 0 to ${groupCount - 1}, and give -1 to a row in no group.`,
      [i, g],
    );
  }
}
