import type { Criterion, Justification } from '../../model/criterion.js';
import { type RuleTerms, termsOf } from './rule-terms.js';

/**
 * A rule on each group by itself: the penalty of a grouping is the sum of those of its groups.
 *
 * `partsOf` takes the members of a group, ascending, and states what it costs and who is behind it; a group without
 * members costs nothing.
 */
export function groupCriterion(
  terms: RuleTerms,
  partsOf: (members: readonly number[]) => readonly Justification[],
  tally: NonNullable<Criterion['tally']>,
): Criterion {
  const penaltyOf = (members: readonly number[]): number =>
    members.length === 0 ? 0 : partsOf(members).reduce((sum, { penalty }) => sum + penalty, 0);
  const evaluate = (groupOf: Int32Array): number =>
    groupsOf(groupOf).reduce((sum, members) => sum + penaltyOf(members), 0);
  /** of groups g and h alone */
  const penaltyOfBoth = (groupOf: Int32Array, g: number, h: number): number =>
    penaltyOf(membersOf(groupOf, g)) + penaltyOf(membersOf(groupOf, h));
  const change = (groupOf: Int32Array, after: Int32Array, g: number, h: number): number =>
    g === h ? 0 : penaltyOfBoth(after, g, h) - penaltyOfBoth(groupOf, g, h);
  return {
    ...termsOf(terms),
    evaluate,
    deltaOfMove: (groupOf, i, g) => change(groupOf, groupOf.with(i, g), groupOf[i] ?? -1, g),
    deltaOfSwap: (groupOf, i, j) => {
      const g = groupOf[i] ?? -1;
      const h = groupOf[j] ?? -1;
      return change(groupOf, groupOf.with(i, h).with(j, g), g, h);
    },
    tally,
    justify: (groupOf) => groupsOf(groupOf).flatMap((members) => [...partsOf(members)]),
  };
}

/** The members of each group that has any, groups and members ascending; −1 is no group. */
export function groupsOf(groupOf: Int32Array): number[][] {
  const groups: number[][] = [];
  groupOf.forEach((g, i) => {
    if (g === -1) return;
    const members = groups[g];
    if (members) members.push(i);
    else groups[g] = [i];
  });
  return groups.filter((members) => members !== undefined);
}

function membersOf(groupOf: Int32Array, g: number): number[] {
  const members: number[] = [];
  if (g !== -1) {
    groupOf.forEach((h, i) => {
      if (h === g) members.push(i);
    });
  }
  return members;
}
