import type { Matrix } from '../../numeric/matrix.js';

/** Which sites to open so that everyone is as like their nearest open site as can be. */
export interface FacilityProblem {
  /** order × order, symmetric, 0 or more; entry (i, j): what site j is worth to i */
  readonly worth: Matrix;
  /** sites to open */
  readonly count: number;
  /** partitions of the sites, each with bounds on the sites opened of each part */
  readonly quotas: readonly SiteQuota[];
}

export interface SiteQuota {
  /** by site */
  readonly partOf: ArrayLike<number>;
  /** by part */
  readonly min: ArrayLike<number>;
  readonly max: ArrayLike<number>;
}

/**
 * Whether one more site may be opened, or exchanged for another: no part over its most, and room kept for what
 * the other parts must have at the least. With one partition these choices are a matroid.
 */
export function mayOpen(
  { count, quotas }: FacilityProblem,
  open: readonly number[],
  site: number,
  instead: number,
): boolean {
  return quotas.every(({ partOf, min, max }) => {
    const opened = new Int32Array(min.length);
    for (const each of open) if (each !== instead) opened[partOf[each]!]!++;
    const part = partOf[site]!;
    if (++opened[part]! > max[part]!) return false;
    let needed = 0;
    for (let p = 0; p < min.length; p++) needed += Math.max(opened[p]!, min[p]!);
    return needed <= count;
  });
}
