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
