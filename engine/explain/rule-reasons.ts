import type { Reason } from '../model/reason.js';
import type { Rule } from '../model/rule.js';
import type { Territory } from '../model/territory.js';
import type { NameBook } from './name-book.js';
import { stateReason } from './state-reason.js';

/** The rules that name territory i, kept or not, in the order given. */
export function ruleReasons(
  input: {
    readonly territories: readonly Territory[];
    readonly groupOf: ArrayLike<number>;
    readonly rules: readonly Rule[];
  },
  i: number,
  names: NameBook,
): Reason[] {
  const { territories, groupOf, rules } = input;
  const id = territories[i]?.id ?? '';
  const own = rules.filter((rule) => rule.territoryIds.includes(id));
  if (own.length === 0) return [];
  const groupById = new Map(territories.map((territory, j) => [territory.id, groupOf[j] ?? -1]));
  return own.map((rule) => {
    const otherIds = [...new Set(rule.territoryIds)].filter((other) => other !== id);
    const otherGroups = otherIds.map((other) => groupById.get(other) ?? -1);
    const facts = {
      ruleId: rule.id,
      kind: rule.kind,
      level: rule.level,
      otherIds,
      because: rule.reason ?? '',
      askedBy: rule.askedBy ?? '',
    };
    const kept = isKept(rule, groupOf[i] ?? -1, otherGroups);
    return stateReason(kept ? 'held-by-rule' : 'rule-not-kept', facts, names);
  });
}

function isKept(rule: Rule, group: number, otherGroups: readonly number[]): boolean {
  switch (rule.kind) {
    case 'together':
      return otherGroups.every((other) => other === group);
    case 'apart':
      return otherGroups.every((other) => other !== group);
    case 'pinned':
      return group + 1 === rule.workshop;
  }
}
