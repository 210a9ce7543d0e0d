import { bestSubset } from '../methods/grouping/subset/best-subset.js';
import { subsetUpperBound } from '../methods/grouping/subset/subset-bound.js';
import type { SubsetProblem } from '../methods/grouping/subset/subset-problem.js';
import type { Profiles } from '../model/profiles.js';
import type { Rule } from '../model/rule.js';
import type { Matrix } from '../numeric/matrix.js';
import type { Options } from '../options.js';
import type { Rng } from '../random/rng.js';
import type { ComposedWorkshops, EntryInput, WorkshopControl } from './composed-workshops.js';
import { refuseReferral } from './refusals/refuse-referral.js';
import { rulesOnPairs } from './rules/rules-on-pairs.js';
import { workshopWeights } from './workshop-weights.js';

/** rounds of the search with an effort of one */
const rounds = 60;
/** the best experience of every problem is worth two members whom all of them concern in full */
const experienceWeight = 2;
/** the question comes first: likeness on all else counts a quarter */
const likenessWeight = 0.25;

/**
 * The one workshop best placed for the problems of a referral: territories that each of them concerns, at least a share
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
  const concern = columnsOf(profiles.needs, referral);
  const experience = columnsOf(profiles.experiences, referral);
  const concerned = declaring(concern, order);
  const experienced = declaring(experience, order);
  const wishes = wishedIn(rules, territoryIds);
  const problem: SubsetProblem = {
    order,
    topicCount: referral.length,
    concern,
    topicWeights: shares,
    worth: wishes,
    eligible: Uint8Array.from(wishes, (wish, i) => (concerned[i] || experienced[i] || wish > 0 ? 1 : 0)),
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
