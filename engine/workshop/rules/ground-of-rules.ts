import { noRuleFacts, type RuleFacts } from '../../model/rule-facts.js';
import { type RuleUnit, territoryUnit } from '../../model/rule-unit.js';
import type { WorkshopInput } from '../composed-workshops.js';

/** What rules stand on: as given, or else territories known by their ids alone. */
export function groundOfRules({
  territoryIds,
  facts = noRuleFacts(territoryIds),
  units = territoryIds.map((_, i) => territoryUnit(i, [])),
}: WorkshopInput): { readonly facts: RuleFacts; readonly units: readonly RuleUnit[] } {
  return { facts, units };
}
