import type { Rule } from '../model/rule.js';

/**
 * Restates rules on territories as rules on their seats, in the same terms, `territoryIds` naming seats.
 *
 * apart: no seat of one meets a seat of another · together: their first seats sit together, their second
 * seats too, and so on as long as two of them have one: the smaller delegation is never without the larger ·
 * pinned: the first seat of each. A territory without a seat is left out, and a rule with nobody left too.
 *
 * @param seatIdsOf the seats of each territory id, in a fixed order
 */
export function seatRules(rules: readonly Rule[], seatIdsOf: ReadonlyMap<string, readonly string[]>): Rule[] {
  return rules.flatMap((rule) => {
    const delegations = rule.territoryIds.map((id) => seatIdsOf.get(id) ?? []);
    return seatsConcerned(
      rule,
      delegations.filter(({ length }) => length > 0),
    ).map((territoryIds) => ({ ...rule, territoryIds }));
  });
}

/** One list of seats for each rule that the rule becomes. */
function seatsConcerned({ kind }: Rule, delegations: readonly (readonly string[])[]): string[][] {
  if (kind === 'together') return ranksOf(delegations);
  if (kind === 'apart') return delegations.length > 1 ? [delegations.flat()] : [];
  return delegations.length > 0 ? [delegations.flatMap(([first]) => first ?? [])] : [];
}

/** The first seats, the second seats… of the delegations that have one, while there are two at least. */
function ranksOf(delegations: readonly (readonly string[])[]): string[][] {
  const deepest = Math.max(0, ...delegations.map(({ length }) => length));
  return Array.from({ length: deepest }, (_, rank) =>
    delegations.flatMap((seats) => seats[rank] ?? []),
  ).filter(({ length }) => length > 1);
}
