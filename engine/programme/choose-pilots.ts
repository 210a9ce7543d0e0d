import { EngineError } from '../engine-error.js';
import { exchangeSites } from '../methods/facility/exchange-sites.js';
import type { FacilityProblem, SiteQuota } from '../methods/facility/facility-problem.js';
import { lazyGreedy, servedBy } from '../methods/facility/lazy-greedy.js';
import { siteBound } from '../methods/facility/site-bound.js';
import type { ProgrammeNotice } from '../model/programme-notice.js';
import type { Matrix } from '../numeric/matrix.js';

export interface PilotCandidate {
  readonly territoryId: string;
  /** its main département; absent: of none that a quota names */
  readonly department?: string;
  readonly kind?: string;
}

/** At least and at most so many pilots of each value; values not named are free. */
export type PilotQuotas = Readonly<Record<string, { readonly min?: number; readonly max?: number }>>;

export interface PilotInput {
  readonly territories: readonly PilotCandidate[];
  /** order × order in the order of the territories, symmetric, 0..1 */
  readonly likeness: Matrix;
  readonly count: number;
  readonly byDepartment?: PilotQuotas;
  readonly byKind?: PilotQuotas;
}

export interface Pilot {
  readonly territoryId: string;
  /** those more like it than any other pilot, itself first, then by falling likeness */
  readonly represents: readonly { readonly territoryId: string; readonly likeness: number }[];
}

export interface PilotChoice {
  /** by id */
  readonly pilots: readonly Pilot[];
  /** mean likeness of a territory to its pilot, a pilot to itself 1 */
  readonly meanLikeness: number;
  /** no choice of as many pilots has a higher mean */
  readonly upperBound: number;
  /** the share of the best that is promised for any data: 1 − 1/e, 1/2 with one kind of quota, 1/3 with two */
  readonly guarantee: number;
  /** the share proved for these data: meanLikeness / upperBound */
  readonly proved: number;
  readonly notices: readonly ProgrammeNotice[];
}

/**
 * Territories that stand for the others in an experiment: each is represented by the pilot most like it, and the
 * sum of those likenesses is as large as greedy choice and exchanges can make it.
 *
 * Facility location (p-median); `count` pilots, or as many as quotas allow (said). A territory like no pilot at
 * all is named. Ties go to the lower id.
 *
 * @throws EngineError `pilots-not-usable` for a count that is not 1..territories, `likeness-not-usable`,
 *   `quota-not-usable`
 */
export function choosePilots(input: PilotInput): PilotChoice {
  checkPilots(input);
  const { territories, count } = input;
  const order = [...territories.keys()].sort((a, b) =>
    (territories[a]?.territoryId ?? '') < (territories[b]?.territoryId ?? '') ? -1 : 1,
  );
  const sites = order.map((t) => territories[t] as PilotCandidate);
  const quotas = [
    ...siteQuota(sites, ({ department }) => department, input.byDepartment),
    ...siteQuota(sites, ({ kind }) => kind, input.byKind),
  ];
  const problem: FacilityProblem = { worth: worthOf(input.likeness, order), count, quotas };
  const open = exchangeSites(problem, lazyGreedy(problem));
  const value = servedBy(problem, open).reduce((sum, each) => sum + each, 0);
  const bound = siteBound({ ...problem, count: Math.max(open.length, 1) }, value);
  const { pilots, unlike } = represented(problem, sites, open);
  return {
    pilots,
    meanLikeness: value / sites.length,
    upperBound: bound / sites.length,
    guarantee: quotas.length === 0 ? 1 - Math.exp(-1) : 1 / (1 + quotas.length),
    proved: bound > 0 ? value / bound : 1,
    notices: pilotNotices(input, sites, open, unlike),
  };
}

/** The likeness in the order of the sites, one to itself. */
function worthOf({ rows, values }: Matrix, order: readonly number[]): Matrix {
  const worth = new Float64Array(rows * rows);
  order.forEach((a, i) => {
    order.forEach((b, j) => {
      worth[i * rows + j] = i === j ? 1 : (values[a * rows + b] ?? 0);
    });
  });
  return { rows, columns: rows, values: worth };
}

