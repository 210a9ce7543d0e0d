export interface NearestPeers {
  /** indices, the most alike first, the smaller index in a tie */
  readonly near: readonly number[];
  readonly far: readonly number[];
  readonly unlocated: readonly number[];
}

/**
 * The `count` most alike within minKm, as many from there on, and as many whose distance is not known (null).
 * Those of likeness 0 are left out.
 */
export function nearestPeers(
  likeness: Float64Array,
  kmTo: (j: number) => number | null,
  count: number,
  minKm: number,
): NearestPeers {
  const likenessOf = (j: number): number => likeness[j] ?? 0;
  const alike = [...likeness.keys()]
    .filter((j) => likenessOf(j) > 0)
    .sort((a, b) => likenessOf(b) - likenessOf(a) || a - b);
  const first = (wanted: (km: number | null) => boolean): number[] =>
    alike.filter((j) => wanted(kmTo(j))).slice(0, count);
  return {
    near: first((km) => km !== null && km < minKm),
    far: first((km) => km !== null && km >= minKm),
    unlocated: first((km) => km === null),
  };
}
