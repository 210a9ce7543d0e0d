/**
 * What rules need to know of the territories besides their ids, by index; nobody is named.
 * A list that says nothing of a territory is empty there.
 */
export interface RuleFacts {
  readonly territoryIds: readonly string[];
  /** codes, of each territory the main one; undefined: not known */
  readonly departments: readonly (string | undefined)[];
  readonly kinds: readonly string[];
  readonly traits: readonly (readonly string[])[];
  /** the territories and the workshops (0 is workshop 1) it wishes for, the best first */
  readonly wishedTerritories: readonly (readonly number[])[];
  readonly wishedWorkshops: readonly (readonly number[])[];
  /** the slots that suit it; null: any */
  readonly availability: readonly (readonly string[] | null)[];
  /** how often two territories met: i < j, each pair once */
  readonly meetings: readonly (readonly [i: number, j: number, times: number])[];
  /** order × order, great circle, km; NaN where a position is not known */
  readonly distanceKm: Float64Array;
  /** pairs whose perimeters overlap, i < j; share in (0, 1] */
  readonly overlaps: readonly (readonly [i: number, j: number, share: number])[];
}

/** Facts of territories of which nothing is known. */
export function noRuleFacts(territoryIds: readonly string[]): RuleFacts {
  const each = <T>(value: T): T[] => territoryIds.map(() => value);
  return {
    territoryIds,
    departments: each(undefined),
    kinds: each('OTHER'),
    traits: each([]),
    wishedTerritories: each([]),
    wishedWorkshops: each([]),
    availability: each(null),
    meetings: [],
    distanceKm: new Float64Array(territoryIds.length ** 2).fill(Number.NaN),
    overlaps: [],
  };
}
