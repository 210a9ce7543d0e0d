import type { ChoiceFacts } from '../../model/choice-grounds.js';
import type { RuleKind } from '../../model/rule.js';
import type { RuleTerms } from '../reasons/rule-terms.js';
import type { EntryStatements } from './entry-statements.js';
import type { PairingStatements } from './pairing-statements.js';

/**
 * What can be said of a placement, a pairing or the concerns: a code and its facts, ids only.
 * Arrays of facts go together by rank; numbers inside arrays are written as text, '' when unknown.
 */
export interface Statements extends ChoiceFacts, EntryStatements, PairingStatements {
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
  'held-by-rule': HoldingRule;
  /** a soft rule that this placement breaks */
  'rule-not-kept': HoldingRule;
  'rule-kept': { readonly ruleId: string };
  /**
   * parts: how many cases break it; the first of them by their territories, partSizes[k] of them each, and by
   * the number of the workshop where they all sit, if any
   */
  'rule-broken': {
    readonly ruleId: string;
    readonly kind: RuleKind;
    readonly level: 'hard' | 'soft';
    readonly penalty: number;
    readonly parts: number;
    readonly territoryIds: string[];
    readonly partSizes: string[];
    readonly partWorkshops: string[];
  };
  'pair-shared-problems': { readonly problemIds: string[] };
  'pair-distance': { readonly distanceKm: number };
  'odd-one-out': { readonly territoryId: string };
  'unpaired-nothing-in-common': { readonly territoryId: string };
  'unpaired-nothing-declared': { readonly territoryId: string };
  /** ami, nmi of concerns and main départements */
  'concerns-and-departments': {
    readonly departmentCount: number;
    readonly ami: number;
    readonly nmi: number;
    readonly level: 'unrelated' | 'partly' | 'largely';
  };
  /** modularity of the concerns, and mean of what answers dealt out at random give */
  'concerns-against-chance': {
    readonly modularity: number;
    readonly byChance: number;
    readonly p: number;
    readonly replicates: number;
    readonly level: 'clear' | 'slight' | 'none';
  };
}

interface HoldingRule extends RuleTerms {
  /** the other territories of the rule */
  readonly otherIds: string[];
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
  /** what a rule asks, as the rest of a sentence */
  rule(id: string): string;
}
