/** How often those who share a workshop share one again in other compositions of the same territories. */
export interface Companionship {
  /** compositions compared with */
  readonly resamplings: number;
  /** by workshop, then by member: mean over the other members of `pairs`; 1 for a territory alone */
  readonly shares: readonly Float64Array[];
  /** the pairs of each workshop, once each: share of the compositions in which i and j share a workshop, 0..1 */
  readonly pairs: readonly { readonly i: number; readonly j: number; readonly share: number }[];
}

/** solid: most companions stay · fair: more than one in three · fragile: fewer */
export type PlacementLevel = 'solid' | 'fair' | 'fragile';

/** Reads a share of companions in words. */
export function placementLevel(share: number): PlacementLevel {
  if (share >= 2 / 3) return 'solid';
  return share >= 1 / 3 ? 'fair' : 'fragile';
}

/**
 * Compares workshops with other compositions, without matching one workshop with another: what counts is who is with
 * whom (co-membership; Hubert, Arabie 1985, 10.1007/BF01908075).
 *
 * @param workshops members of each; a territory may sit in several, or in none
 * @param others the same of each other composition
 */
export function companionshipOf(
  workshops: readonly (readonly number[])[],
  others: readonly (readonly (readonly number[])[])[],
): Companionship {
  const homes = others.map(homesOf);
  const together = new Map<string, number>();
  for (const members of workshops) {
    for (const [rank, i] of members.entries()) {
      for (const j of members.slice(rank + 1)) {
        const times = homes.filter((home) => home.get(i)?.some((g) => home.get(j)?.includes(g))).length;
        together.set(`${i}/${j}`, others.length > 0 ? times / others.length : 0);
      }
    }
  }
  const shareOf = (i: number, j: number): number => together.get(i < j ? `${i}/${j}` : `${j}/${i}`) ?? 0;
  return {
    resamplings: others.length,
    shares: workshops.map((members) =>
      Float64Array.from(members, (i) => {
        const rest = members.filter((j) => j !== i);
        return rest.length > 0 ? rest.reduce((sum, j) => sum + shareOf(i, j), 0) / rest.length : 1;
      }),
    ),
    pairs: [...together].map(([key, share]) => {
      const [i = 0, j = 0] = key.split('/').map(Number);
      return { i, j, share };
    }),
  };
}

function homesOf(workshops: readonly (readonly number[])[]): ReadonlyMap<number, readonly number[]> {
  const homes = new Map<number, number[]>();
  for (const [g, members] of workshops.entries()) {
    for (const i of members) {
      const known = homes.get(i);
      if (known) known.push(g);
      else homes.set(i, [g]);
    }
  }
  return homes;
}
