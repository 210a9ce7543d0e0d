/** What the findings on a list of changes tell. */
export interface ChangeFindingFacts {
  'unknown-change': { value: string };
  'change-without-territory': Record<never, never>;
  'no-change': { column: string };
  'already-in-plan': { name: string };
  'changed-twice': { name: string; firstRow: number };
}