function siteQuota(
  sites: readonly PilotCandidate[],
  attribute: (site: PilotCandidate) => string | undefined,
  asked: PilotQuotas = {},
): SiteQuota[] {
  const named = Object.keys(asked).sort();
  if (named.length === 0) return [];
  // the last part is of those that no quota names; a least number is not asked beyond what there is
  const partOf = sites.map((site) => {
    const part = named.indexOf(attribute(site) ?? '');
    return part === -1 ? named.length : part;
  });
  const there = (part: number): number => partOf.filter((each) => each === part).length;
  const max = [...named.map((value) => asked[value]?.max ?? sites.length), sites.length];
  const min = [
    ...named.map((value, part) => Math.min(asked[value]?.min ?? 0, there(part), max[part] ?? 0)),
    0,
  ];
  return [{ partOf, min, max }];
}

function represented(
  { worth }: FacilityProblem,
  sites: readonly PilotCandidate[],
  open: readonly number[],
): { pilots: Pilot[]; unlike: string[] } {
  const followers = new Map(open.map((site) => [site, [] as { territoryId: string; likeness: number }[]]));
  const unlike: string[] = [];
  sites.forEach(({ territoryId }, i) => {
    const likeness = (site: number): number => worth.values[i * worth.rows + site] ?? 0;
    const pilot = open.includes(i)
      ? i
      : open.reduce((best, site) => (best === -1 || likeness(site) > likeness(best) ? site : best), -1);
    if (pilot === -1 || likeness(pilot) <= 0) unlike.push(territoryId);
    else followers.get(pilot)?.push({ territoryId, likeness: likeness(pilot) });
  });
  const pilots = open.map((site) => {
    const territoryId = sites[site]?.territoryId ?? '';
    const represents = followers.get(site) ?? [];
    const itself = (id: string): number => (id === territoryId ? 0 : 1);
    represents.sort((a, b) => itself(a.territoryId) - itself(b.territoryId) || b.likeness - a.likeness);
    return { territoryId, represents };
  });
  return { pilots, unlike };
}

function pilotNotices(
  { count, byDepartment = {}, byKind = {} }: PilotInput,
  sites: readonly PilotCandidate[],
  open: readonly number[],
  unlike: string[],
): ProgrammeNotice[] {
  const short = (quotas: PilotQuotas, attribute: (site: PilotCandidate) => string | undefined) =>
    Object.keys(quotas)
      .sort()
      .flatMap((of): ProgrammeNotice[] => {
        const chosen = open.filter((site) => sites[site] && attribute(sites[site]) === of).length;
        const asked = quotas[of]?.min ?? 0;
        return chosen < asked ? [{ code: 'quota-not-met', facts: { of, asked, chosen } }] : [];
      });
  return [
    ...(open.length < count
      ? [{ code: 'fewer-pilots' as const, facts: { asked: count, chosen: open.length } }]
      : []),
    ...short(byDepartment, ({ department }) => department),
    ...short(byKind, ({ kind }) => kind),
    ...(unlike.length > 0 ? [{ code: 'not-represented' as const, facts: { territoryIds: unlike } }] : []),
  ];
}

function checkPilots({ territories, likeness, count, byDepartment, byKind }: PilotInput): void {
  const order = territories.length;
  if (!(Number.isInteger(count) && count >= 1 && count <= order)) {
    throw new EngineError(
      'pilots-not-usable',
      `${count} pilots cannot be chosen among ${order} territories.`,
      `ask for 1 to ${order}.`,
      count,
    );
  }
  const wrong = likeness.values.findIndex((value) => !(value >= 0 && value <= 1));
  if (likeness.rows !== order || likeness.columns !== order || wrong !== -1) {
    throw new EngineError(
      'likeness-not-usable',
      wrong === -1
        ? `The likeness is ${likeness.rows} × ${likeness.columns} for ${order} territories.`
        : `The likeness holds ${likeness.values[wrong]} at ${wrong}.`,
      'give one row and one column a territory, in their order, with numbers from 0 to 1.',
      wrong,
    );
  }
  for (const [value, { min = 0, max = order }] of Object.entries({ ...byDepartment, ...byKind })) {
    if (Number.isInteger(min) && Number.isInteger(max) && min >= 0 && min <= max) continue;
    throw new EngineError(
      'quota-not-usable',
      `The quota of ${value} goes from ${min} to ${max}.`,
      'give whole numbers, the least not above the most.',
      value,
    );
  }
}
