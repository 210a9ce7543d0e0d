import type { Distances } from '../../model/distances.js';
import type { Measures, WorkshopMeasures } from '../../model/measures.js';
import type { Profiles } from '../../model/profiles.js';
import type { Territory } from '../../model/territory.js';
import type { Matrix } from '../../numeric/matrix.js';
import { type DistanceExpectation, expectedAffinity } from './distance-expectation.js';

/** What every grouping is judged on, ours and the others alike; row i is territory i everywhere. */
export interface Ground {
  /** plain likeness of declared profiles, 0..1: nothing subtracted, no discount */
  readonly affinity: Matrix;
  readonly distances: Distances;
  readonly territories: readonly Territory[];
  readonly profiles: Profiles;
  readonly expected: DistanceExpectation;
}

/**
 * Measures any grouping, given as the members of each workshop: a territory may sit in several, or in none.
 *
 * Means over pairs weigh every pair of one workshop the same; two territories that share two workshops count twice. With ā(d) the mean affinity of pairs d apart
 * and ā of all pairs: decoupling = mean(a − ā(d)), proximityEffect = mean(ā(d)) − ā, so that
 * coherence − coherenceByChance = decoupling + proximityEffect. A grouping without a pair (all alone) has 0
 * in all of these. Distances are those of located pairs. A territory counts for its main département,
 * and two without one are not in the same.
 */
export function measureGrouping(ground: Ground, workshops: readonly (readonly number[])[]): Measures {
  const groups = workshops.filter((members) => members.length > 0);
  const sums = groups.map((members) => sumPairs(ground, members));
  const total = (pick: (sum: PairSums) => number): number => sums.reduce((all, sum) => all + pick(sum), 0);
  const pairs = total((sum) => sum.pairs);
  const coherence = ratio(
    total((sum) => sum.affinity),
    pairs,
  );
  const decoupling = ratio(
    total((sum) => sum.beyondDistance),
    pairs,
  );
  const byChance = ground.expected.overall;
  const sizes = groups.map((members) => members.length);
  const placedCount = new Set(groups.flat()).size;
  const meanOver = (count: (members: readonly number[]) => number): number =>
    ratio(
      groups.reduce((all, members) => all + count(members), 0),
      groups.length,
    );
  return {
    workshopCount: groups.length,
    placedCount,
    unplacedCount: ground.territories.length - placedCount,
    smallestSize: groups.length > 0 ? Math.min(...sizes) : 0,
    largestSize: groups.length > 0 ? Math.max(...sizes) : 0,
    coherence,
    coherenceByChance: byChance,
    spreadKm: ratio(
      total((sum) => sum.km),
      total((sum) => sum.locatedPairs),
    ),
    spreadByChanceKm: ground.distances.meanKm,
    decoupling,
    proximityEffect: pairs > 0 ? coherence - byChance - decoupling : 0,
    sameDepartmentShare: ratio(
      total((sum) => sum.sameDepartment),
      pairs,
    ),
    sameDepartmentByChance: sameDepartmentByChance(ground.territories),
    departmentsPerWorkshop: meanOver((members) => departmentCount(ground.territories, members)),
    kindsPerWorkshop: meanOver((members) => kindCount(ground.territories, members)),
    themesPerWorkshop: meanOver((members) => themeCount(ground.profiles, members)),
  };
}

/** Measures each workshop, given as its members; one without a pair has 0 for what is said of pairs. */
export function measureWorkshops(
  ground: Ground,
  workshops: readonly (readonly number[])[],
): WorkshopMeasures[] {
  return workshops.map((members) => {
    const sum = sumPairs(ground, members);
    return {
      size: members.length,
      coherence: ratio(sum.affinity, sum.pairs),
      spreadKm: ratio(sum.km, sum.locatedPairs),
      decoupling: ratio(sum.beyondDistance, sum.pairs),
      departmentCount: departmentCount(ground.territories, members),
      kindCount: kindCount(ground.territories, members),
      themeCount: themeCount(ground.profiles, members),
    };
  });
}

interface PairSums {
  pairs: number;
  locatedPairs: number;
  affinity: number;
  beyondDistance: number;
  km: number;
  sameDepartment: number;
}

function sumPairs(ground: Ground, members: readonly number[]): PairSums {
  const { affinity, distances, territories, expected } = ground;
  const sums = { pairs: 0, locatedPairs: 0, affinity: 0, beyondDistance: 0, km: 0, sameDepartment: 0 };
  for (const [rank, i] of members.entries()) {
    const department = territories[i]?.departments[0];
    for (const j of members.slice(rank + 1)) {
      const likeness = affinity.values[i * affinity.columns + j] ?? 0;
      sums.pairs++;
      sums.affinity += likeness;
      sums.beyondDistance += likeness - expectedAffinity(expected, distances, i, j);
      if (department !== undefined && department === territories[j]?.departments[0]) sums.sameDepartment++;
      if (!distances.located[i] || !distances.located[j]) continue;
      sums.locatedPairs++;
      sums.km += distances.km.values[i * distances.km.columns + j] ?? 0;
    }
  }
  return sums;
}

function ratio(sum: number, count: number): number {
  return count > 0 ? sum / count : 0;
}

function sameDepartmentByChance(territories: readonly Territory[]): number {
  const counts = new Map<string, number>();
  for (const { departments } of territories) {
    const main = departments[0];
    if (main !== undefined) counts.set(main, (counts.get(main) ?? 0) + 1);
  }
  let pairs = 0;
  for (const count of counts.values()) pairs += (count * (count - 1)) / 2;
  return ratio(pairs, (territories.length * (territories.length - 1)) / 2);
}

function departmentCount(territories: readonly Territory[], members: readonly number[]): number {
  const mains = members.map((i) => territories[i]?.departments[0]);
  return new Set(mains.filter((main) => main !== undefined)).size;
}

function kindCount(territories: readonly Territory[], members: readonly number[]): number {
  return new Set(members.map((i) => territories[i]?.kind)).size;
}

/** Themes that the workshop really has in common: at least half of its members declare a need in them. */
function themeCount(profiles: Profiles, members: readonly number[]): number {
  const { needs, themeIds, themeOfProblem } = profiles;
  const declaring = new Uint32Array(themeIds.length);
  for (const i of members) {
    const own = new Set<number>();
    for (const [p, theme] of themeOfProblem.entries()) {
      if ((needs.values[i * needs.columns + p] ?? 0) > 0) own.add(theme);
    }
    for (const theme of own) declaring[theme] = (declaring[theme] ?? 0) + 1;
  }
  return declaring.filter((count) => count > 0 && 2 * count >= members.length).length;
}
