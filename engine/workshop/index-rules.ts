import { apartCriterion } from '../criteria/apart.js';
import { pinnedCriterion } from '../criteria/pinned.js';
import { togetherCriterion } from '../criteria/together.js';
import type { Criterion } from '../model/criterion.js';
import { EngineError } from '../model/engine-error.js';
import type { Rule } from '../model/rule.js';

/**
 * The rules of an organiser over indices. Hard ones are lists the solver keeps by construction, each with
 * the ids of the rules it comes from, entry by entry; soft ones are criteria.
 */
export interface IndexedRules {
  readonly together: readonly (readonly number[])[];
  readonly apart: readonly (readonly [number, number])[];
  readonly pinned: readonly (readonly [number, number])[];
  readonly ruleIdOf: { readonly together: string[]; readonly apart: string[]; readonly pinned: string[] };
  readonly criteria: readonly Criterion[];
  readonly softPinned: readonly { readonly group: number }[];
}

/**
 * Restates rules on the indices of `territoryIds`; rules are taken in the order of their ids.
 *
 * @throws EngineError `unknown-territory`, `workshop-number-missing`
 */
export function indexRules(rules: readonly Rule[], territoryIds: readonly string[]): IndexedRules {
  const indexOf = new Map(territoryIds.map((id, i) => [id, i]));
  const together: number[][] = [];
  const apart: [number, number][] = [];
  const pinned: [number, number][] = [];
  const ruleIdOf = { together: [] as string[], apart: [] as string[], pinned: [] as string[] };
  const criteria: Criterion[] = [];
  const softPinned: { group: number }[] = [];

  for (const rule of [...rules].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))) {
    const units = unitsOf(rule, indexOf);
    const { id: ruleId, level, weight } = rule;
    if (rule.kind === 'together') {
      if (level === 'soft') criteria.push(togetherCriterion({ ruleId, level, weight, units }));
      else {
        together.push(units);
        ruleIdOf.together.push(ruleId);
      }
    } else if (rule.kind === 'apart') {
      if (level === 'soft') criteria.push(apartCriterion({ ruleId, level, weight, units }));
      else {
        for (const [k, i] of units.entries()) {
          for (const j of units.slice(k + 1)) {
            apart.push([i, j]);
            ruleIdOf.apart.push(ruleId);
          }
        }
      }
    } else {
      const group = workshopNumber(rule) - 1;
      if (level === 'soft') {
        criteria.push(pinnedCriterion({ ruleId, level, weight, units, group }));
        softPinned.push({ group });
        continue;
      }
      for (const i of units) {
        if (pinned.some(([unit, g]) => unit === i && g === group)) continue;
        pinned.push([i, group]);
        ruleIdOf.pinned.push(ruleId);
      }
    }
  }
  return { together, apart, pinned, ruleIdOf, criteria, softPinned };
}

function unitsOf(rule: Rule, indexOf: ReadonlyMap<string, number>): number[] {
  const units = rule.territoryIds.map((id) => {
    const i = indexOf.get(id);
    if (i !== undefined) return i;
    throw new EngineError(
      'unknown-territory',
      `Rule "${rule.id}" names territory "${id}", which is not in the assembly.`,
      'its id is written differently, or it left: correct the rule or take the territory out of it.',
      id,
    );
  });
  return [...new Set(units)].sort((a, b) => a - b);
}

function workshopNumber(rule: Rule): number {
  if (rule.workshop !== undefined) return rule.workshop;
  throw new EngineError(
    'workshop-number-missing',
    `Rule "${rule.id}" pins territories but names no workshop.`,
    'give the number of the workshop, from 1.',
    rule.id,
  );
}
