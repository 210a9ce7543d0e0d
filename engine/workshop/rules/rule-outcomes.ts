import type { Rule } from '../../model/rule.js';
import type { RuleFacts } from '../../model/rule-facts.js';
import type { RuleOutcome } from '../../model/rule-outcome.js';
import type { RuleUnit } from '../../model/rule-unit.js';
import { unitGround } from '../unit-ground.js';
import { ruleCriteria } from './rule-criteria.js';

/** A rounding, not a broken rule. */
const negligible = 1e-9;

/**
 * What became of each rule in a grouping, in the order given: its penalty, and the territories behind each part
 * of it, the largest part first.
 *
 * `groupOf[i]` is the workshop of units[i], −1 for none; any grouping will do, ours or not. The order of units is that
 * of `indexRules`.
 *
 * @throws EngineError `unknown-territory`
 */
export function ruleOutcomes(
  rules: readonly Rule[],
  units: readonly RuleUnit[],
  facts: RuleFacts,
  groupOf: Int32Array,
): RuleOutcome[] {
  const ground = unitGround(units, facts);
  const idOf = (i: number): string => facts.territoryIds[units[i]?.territory ?? -1] ?? '';
  return rules.map((rule) => {
    const parts = new Map<string, RuleOutcome['broken'][number]>();
    for (const criterion of ruleCriteria(rule, ground)) {
      for (const { units: behind, penalty } of criterion.justify(groupOf)) {
        // two that are both left out are not separated by anybody
        if (behind.length > 1 && behind.every((i) => groupOf[i] === -1)) continue;
        const territoryIds = [...new Set(behind.map(idOf))].sort();
        const workshop = workshopOf(behind, groupOf);
        const key = JSON.stringify([territoryIds, workshop]);
        const part = parts.get(key) ?? { territoryIds, penalty: 0, ...(workshop && { workshop }) };
        part.penalty += penalty;
        parts.set(key, part);
      }
    }
    const broken = [...parts]
      .filter(([, { penalty }]) => penalty > negligible)
      .sort(([a, { penalty: p }], [b, { penalty: q }]) => q - p || (a < b ? -1 : 1))
      .map(([, part]) => part);
    const penalty = broken.reduce((sum, part) => sum + part.penalty, 0);
    return { ruleId: rule.id, level: rule.level, penalty, broken };
  });
}

/** The number, from 1, of the workshop where all of these units sit; undefined when they do not sit in one. */
function workshopOf(units: readonly number[], groupOf: Int32Array): number | undefined {
  const [only = -1, ...others] = new Set(units.map((i) => groupOf[i] ?? -1));
  return others.length > 0 || only === -1 ? undefined : only + 1;
}
