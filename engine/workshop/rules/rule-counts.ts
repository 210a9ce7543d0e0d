import type { Allowed, Quota, Variety } from '../../methods/grouping/problem/grouping-problem.js';
import type { LocalText } from '../../model/local-text.js';
import { type Rule, type RuleAttribute, type RuleOf, territoriesNamedBy } from '../../model/rule.js';
import type { UnitGround } from '../unit-ground.js';
import { valuesOfUnit } from './unit-attributes.js';

/** What hard rules ask as places and counts, entry by entry with the rule each comes from, for explanations. */
export interface RuleCounts {
  readonly allowed: readonly Allowed[];
  readonly quotas: readonly Quota[];
  readonly varieties: readonly Variety[];
  /** hard target shares: as quotas once sizes are known, see `withShareQuotas` */
  readonly shares: readonly HardShare[];
  readonly ruleIdOf: Readonly<Record<'allowed' | 'quotas' | 'varieties', readonly string[]>>;
  /** what each count is of */
  readonly subjectOf: Readonly<Record<'quotas' | 'varieties', readonly LocalText[]>>;
  /** by entry of `allowed`: the groups forbidden, where that is what was asked */
  readonly exceptOf: readonly (readonly number[] | undefined)[];
}

/** In every group this share of the units is of these. */
export interface HardShare {
  readonly units: readonly number[];
  readonly share: number;
  readonly ruleId: string;
  readonly subject: LocalText;
}

/**
 * Restates the hard rules that are criteria, in the order given, so that an impossible one is explained before any
 * search. What is forbidden is told as what is allowed, of as many groups as there are units.
 *
 * @throws EngineError `unknown-territory`
 */
export function ruleCounts(rules: readonly Rule[], ground: UnitGround): RuleCounts {
  const allowed: { entry: Allowed; ruleId: string; except?: readonly number[] }[] = [];
  const quotas: { entry: Quota; ruleId: string; subject: LocalText }[] = [];
  const varieties: { entry: Variety; ruleId: string; subject: LocalText }[] = [];
  const shares: HardShare[] = [];
  for (const rule of rules) {
    if (rule.level !== 'hard') continue;
    const { id: ruleId } = rule;
    if (rule.kind === 'allowed' && rule.workshops.length > 1) {
      const groups = rule.workshops.map((number) => number - 1);
      for (const i of ground.unitsOf(rule)) allowed.push({ entry: [i, groups], ruleId });
    } else if (rule.kind === 'forbidden') {
      const except = rule.workshops.map((number) => number - 1);
      const groups = [...ground.units.keys()].filter((g) => !except.includes(g));
      for (const i of ground.unitsOf(rule)) allowed.push({ entry: [i, groups], ruleId, except });
    } else if (rule.kind === 'target-share') {
      const [having] = unitsByValue(rule, ground);
      const [, units] = having ?? ['', []];
      const share = rule.share ?? units.length / Math.max(1, ground.units.length);
      shares.push({ units, share, ruleId, subject: subjectOf(rule.attribute, rule.value) });
    } else if (rule.kind === 'at-most' || rule.kind === 'not-alone') {
      for (const [value, units] of unitsByValue(rule, ground)) {
        const limits = rule.kind === 'at-most' ? { max: rule.count } : { min: 2, orNone: true };
        quotas.push({ entry: { units, ...limits }, ruleId, subject: subjectOf(rule.attribute, value) });
      }
    } else if (rule.kind === 'at-least-different') {
      const kinds = unitsByValue(rule, ground).map(([, units]) => units);
      varieties.push({ entry: { kinds, min: rule.count }, ruleId, subject: plurals[rule.attribute] });
    } else if (rule.kind === 'chair-pair') {
      for (const { subject, units, min } of chairs(ground)) {
        quotas.push({ entry: { units, min }, ruleId, subject });
      }
    }
  }
  const idsOf = (list: readonly { ruleId: string }[]): string[] => list.map(({ ruleId }) => ruleId);
  return {
    allowed: allowed.map(({ entry }) => entry),
    quotas: quotas.map(({ entry }) => entry),
    varieties: varieties.map(({ entry }) => entry),
    shares,
    ruleIdOf: { allowed: idsOf(allowed), quotas: idsOf(quotas), varieties: idsOf(varieties) },
    subjectOf: {
      quotas: quotas.map(({ subject }) => subject),
      varieties: varieties.map(({ subject }) => subject),
    },
    exceptOf: allowed.map(({ except }) => except),
  };
}

/** The units of each value that a rule counts, by value in code unit order. */
function unitsByValue(
  rule: RuleOf<'at-most' | 'not-alone' | 'at-least-different' | 'target-share'>,
  { units, facts }: UnitGround,
): [value: string, units: number[]][] {
  const named = new Set(territoriesNamedBy(rule));
  const wanted = rule.kind === 'at-least-different' ? undefined : rule.value;
  const byValue = new Map<string, number[]>();
  for (const [i, unit] of units.entries()) {
    if (named.size > 0 && !named.has(facts.territoryIds[unit.territory] ?? '')) continue;
    for (const value of valuesOfUnit(unit, rule.attribute, facts)) {
      if (wanted !== undefined && value !== wanted) continue;
      const known = byValue.get(value);
      if (known) known.push(i);
      else byValue.set(value, [i]);
    }
  }
  return [...byValue].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** A woman, a man, and two units to take them from, in each workshop. */
function chairs({ units }: UnitGround): { subject: LocalText; units: number[]; min: number }[] {
  const having = (has: (unit: (typeof units)[number]) => boolean): number[] =>
    units.flatMap((unit, i) => (has(unit) ? [i] : []));
  return [
    { subject: civilities.F, units: having(({ woman }) => woman), min: 1 },
    { subject: civilities.M, units: having(({ man }) => man), min: 1 },
    {
      subject: { fr: 'où une personne peut présider', en: 'where someone can chair' },
      units: having(({ woman, man }) => woman || man),
      min: 2,
    },
  ];
}

const civilities = {
  F: { fr: 'où siège une femme', en: 'where a woman sits' },
  M: { fr: 'où siège un homme', en: 'where a man sits' },
};

const plurals: Readonly<Record<RuleAttribute, LocalText>> = {
  department: { fr: 'départements', en: 'départements' },
  kind: { fr: 'types de territoire', en: 'kinds of territory' },
  trait: { fr: 'traits', en: 'traits' },
  college: { fr: 'collèges', en: 'colleges' },
  civility: { fr: 'civilités', en: 'civilities' },
};

function subjectOf(attribute: RuleAttribute, value: string): LocalText {
  switch (attribute) {
    case 'department':
      return { fr: `du département ${value}`, en: `of département ${value}` };
    case 'kind':
      return { fr: `de type ${value}`, en: `of kind ${value}` };
    case 'trait':
      return { fr: `« ${value} »`, en: `“${value}”` };
    case 'college':
      return { fr: `du collège ${value}`, en: `of college ${value}` };
    case 'civility':
      return value === 'F' || value === 'M' ? civilities[value] : { fr: `« ${value} »`, en: `“${value}”` };
  }
}
