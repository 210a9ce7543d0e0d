import { bestSubset } from '../methods/grouping/best-subset.js';
import { subsetUpperBound } from '../methods/grouping/subset-bound.js';
import type { SubsetProblem } from '../methods/grouping/subset-problem.js';
import type { Profiles } from '../model/profiles.js';
import type { Rule } from '../model/rule.js';
import type { Matrix } from '../numeric/matrix.js';
import type { Options } from '../options.js';
import type { Rng } from '../random/rng.js';
import type { ComposedWorkshops, EntryInput, WorkshopControl } from './composed-workshops.js';
import { refuseReferral } from './refuse-referral.js';
import { rulesOnPairs } from './rules-on-pairs.js';
import { workshopWeights } from './workshop-weights.js';

/** rounds of the search with an effort of one */
const rounds = 60;
/** the best experience of all the problems is worth two territories that have all of them as full needs */
const experienceWeight = 2;

/**
 * The one workshop best placed for the problems of a referral: territories that have them, at least a share
 * (`experienceShare`) that has experience of them, alike otherwise, and spread as asked. Only those who declared a
 * need or an experience of a problem take part, or whom a hard rule brings in. Expects `territoryIds` ascending.
 *
 * A rule that pins to workshop 1 speaks of this one; other numbers have no object.
 *
 * @throws EngineError `infeasible` when too few are concerned or rules leave no subset, and those of `rulesOnPairs`
 */
export function composeOnReferral(
  input: EntryInput,
  options: Options['workshop'],
  rng: Rng,
  { shouldStop, onProgress }: WorkshopControl = {},
): ComposedWorkshops {
  const { territoryIds, affinity, distances, profiles, rules, referral } = input;
  const bounds = { min: options.minSize, max: options.maxSize };
  const paired = rulesOnPairs(input, bounds.max);
  const order = territoryIds.length;
  const shares = sharesOf(profiles, referral);
  const worth = sumOf(profiles.needs, referral, shares);
  const experience = sumOf(profiles.experiences, referral, shares);
  const wishes = wishedIn(rules, territoryIds);
  const problem: SubsetProblem = {
    order,
    worth: worth.map((need, i) => need + (wishes[i] ?? 0)),
    eligible: Uint8Array.from(worth, (need, i) =>
      need > 0 || (experience[i] ?? 0) > 0 || wishes[i] ? 1 : 0,
    ),
    weights: workshopWeights(affinity, distances, options.spread, [...territoryIds.keys()]),
    bounds,
    cover: coverOf(profiles.experiences, referral, shares),
    topicCount: referral.length,
    wanted: Uint8Array.from(experience, (level) => (level > 0 ? 1 : 0)),
    wantedShare: options.experienceShare,
    required: paired.pinned.flatMap(([i, g]) => (g === 0 ? [i] : [])),
    together: paired.together,
    apart: paired.apart,
    bonuses: paired.bonuses,
  };
  onProgress?.(0, 1);
  const chosen = bestSubset(problem, rng.stream('referral'), {
    iterations: Math.round(options.effort * rounds),
    shouldStop,
  });
  onProgress?.(1, 1);
  if (!chosen) return refuseReferral(problem);
  const { units, value, iterations } = chosen;
  const upperBound = Math.max(value, subsetUpperBound(problem));
  const inside = new Set(units);
  const here = new Set(
    rules.flatMap((rule) => (rule.kind === 'pinned' && rule.workshop === 1 ? [rule.id] : [])),
  );
  return {
    workshops: [{ territories: units }],
    unplaced: [...territoryIds.keys()]
      .filter((i) => !inside.has(i))
      .map((territory) => ({
        territory,
        why: problem.eligible[territory] === 1 ? 'served-otherwise' : 'not-asked',
      })),
    withoutObject: paired.unheeded.filter((id) => !here.has(id)),
    value,
    upperBound,
    gap: upperBound > 0 ? (upperBound - value) / upperBound : 0,
    iterations,
  };
}

/** What each problem of the referral counts: its rarity, summing to one over them. */
function sharesOf({ rarity }: Profiles, referral: readonly number[]): number[] {
  const total = referral.reduce((sum, p) => sum + (rarity[p] ?? 0), 0);
  return referral.map((p) => (total > 0 ? (rarity[p] ?? 0) / total : 0));
}

function sumOf(
  { rows, columns, values }: Matrix,
  referral: readonly number[],
  shares: readonly number[],
): Float64Array {
  return Float64Array.from({ length: rows }, (_, i) =>
    referral.reduce((sum, p, k) => sum + (shares[k] ?? 0) * (values[i * columns + p] ?? 0), 0),
  );
}

/** order × problems of the referral. */
function coverOf(
  { rows, columns, values }: Matrix,
  referral: readonly number[],
  shares: readonly number[],
): Float64Array {
  const cover = new Float64Array(rows * referral.length);
  for (let i = 0; i < rows; i++) {
    for (const [k, p] of referral.entries()) {
      cover[i * referral.length + k] = experienceWeight * (shares[k] ?? 0) * (values[i * columns + p] ?? 0);
    }
  }
  return cover;
}

/** The weight of the wishes that each territory be in workshop 1. */
function wishedIn(rules: readonly Rule[], territoryIds: readonly string[]): number[] {
  const own = rules.filter(({ kind, level }) => kind === 'pinned' && level === 'soft');
  return territoryIds.map((id) =>
    own
      .filter((rule) => rule.kind === 'pinned' && rule.workshop === 1 && rule.territoryIds.includes(id))
      .reduce((sum, { weight = 1 }) => sum + weight, 0),
  );
}
