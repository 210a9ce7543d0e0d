/** What the findings on a grouping to be measured tell. */
export interface GroupingFindingFacts {
  'no-grouping-columns': { missing: 'territory' | 'workshop'; columns: readonly string[] };
  'no-grouping-rows': Record<never, never>;
  'row-without-workshop': { name: string };
  'in-two-workshops': { name: string; workshop: string; firstWorkshop: string; firstRow: number };
  /** the first few, by name; how many in all */
  'not-in-grouping': { names: readonly string[]; count: number };
}
