import type { Assembly } from '../model/assembly.js';
import type { Distances, PerimeterOverlap } from '../model/distances.js';
import type { RuleFacts } from '../model/rule-facts.js';
import { type RuleUnit, territoryUnit } from '../model/rule-unit.js';
import { listedBy } from '../numeric/listed-by.js';

/** What an assembly tells rules, in the order of its territories; the people of its seats count, their names do not. */
export function gatherRuleFacts(
  { territories, history }: Assembly,
  distances: Distances,
  overlap: PerimeterOverlap,
): RuleFacts {
  const indexOf = new Map(territories.map(({ id }, i) => [id, i]));
  const order = territories.length;
  return {
    territoryIds: territories.map(({ id }) => id),
    departments: territories.map(({ departments }) => departments[0]),
    kinds: territories.map(({ kind }) => kind),
    traits: territories.map(({ traits }) => traits),
    wishedTerritories: territories.map(({ wishes = [] }, i) =>
      wishes.flatMap((wish) => indexOf.get(wish) ?? []).filter((j) => j !== i),
    ),
    wishedWorkshops: territories.map(({ wishes = [] }) =>
      wishes.flatMap((wish) => (indexOf.has(wish) ? [] : workshopWished(wish))),
    ),
    availability: territories.map(({ availability = [] }) => (availability.length > 0 ? availability : null)),
    meetings: meetingsOf(history, indexOf),
    distanceKm: distances.km.values.map((km, at) => {
      const known = distances.located[Math.floor(at / order)] && distances.located[at % order];
      return known ? km : Number.NaN;
    }),
    overlaps: Array.from(overlap.shares, (share, k) => [
      overlap.sources[k] ?? 0,
      overlap.targets[k] ?? 0,
      share,
    ]),
  };
}

/** The territories as units, in their order. */
export function territoryUnits({ territories, seats }: Assembly): RuleUnit[] {
  const seatsOf = listedBy(seats, ({ territoryId }) => territoryId);
  return territories.map(({ id }, i) => territoryUnit(i, seatsOf.get(id) ?? []));
}

/** "atelier 3" is group 2. */
function workshopWished(wish: string): number[] {
  const number = Number(/^atelier ([1-9]\d*)$/.exec(wish)?.[1] ?? Number.NaN);
  return number >= 1 ? [number - 1] : [];
}

/** What happened on one day under one name (a workshop and its chairs) is one meeting. */
function meetingsOf(
  history: Assembly['history'],
  indexOf: ReadonlyMap<string, number>,
): [number, number, number][] {
  const occasions = new Map<string, { i: number; j: number; met: Set<string> }>();
  for (const [place, { territoryIds, date, label }] of history.entries()) {
    const occasion = date === undefined ? `${place}` : `${date} ${label ?? ''}`;
    const present = [...new Set(territoryIds.flatMap((id) => indexOf.get(id) ?? []))].sort((a, b) => a - b);
    for (const [k, i] of present.entries()) {
      for (const j of present.slice(k + 1)) {
        const pair = occasions.get(`${i} ${j}`) ?? { i, j, met: new Set() };
        pair.met.add(occasion);
        occasions.set(`${i} ${j}`, pair);
      }
    }
  }
  return [...occasions.values()]
    .map(({ i, j, met }): [number, number, number] => [i, j, met.size])
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}
