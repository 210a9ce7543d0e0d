import type { Reason } from '../model/reason.js';
import type { Rule } from '../model/rule.js';
import type { Territory } from '../model/territory.js';
import type { NameBook } from './name-book.js';
import { stateReason } from './state-reason.js';

/** The rules that name territory i, kept or not by its place in workshop `here`, in the order given. */
export function ruleReasons(
  input: {
    readonly territories: readonly Territory[];
    readonly workshops: readonly (readonly number[])[];
    readonly rules: readonly Rule[];
  },
  i: number,
  here: number,
  names: NameBook,
): Reason[] {
  const { territories, workshops, rules } = input;
  const id = territories[i]?.id ?? '';
  const own = rules.filter((rule) => rule.territoryIds.includes(id));
  if (own.length === 0) return [];
  const present = new Set((workshops[here] ?? []).map((j) => territories[j]?.id ?? ''));
  return own.map((rule) => {
    const otherIds = [...new Set(rule.territoryIds)].filter((other) => other !== id);
    const facts = {
      ruleId: rule.id,
      kind: rule.kind,
      level: rule.level,
      otherIds,
      because: rule.reason ?? '',
      askedBy: rule.askedBy ?? '',
    };
    const kept = isKept(rule, here, otherIds, present);
    return stateReason(kept ? 'held-by-rule' : 'rule-not-kept', facts, names);
  });
}

function isKept(
  rule: Rule,
  here: number,
  otherIds: readonly string[],
  present: ReadonlySet<string>,
): boolean {
  switch (rule.kind) {
    case 'together':
      return otherIds.every((other) => present.has(other));
    case 'apart':
      return otherIds.every((other) => !present.has(other));
    case 'pinned':
      return here + 1 === rule.workshop;
  }
}
