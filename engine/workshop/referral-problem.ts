import type { SubsetProblem } from '../methods/grouping/subset/subset-problem.js';
import type { Profiles } from '../model/profiles.js';
import type { Rule } from '../model/rule.js';
import type { Matrix } from '../numeric/matrix.js';
import type { Options } from '../options.js';
import type { EntryInput, Unplaced } from './composed-workshops.js';
import { rulesOnPairs } from './rules/rules-on-pairs.js';
import { workshopWeights } from './workshop-weights.js';

/** the best experience of every problem is worth two members whom all of them concern in full */
const experienceWeight = 2;
/** the question comes first: likeness on all else counts a quarter */
const likenessWeight = 0.25;

export interface ReferralProblem {
  readonly problem: SubsetProblem;
  /** territories that a rule keeps out */
  readonly barred: ReadonlySet<number>;
  readonly withoutObject: readonly string[];
}

/**
 * The entry on referral as a subset to choose, and the rules without object there. Only those who declared a need or an
 * experience of a problem may be chosen, or whom a rule brings in. Expects `territoryIds` ascending.
 *
 * A rule that pins to workshop 1, or forbids it, speaks of this one; other numbers have no object.
 *
 * @throws EngineError as `rulesOnPairs`
 */
export function referralProblem(input: EntryInput, options: Options['workshop']): ReferralProblem {
  const { territoryIds, affinity, distances, profiles, rules, referral } = input;
  const bounds = { min: options.minSize, max: options.maxSize };
  const paired = rulesOnPairs(input, bounds.max);
  const order = territoryIds.length;
  const shares = sharesOf(profiles, referral);
  const concern = columnsOf(profiles.needs, referral);
  const experience = columnsOf(profiles.experiences, referral);
  const concerned = declaring(concern, order);
  const experienced = declaring(experience, order);
  const wishes = wishedIn(rules, territoryIds);
  const barred = barredFrom(rules, territoryIds, paired.together);
  const heeded = new Set(rules.filter(speaksOfOnly).map(({ id }) => id));
  const problem: SubsetProblem = {
    order,
    topicCount: referral.length,
    concern,
    topicWeights: shares,
    worth: wishes,
    eligible: Uint8Array.from(wishes, (wish, i) =>
      !barred.has(i) && (concerned[i] || experienced[i] || wish > 0) ? 1 : 0,
    ),
    weights: workshopWeights(affinity, distances, options.spread, [...territoryIds.keys()]).map(
      (w) => likenessWeight * w,
    ),
    bounds,
    cover: experience.map((level, at) => experienceWeight * (shares[at % referral.length] ?? 0) * level),
    wanted: experienced,
    wantedShare: options.experienceShare,
    required: paired.pinned.flatMap(([i, g]) => (g === 0 ? [i] : [])),
    together: paired.together,
    apart: paired.apart,
    bonuses: paired.bonuses,
    criteria: paired.perWorkshop,
  };
  return { problem, barred, withoutObject: paired.unheeded.filter((id) => !heeded.has(id)) };
}

/** Who does not take part, and why: a rule, the referral does not concern them, or others answer better. */
export function beyondReferral(
  { problem: { order, eligible }, barred }: ReferralProblem,
  units: readonly number[],
): Unplaced[] {
  const inside = new Set(units);
  return Array.from({ length: order }, (_, i) => i)
    .filter((i) => !inside.has(i))
    .map((territory) => {
      if (barred.has(territory)) return { territory, why: 'kept-out-by-rule' };
      return { territory, why: eligible[territory] === 1 ? 'served-otherwise' : 'not-asked' };
    });
}

/** Whether a rule that names workshops names the one of the referral. */
function speaksOfOnly(rule: Rule): boolean {
  if (rule.kind === 'pinned') return rule.workshop === 1;
  return rule.kind === 'forbidden' && rule.level === 'hard' && rule.workshops.includes(1);
}

/** The territories that must not take part, and those that must be with one of them. */
function barredFrom(
  rules: readonly Rule[],
  territoryIds: readonly string[],
  together: readonly (readonly number[])[],
): Set<number> {
  const named = new Set(
    rules.flatMap((rule) => (rule.kind === 'forbidden' && speaksOfOnly(rule) ? rule.territoryIds : [])),
  );
  const barred = new Set([...territoryIds.keys()].filter((i) => named.has(territoryIds[i] ?? '')));
  for (let before = -1; before < barred.size; ) {
    before = barred.size;
    for (const units of together) {
      if (units.some((i) => barred.has(i))) for (const i of units) barred.add(i);
    }
  }
  return barred;
}

/** What each problem of the referral counts: its rarity, summing to one over them. */
function sharesOf({ rarity }: Profiles, referral: readonly number[]): Float64Array {
  const total = referral.reduce((sum, p) => sum + (rarity[p] ?? 0), 0);
  return Float64Array.from(referral, (p) => (total > 0 ? (rarity[p] ?? 0) / total : 0));
}

/** order × problems of the referral. */
function columnsOf({ rows, columns, values }: Matrix, referral: readonly number[]): Float64Array {
  const picked = new Float64Array(rows * referral.length);
  for (let i = 0; i < rows; i++) {
    for (const [k, p] of referral.entries()) picked[i * referral.length + k] = values[i * columns + p] ?? 0;
  }
  return picked;
}

/** 1 for the territories with anything in their row. */
function declaring(rows: Float64Array, order: number): Uint8Array {
  const columns = order > 0 ? rows.length / order : 0;
  return Uint8Array.from({ length: order }, (_, i) =>
    rows.subarray(i * columns, (i + 1) * columns).some((value) => value > 0) ? 1 : 0,
  );
}

/** The weight of the wishes that each territory be in workshop 1. */
function wishedIn(rules: readonly Rule[], territoryIds: readonly string[]): Float64Array {
  const own = rules.filter(({ kind, level }) => kind === 'pinned' && level === 'soft');
  return Float64Array.from(territoryIds, (id) =>
    own
      .filter((rule) => rule.kind === 'pinned' && rule.workshop === 1 && rule.territoryIds.includes(id))
      .reduce((sum, { weight = 1 }) => sum + weight, 0),
  );
}
