import type { RuleAttribute } from '../../model/rule.js';
import type { RuleFacts } from '../../model/rule-facts.js';
import type { RuleUnit } from '../../model/rule-unit.js';

/** The values that a unit has of an attribute: those of its territory, or of its seats. */
export function valuesOfUnit(unit: RuleUnit, attribute: RuleAttribute, facts: RuleFacts): readonly string[] {
  const { territory } = unit;
  switch (attribute) {
    case 'department': {
      const main = facts.departments[territory];
      return main === undefined ? [] : [main];
    }
    case 'kind':
      return [facts.kinds[territory] ?? 'OTHER'];
    case 'trait':
      return facts.traits[territory] ?? [];
    case 'college':
      return unit.colleges;
    case 'civility':
      return unit.civilities;
  }
}

/** Lists of values as lists of indices, the values numbered in code unit order. */
export function indexValues(lists: readonly (readonly string[])[]): number[][] {
  const indexOf = new Map([...new Set(lists.flat())].sort().map((value, index) => [value, index]));
  return lists.map((values) => values.flatMap((value) => indexOf.get(value) ?? []));
}
