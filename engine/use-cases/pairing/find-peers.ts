import { type LikenessTo, likenessTo } from '../../affinity/likeness-to.js';
import { EngineError } from '../../engine-error.js';
import { distancesBetween } from '../../geography/distances-between.js';
import { perimeterOverlap } from '../../geography/perimeter-overlap.js';
import { positionsOf } from '../../geography/positions-of.js';
import type { Assembly } from '../../model/assembly.js';
import { canonicalAssembly } from '../../model/canonical-assembly.js';
import type { Peer, Peers } from '../../model/peers.js';
import type { Profiles } from '../../model/profiles.js';
import type { Territory } from '../../model/territory.js';
import { median } from '../../numeric/median.js';
import type { PartialOptions } from '../../options.js';
import { exchangedProblems } from '../../pairing/exchange-value.js';
import { nearestPeers } from '../../pairing/nearest-peers.js';
import { buildProfiles } from '../../profile/build-profiles.js';
import { resolveOptions } from '../../resolve-options.js';

export interface PeerQuery {
  /** only the problems of this theme count; absent: all of them */
  readonly themeId?: string;
  /** how many peers, at most, near and as many far; 5 unless told */
  readonly count?: number;
  /** from how many kilometres on a peer is far, great circle; 100 unless told */
  readonly minKm?: number;
}

/**
 * The territories most like one of them, near and far, for a theme or for all of them; what makes them so, and how
 * it compares with them. Needs no plan.
 *
 * Profiles are whole (décroisement takes nothing out: distance is shown instead).
 *
 * @throws EngineError `unknown-territory`, `unknown-theme`, `peer-query-out-of-range`
 */
export function findPeers(
  assembly: Assembly,
  territoryId: string,
  query: PeerQuery = {},
  options: PartialOptions = {},
): Peers {
  const { themeId = null, count = 5, minKm = 100 } = query;
  refuseOutOfRange(count, minKm);
  const settings = resolveOptions(options);
  const { territories, taxonomy } = canonicalAssembly(assembly);
  const self = indexOfTerritory(territories, territoryId);
  const profiles = buildProfiles(territories, taxonomy, settings.profile);
  const columns = columnsOf(profiles, themeId);
  const likeness = likenessTo(profiles.features, columns, self, settings.affinity.likeness);
  const shares = commonGround(territories, self);
  const discounted = likeness.values.map(
    (value, j) => value * (1 - settings.affinity.samePerimeterDiscount * (shares[j] ?? 0)),
  );
  const { km, located } = distancesBetween(positionsOf(territories));
  const kmTo = (j: number): number | null =>
    located[self] && located[j] ? (km.values[self * km.columns + j] ?? 0) : null;
  const found = nearestPeers(discounted, kmTo, count, minKm);

  const problems = columns.filter((column) => column < profiles.problemIds.length);
  const describe = (j: number): Peer => ({
    territoryId: territories[j]?.id ?? '',
    likeness: discounted[j] ?? 0,
    distanceKm: kmTo(j),
    ...driversOf(profiles, columns, likeness, j, discounted[j] ?? 0),
    samePerimeter: shares[j] ?? 0,
    showsProblemIds: exchangedProblems(profiles, j, self)
      .filter(({ problem }) => problems.includes(problem))
      .map(({ problem }) => profiles.problemIds[problem] ?? ''),
  });
  return {
    territoryId,
    themeId,
    declared: problems.some((p) => needOf(profiles, self, p) > 0),
    near: found.near.map(describe),
    far: found.far.map(describe),
    unlocated: found.unlocated.map(describe),
    ...comparison(territories, profiles, problems, self, [...found.near, ...found.far, ...found.unlocated]),
  };
}

function refuseOutOfRange(count: number, minKm: number): void {
  if (Number.isInteger(count) && count >= 1 && minKm >= 0) return;
  throw new EngineError(
    'peer-query-out-of-range',
    `Peers cannot be sought with count ${count} and minKm ${minKm}.`,
    'give a whole count from 1 and kilometres from 0.',
    [count, minKm],
  );
}

function indexOfTerritory(territories: readonly Territory[], territoryId: string): number {
  const index = territories.findIndex(({ id }) => id === territoryId);
  if (index !== -1) return index;
  throw new EngineError(
    'unknown-territory',
    `There is no territory "${territoryId}" in the assembly.`,
    'give the identifier of one of its territories.',
    territoryId,
  );
}

/** The columns of features that count: problems, then themes. */
function columnsOf({ problemIds, themeIds, themeOfProblem }: Profiles, themeId: string | null): number[] {
  const theme = themeId === null ? -1 : themeIds.indexOf(themeId);
  if (themeId !== null && theme === -1) {
    throw new EngineError(
      'unknown-theme',
      `There is no theme "${themeId}" in the taxonomy.`,
      `give one of ${themeIds.join(', ')}.`,
      themeId,
    );
  }
  const counts = (of: number | undefined): boolean => theme === -1 || of === theme;
  return [
    ...problemIds.flatMap((_, p) => (counts(themeOfProblem[p]) ? p : [])),
    ...themeIds.flatMap((_, t) => (counts(t) ? problemIds.length + t : [])),
  ];
}

function commonGround(territories: readonly Territory[], self: number): Float64Array {
  const { sources, targets, shares } = perimeterOverlap(territories);
  const common = new Float64Array(territories.length);
  for (const [e, share] of shares.entries()) {
    const i = sources[e] ?? 0;
    const j = targets[e] ?? 0;
    if (i === self) common[j] = share;
    if (j === self) common[i] = share;
  }
  return common;
}

/** The parts of a likeness, scaled to what is left of it after the discount. */
function driversOf(
  { problemIds }: Profiles,
  columns: readonly number[],
  likeness: LikenessTo,
  j: number,
  discounted: number,
): Pick<Peer, 'drivers' | 'fromThemes'> {
  const kept = discounted / (likeness.values[j] ?? 1);
  const drivers: { column: number; likeness: number }[] = [];
  let fromThemes = 0;
  for (const [rank, part] of likeness.partsOf(j).entries()) {
    const column = columns[rank] ?? 0;
    if (column >= problemIds.length) fromThemes += part * kept;
    else if (part > 0) drivers.push({ column, likeness: part * kept });
  }
  drivers.sort((a, b) => b.likeness - a.likeness || a.column - b.column);
  return {
    drivers: drivers.map(({ column, likeness: part }) => ({
      problemId: problemIds[column] ?? '',
      likeness: part,
    })),
    fromThemes,
  };
}

/** What the territory declares beside the medians of its peers. */
function comparison(
  territories: readonly Territory[],
  profiles: Profiles,
  problems: readonly number[],
  self: number,
  peers: readonly number[],
): Pick<Peers, 'problems' | 'population'> {
  return {
    problems: problems
      .filter((p) => [self, ...peers].some((i) => needOf(profiles, i, p) > 0))
      .map((p) => ({
        problemId: profiles.problemIds[p] ?? '',
        own: needOf(profiles, self, p),
        median: median(peers.map((j) => needOf(profiles, j, p))) ?? 0,
      })),
    population: {
      own: territories[self]?.population ?? null,
      median: median(peers.flatMap((j) => territories[j]?.population ?? [])),
    },
  };
}

function needOf({ needs }: Profiles, i: number, p: number): number {
  return needs.values[i * needs.columns + p] ?? 0;
}
