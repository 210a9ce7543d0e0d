/**
 * What can be said of a placement or a pairing: a code and its facts, ids only.
 * Arrays of facts go together by rank; numbers inside arrays are written as text, '' when unknown.
 */
export interface Statements {
  /** declared no need: nothing but sizes and distances places it */
  'nothing-declared': { readonly workshopId: string };
  'alone-in-workshop': { readonly workshopId: string };
  /** sharedWith[k]: how many other members declare problemIds[k] */
  'shared-problems': {
    readonly workshopId: string;
    readonly problemIds: string[];
    readonly sharedWith: string[];
  };
  'no-shared-problem': { readonly workshopId: string };
  /** whole kilometres, great circle */
  'closest-members': { readonly territoryIds: string[]; readonly distancesKm: string[] };
  /**
   * what the neighbourhood explains of its needs, in whole percent: of all together, and of those it explains most;
   * that much counts less in the likeness, by the dial δ
   */
  'explained-by-neighbourhood': {
    readonly percent: number;
    readonly problemIds: string[];
    readonly percents: string[];
  };
  /** mean affinity to the other members, × 100; cost: what is lost by the change, below 0 if it would gain */
  'next-best-workshop': {
    readonly workshopId: string;
    readonly pointsHere: number;
    readonly pointsThere: number;
    readonly cost: number;
  };
  'held-by-rule': RuleFacts;
  /** a soft rule that this placement breaks */
  'rule-not-kept': RuleFacts;
  'pair-shows-needs': { readonly fromId: string; readonly toId: string; readonly problemIds: string[] };
  'pair-shared-problems': { readonly problemIds: string[] };
  'pair-distance': { readonly distanceKm: number };
  'odd-one-out': { readonly territoryId: string };
  'unpaired-nothing-in-common': { readonly territoryId: string };
  'unpaired-nothing-declared': { readonly territoryId: string };
}

interface RuleFacts {
  readonly ruleId: string;
  readonly kind: 'together' | 'apart' | 'pinned';
  readonly level: 'hard' | 'soft';
  /** the other territories of the rule */
  readonly otherIds: string[];
  /** '' when not given */
  readonly because: string;
  readonly askedBy: string;
}

export type StatementCode = keyof Statements;

/** How a language says each statement. */
export type Sentences = {
  readonly [Code in StatementCode]: (facts: Statements[Code], names: Names) => string;
};

/** The names behind ids, in one language. */
export interface Names {
  problem(id: string): string;
  territory(id: string): string;
  workshop(id: string): string;
}
