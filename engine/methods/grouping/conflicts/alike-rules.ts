import { listedBy } from '../../../numeric/listed-by.js';
import type { StatedRule } from './rule-selection.js';

/**
 * Rules that say the same of different units, in classes: exchanging the units of two of a class changes nothing in
 * what all the rules ask together. A rule like no other is a class of its own.
 *
 * Alike are separations, joins, pins and places of units that no other rule names but counts, and these the same.
 */
export function alikeRules(rules: readonly StatedRule[]): StatedRule[][] {
  const named = new Map<number, number>();
  const counted = new Map<number, string>();
  rules.forEach((rule, k) => {
    if (rule.kind === 'variety') {
      for (const [kind, units] of rule.kinds.entries()) note(counted, units, `${k}.${kind}`);
    } else if (rule.kind === 'quota') note(counted, rule.units, `${k}`);
    else for (const i of unitsOf(rule)) named.set(i, (named.get(i) ?? 0) + 1);
  });
  const isAlone = (units: readonly number[]): boolean =>
    units.length > 0 && units.every((i) => named.get(i) === 1);
  const keyOf = (rule: StatedRule, k: number): string => {
    const units = unitsOf(rule);
    if (!isAlone(units)) return `${k}`;
    const counts = units.map((i) => counted.get(i)).sort();
    return `${rule.kind} ${placesOf(rule)} ${counts.join()}`;
  };
  const classes = listedBy(rules.entries(), ([k, rule]) => keyOf(rule, k));
  return [...classes.values()].map((alike) => alike.map(([, rule]) => rule));
}

function note(counted: Map<number, string>, units: readonly number[], by: string): void {
  for (const i of new Set(units)) counted.set(i, `${counted.get(i) ?? ''} ${by}`);
}

function unitsOf(rule: StatedRule): readonly number[] {
  if (rule.kind === 'pinned' || rule.kind === 'allowed') return [rule.unit];
  return rule.kind === 'together' || rule.kind === 'apart' ? rule.units : [];
}

function placesOf(rule: StatedRule): string {
  if (rule.kind === 'pinned') return `${rule.group}`;
  return rule.kind === 'allowed' ? [...rule.groups].sort((a, b) => a - b).join() : '';
}
