import { allowedCriterion } from '../../criteria/allowed.js';
import { apartCriterion } from '../../criteria/apart.js';
import { atLeastDifferentCriterion } from '../../criteria/at-least-different.js';
import { atMostCriterion } from '../../criteria/at-most.js';
import { chairPairCriterion } from '../../criteria/chair-pair.js';
import { commonSlotsCriterion } from '../../criteria/common-slots.js';
import { companyWishesCriterion } from '../../criteria/company-wishes.js';
import { forbiddenCriterion } from '../../criteria/forbidden.js';
import { notAloneCriterion } from '../../criteria/not-alone.js';
import { pastMeetingsCriterion } from '../../criteria/past-meetings.js';
import { pinnedCriterion } from '../../criteria/pinned.js';
import { samePerimeterCriterion } from '../../criteria/same-perimeter.js';
import { spreadCriterion } from '../../criteria/spread.js';
import { targetShareCriterion } from '../../criteria/target-share.js';
import { togetherCriterion } from '../../criteria/together.js';
import { wishesCriterion } from '../../criteria/wishes.js';
import type { Criterion } from '../../model/criterion.js';
import type { Rule, RuleAttribute, RuleOf } from '../../model/rule.js';
import { territoriesNamedBy } from '../../model/rule.js';
import type { RuleUnit } from '../../model/rule-unit.js';
import type { UnitGround } from '../unit-ground.js';
import { indexValues, valuesOfUnit } from './unit-attributes.js';

/**
 * A rule as terms of the grouping: one criterion, or several that add up to it; none where nothing could break it.
 * Workshops of the rule are groups, counted from 0.
 *
 * @throws EngineError `unknown-territory`
 */
export function ruleCriteria(rule: Rule, ground: UnitGround): Criterion[] {
  const { id: ruleId, level, weight } = rule;
  const terms = { ruleId, level, weight };
  switch (rule.kind) {
    case 'together':
      return ground.delegationsOf(rule).map((units) => togetherCriterion({ ...terms, units }));
    case 'apart':
      return [apartCriterion({ ...terms, units: ground.unitsOf(rule) })];
    case 'pinned':
      return [pinnedCriterion({ ...terms, units: ground.firstUnitsOf(rule), group: rule.workshop - 1 })];
    case 'allowed':
      return [allowedCriterion({ ...terms, units: ground.unitsOf(rule), groups: groupsOf(rule) })];
    case 'forbidden':
      return [forbiddenCriterion({ ...terms, units: ground.unitsOf(rule), groups: groupsOf(rule) })];
    case 'at-most':
      return [atMostCriterion({ ...terms, valuesOf: valuesAmong(rule, ground), most: rule.count })];
    case 'at-least-different':
      return [
        atLeastDifferentCriterion({ ...terms, valuesOf: valuesAmong(rule, ground), least: rule.count }),
      ];
    case 'not-alone':
      return [notAloneCriterion({ ...terms, valuesOf: valuesAmong(rule, ground) })];
    case 'target-share':
      return shareCriteria(rule, ground);
    case 'chair-pair': {
      const womenOf = ground.units.map(({ woman }) => Number(woman));
      return [chairPairCriterion({ ...terms, womenOf, menOf: ground.units.map(({ man }) => Number(man)) })];
    }
    case 'past-meetings':
      return [pastMeetingsCriterion({ ...terms, meetings: ground.unitPairs(ground.facts.meetings) })];
    case 'wishes':
      return wishCriteria(rule, ground);
    case 'common-slots':
      return [commonSlotsCriterion({ ...terms, ...slotsOf(ground) })];
    case 'spread':
      return [
        spreadCriterion({
          ...terms,
          distanceKm: unitDistances(ground),
          minKm: rule.minKm,
          maxKm: rule.maxKm,
        }),
      ];
    case 'same-perimeter':
      return [samePerimeterCriterion({ ...terms, pairs: ground.unitPairs(ground.facts.overlaps) })];
    case 'pair-imposed':
    case 'pair-forbidden':
      // kept by the pairings, whatever the workshops are
      return [];
  }
}

/** The groups, from 0, that a rule on workshops names. */
function groupsOf({ workshops }: RuleOf<'allowed' | 'forbidden'>): number[] {
  return workshops.map((workshop) => workshop - 1);
}

/** The values of each unit, by index; of the one value asked for alone, and of the territories named alone. */
function valuesAmong(
  rule: Rule & { readonly attribute: RuleAttribute; readonly value?: string | undefined },
  ground: UnitGround,
): number[][] {
  const inside = insideOf(rule, ground);
  return indexValues(
    ground.units.map((unit) => {
      if (!inside(unit)) return [];
      const values = valuesOfUnit(unit, rule.attribute, ground.facts);
      return rule.value === undefined ? values : values.filter((value) => value === rule.value);
    }),
  );
}

function insideOf(rule: Rule, { facts }: UnitGround): (unit: RuleUnit) => boolean {
  const named = new Set(territoriesNamedBy(rule));
  return ({ territory }) => named.size === 0 || named.has(facts.territoryIds[territory] ?? '');
}

function shareCriteria(rule: RuleOf<'target-share'>, ground: UnitGround): Criterion[] {
  const { id: ruleId, level, weight } = rule;
  const units = valuesAmong(rule, ground).flatMap((values, i) => (values.length > 0 ? [i] : []));
  if (ground.units.length === 0) return [];
  const share = rule.share ?? units.length / ground.units.length;
  return [targetShareCriterion({ ruleId, level, weight, units, share })];
}

function wishCriteria({ id: ruleId, level, weight }: RuleOf<'wishes'>, ground: UnitGround): Criterion[] {
  const { units, facts } = ground;
  const wishes = units.map(({ territory }) => facts.wishedWorkshops[territory] ?? []);
  const company = units.map((unit, i) =>
    (facts.wishedTerritories[unit.territory] ?? []).flatMap((wished) => ground.counterpartOf(i, wished)),
  );
  const terms = { ruleId, level, weight };
  return [
    ...(wishes.some((wished) => wished.length > 0) ? [wishesCriterion({ ...terms, wishes })] : []),
    ...(company.some((wished) => wished.length > 0)
      ? [companyWishesCriterion({ ...terms, wishes: company })]
      : []),
  ];
}

function slotsOf({ units, facts }: UnitGround): { slotsOf: (number[] | null)[]; slotCount: number } {
  const labels = [...new Set(facts.availability.flatMap((slots) => slots ?? []))].sort();
  const slotOf = new Map(labels.map((label, slot) => [label, slot]));
  return {
    slotsOf: units.map(
      ({ territory }) => facts.availability[territory]?.flatMap((label) => slotOf.get(label) ?? []) ?? null,
    ),
    slotCount: labels.length,
  };
}

/** NaN, which no bound refuses, where a position is not known and between seats of one territory. */
function unitDistances({ units, facts }: UnitGround): Float64Array {
  const order = facts.territoryIds.length;
  const km = new Float64Array(units.length ** 2).fill(Number.NaN);
  units.forEach((a, i) => {
    units.forEach((b, j) => {
      if (a.territory === b.territory) return;
      km[i * units.length + j] = facts.distanceKm[a.territory * order + b.territory] ?? Number.NaN;
    });
  });
  return km;
}
