import { type RuleAttribute, ruleAttributes } from '../../model/rule.js';
import type { Seat } from '../../model/seat.js';
import type { Territory } from '../../model/territory.js';

/** By attribute, the values found in the assembly, sorted, each with the territories that have it. */
export type HeldValues = Readonly<Record<RuleAttribute, ReadonlyMap<string, ReadonlySet<string>>>>;

/** Who has what: of the départements of a territory the main one; a college or a civility by the seats. */
export function heldValues(territories: readonly Territory[], seats: readonly Seat[]): HeldValues {
  const found = Object.fromEntries(
    ruleAttributes.map((attribute) => [attribute, new Map<string, Set<string>>()]),
  ) as Record<RuleAttribute, Map<string, Set<string>>>;
  const add = (attribute: RuleAttribute, value: string | undefined, territoryId: string) => {
    if (value === undefined) return;
    const holders = found[attribute].get(value);
    if (holders) holders.add(territoryId);
    else found[attribute].set(value, new Set([territoryId]));
  };
  for (const { id, departments, kind, traits } of territories) {
    add('department', departments[0], id);
    add('kind', kind, id);
    for (const trait of traits) add('trait', trait, id);
  }
  for (const { territoryId, college, holder, deputy } of seats) {
    add('college', college, territoryId);
    const civility = (holder ?? deputy)?.civility;
    add('civility', civility === 'unspecified' ? undefined : civility, territoryId);
  }
  for (const attribute of ruleAttributes) {
    const sorted = [...found[attribute]].sort(([a], [b]) => (a < b ? -1 : 1));
    found[attribute] = new Map(sorted);
  }
  return found;
}
