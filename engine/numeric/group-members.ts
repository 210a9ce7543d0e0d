/**
 * The members of each group, ascending; groupOf[i] is the group of i, −1 for none.
 *
 * As many lists as the highest group needs, and `atLeast` of them.
 */
export function groupMembers(groupOf: ArrayLike<number>, atLeast = 0): number[][] {
  const groups: number[][] = Array.from({ length: atLeast }, () => []);
  for (let i = 0; i < groupOf.length; i++) {
    const g = groupOf[i] ?? -1;
    if (g < 0) continue;
    while (groups.length <= g) groups.push([]);
    groups[g]?.push(i);
  }
  return groups;
}

/** The group of each of 0…order − 1 by the members of the groups; −1: in none. Of several the last. */
export function groupOfEach(groups: Iterable<Iterable<number>>, order: number): Int32Array {
  const groupOf = new Int32Array(order).fill(-1);
  let g = 0;
  for (const members of groups) {
    for (const i of members) groupOf[i] = g;
    g++;
  }
  return groupOf;
}
