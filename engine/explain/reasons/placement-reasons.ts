import type { Distances } from '../../model/distances.js';
import type { LocalText } from '../../model/local-text.js';
import type { Profiles } from '../../model/profiles.js';
import type { Reason } from '../../model/reason.js';
import type { Rule } from '../../model/rule.js';
import type { RuleOutcome } from '../../model/rule-outcome.js';
import type { Taxonomy } from '../../model/taxonomy.js';
import type { Territory } from '../../model/territory.js';
import type { Matrix } from '../../numeric/matrix.js';
import type { Companionship } from '../measures/companionship.js';
import { type NameBook, nameBook } from '../name-book.js';
import { stateReason } from '../sentences/state-reason.js';
import type { Alternatives } from './next-best.js';
import {
  againReason,
  heldReason,
  nextBestReason,
  obstacleReason,
  robustnessReason,
  successorReason,
} from './place-reasons.js';
import { type Rivals, rivalReason } from './rival-reasons.js';
import { ruleReasons } from './rule-reasons.js';

export interface PlacementInput {
  readonly territories: readonly Territory[];
  readonly profiles: Profiles;
  /** plain likeness of declared profiles, 0..1 */
  readonly affinity: Matrix;
  readonly distances: Distances;
  /** the members of each workshop: a territory may sit in several, or in none */
  readonly workshops: readonly (readonly number[])[];
  /** by workshop */
  readonly workshopIds: readonly string[];
  readonly workshopTitles: readonly LocalText[];
  readonly rules: readonly Rule[];
  /** what became of each rule in these workshops */
  readonly outcomes: readonly RuleOutcome[];
  /** share of each need that the neighbourhood explains, if any of it was taken out: a row a territory, needs first */
  readonly explained?: Matrix;
  readonly taxonomy: Taxonomy;
  /** by workshop and member, where that is known */
  readonly alternatives?: readonly (readonly Alternatives[])[];
  /** who was nearest to taking the place of each, in the workshop of a referral */
  readonly rivals?: Rivals;
  /** how the workshops hold when answers vary */
  readonly companionship?: JudgedCompany;
}

/** Who stays with whom when answers vary; units are territories, or seats. */
export interface JudgedCompany extends Companionship {
  /** the units of each workshop, in the order of its territories */
  readonly units: readonly (readonly number[])[];
  /** shares are how often a member is chosen again on referral, or sits again in a workshop on the same problem */
  readonly counted?: 'chosen' | 'seated';
  /** the index of the territory of a unit */
  territoryOf(unit: number): number;
}

const mostProblems = 3;
const mostMembers = 2;
/** Below a quarter of a need, or of all, nothing is said of the neighbourhood. */
const leastExplained = 0.25;

/** Why territory `territory` sits in workshop `workshop`, both by index. */
export interface Placement {
  readonly territory: number;
  readonly workshop: number;
  readonly reasons: Reason[];
}

/**
 * Why each territory sits where it sits, in this order: the rules that hold it, the problems it shares
 * with most members, the members closest in profile, what its neighbourhood explains of its needs, the next-best
 * workshop and what it would cost, the rules that hold it from a better one, how it holds when answers vary.
 * One placement for each territory of each workshop, by territory then workshop.
 */
export function placementReasons(input: PlacementInput): Placement[] {
  const { territories, workshops, workshopIds, workshopTitles, rules, taxonomy } = input;
  const titles = new Map(workshopIds.map((id, g) => [id, workshopTitles[g] ?? { fr: id, en: id }]));
  const names = nameBook(taxonomy, territories, titles, rules);
  const homes: number[][] = territories.map(() => []);
  for (const [g, members] of workshops.entries()) for (const i of members) homes[i]?.push(g);
  return homes.flatMap((own, territory) =>
    own.map((workshop) => {
      const members = workshops[workshop] ?? [];
      const others = members.filter((j) => j !== territory);
      const reasons = [
        ...ruleReasons(input, territory, workshop, names),
        ...contentReasons(input, territory, workshop, others, names),
        ...neighbourhoodReason(input, territory, names),
        ...elsewhereReasons(input, territory, workshop, others, names),
        ...steadinessReason(input, territory, workshop, names),
      ];
      return { territory, workshop, reasons };
    }),
  );
}

/** How it holds when answers vary: with whom it stays, or how often a referral calls on it again. */
function steadinessReason(
  { companionship, workshops, territories }: PlacementInput,
  territory: number,
  workshop: number,
  names: NameBook,
): Reason[] {
  if (!companionship) return [];
  const { shares, units, resamplings, counted, territoryOf } = companionship;
  const rank = (workshops[workshop] ?? []).indexOf(territory);
  if (counted) return againReason(counted, shares[workshop]?.[rank] ?? 0, resamplings, names);
  const idOf = (unit: number): string => territories[territoryOf(unit)]?.id ?? '';
  return robustnessReason(companionship, workshop, units[workshop] ?? [], rank, idOf, names);
}

function contentReasons(
  input: PlacementInput,
  i: number,
  workshop: number,
  others: readonly number[],
  names: NameBook,
): Reason[] {
  const workshopId = input.workshopIds[workshop] ?? '';
  const { values, columns } = input.profiles.needs;
  const declares = (j: number, p: number): boolean => (values[j * columns + p] ?? 0) > 0;
  const own = input.profiles.problemIds.map((_, p) => p).filter((p) => declares(i, p));
  if (own.length === 0) return [stateReason('nothing-declared', { workshopId }, names)];
  if (others.length === 0) return [stateReason('alone-in-workshop', { workshopId }, names)];

  const weightOf = (p: number): number => (input.profiles.rarity[p] ?? 0) * (values[i * columns + p] ?? 0);
  const shared = own
    .map((p) => ({ p, count: others.filter((j) => declares(j, p)).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || weightOf(b.p) - weightOf(a.p) || a.p - b.p)
    .slice(0, mostProblems);
  if (shared.length === 0) return [stateReason('no-shared-problem', { workshopId }, names)];
  const facts = {
    workshopId,
    problemIds: shared.map(({ p }) => input.profiles.problemIds[p] ?? ''),
    sharedWith: shared.map(({ count }) => String(count)),
  };
  return [stateReason('shared-problems', facts, names), ...closestMembers(input, i, others, names)];
}

function closestMembers(
  { affinity, distances, territories }: PlacementInput,
  i: number,
  others: readonly number[],
  names: NameBook,
): Reason[] {
  const likeness = (j: number): number => affinity.values[i * affinity.columns + j] ?? 0;
  const closest = others
    .filter((j) => likeness(j) > 0)
    .sort((a, b) => likeness(b) - likeness(a) || a - b)
    .slice(0, mostMembers);
  if (closest.length === 0) return [];
  const kmTo = (j: number): string =>
    distances.located[i] && distances.located[j]
      ? String(Math.round(distances.km.values[i * distances.km.columns + j] ?? 0))
      : '';
  const facts = {
    territoryIds: closest.map((j) => territories[j]?.id ?? ''),
    distancesKm: closest.map(kmTo),
  };
  return [stateReason('closest-members', facts, names)];
}

/** The share of all its needs weighs each by intensity and rarity. */
function neighbourhoodReason({ profiles, explained }: PlacementInput, i: number, names: NameBook): Reason[] {
  if (!explained) return [];
  const { needs, rarity, problemIds } = profiles;
  const own = problemIds.map((id, p) => ({
    id,
    p,
    weight: (needs.values[i * needs.columns + p] ?? 0) * (rarity[p] ?? 0),
    share: explained.values[i * explained.columns + p] ?? 0,
  }));
  const total = own.reduce((sum, { weight }) => sum + weight, 0);
  const percent = own.reduce((sum, { weight, share }) => sum + weight * share, 0) / total;
  const most = own
    .filter(({ weight, share }) => weight > 0 && share >= leastExplained)
    .sort((a, b) => b.share - a.share || a.p - b.p)
    .slice(0, mostProblems);
  if (!(percent >= leastExplained) || most.length === 0) return [];
  const facts = {
    percent: Math.round(100 * percent),
    problemIds: most.map(({ id }) => id),
    percents: most.map(({ share }) => String(Math.round(100 * share))),
  };
  return [stateReason('explained-by-neighbourhood', facts, names)];
}

/** Exact where each territory sits in one workshop; by mean affinity where one may sit in several. */
function elsewhereReasons(
  input: PlacementInput,
  i: number,
  here: number,
  othersHere: readonly number[],
  names: NameBook,
): Reason[] {
  const { alternatives, territories, workshops, workshopIds } = input;
  if (input.rivals) return rivalReason(input.rivals, i, territories, names);
  if (!alternatives) return mostAlikeReason(input, i, here, othersHere, names);
  const own = alternatives[here]?.[(workshops[here] ?? []).indexOf(i)] ?? { best: null, held: null };
  return [
    ...nextBestReason(own, i, here, input, names),
    ...obstacleReason(own, (workshops[here] ?? []).length, workshopIds, names),
    ...successorReason(own, territories, names),
    ...heldReason(own, territories, workshopIds, names),
  ];
}

/**
 * Where else the mean affinity is highest, among the workshops it does not sit in (the smaller number in a tie);
 * nothing is said if it is nil everywhere else.
 */
function mostAlikeReason(
  { affinity, workshops, workshopIds }: PlacementInput,
  i: number,
  here: number,
  othersHere: readonly number[],
  names: NameBook,
): Reason[] {
  const meanTo = (others: readonly number[]): number => {
    const sum = others.reduce((all, j) => all + (affinity.values[i * affinity.columns + j] ?? 0), 0);
    return others.length > 0 ? sum / others.length : 0;
  };
  let best = -1;
  let there = 0;
  for (const [g, members] of workshops.entries()) {
    const mean = g === here || members.includes(i) ? 0 : meanTo(members);
    if (mean <= there) continue;
    best = g;
    there = mean;
  }
  const workshopId = workshopIds[best];
  if (workshopId === undefined) return [];
  const pointsHere = tenths(100 * meanTo(othersHere));
  const pointsThere = tenths(100 * there);
  const facts = { workshopId, pointsHere, pointsThere, cost: tenths(pointsHere - pointsThere) };
  return [stateReason('next-best-workshop', facts, names)];
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
