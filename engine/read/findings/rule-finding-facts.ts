import type { RuleAttribute } from '../../model/rule.js';
import type { LackingData, Unkeepable } from '../rules/unkeepable-rules.js';

/** What the findings on rules tell. */
export interface RuleFindingFacts {
  'pinned-without-workshop': Record<never, never>;
  'pinned-to-several': Record<never, never>;
  'workshop-ignored': Record<never, never>;
  'rule-cell-ignored': { column: string; kind: { fr: string; en: string } };
  'rule-part-missing': { kind: { fr: string; en: string }; part: RulePart };
  'unknown-attribute-value': { attribute: RuleAttribute; value: string; known: readonly string[] };
  'distances-crossed': { minKm: number; maxKm: number };
  'rule-cannot-hold': Unkeepable;
  'soft-rule-cannot-hold': Unkeepable;
  'rule-without-data': { needs: LackingData };
  'pairing-of-several': { count: number };
  'pairing-always-hard': Record<never, never>;
  'rule-twice': { firstRow: number };
  'circular-rules': {
    conflict: RuleConflictKind;
    rules: readonly string[];
    territories: readonly string[];
    dropped: string;
  };
  'soft-rule-void': { rules: readonly string[]; territories: readonly string[] };
}

/** What a row of rules may lack. */
export type RulePart = 'workshop' | 'attribute' | 'value' | 'count' | 'km';

export type RuleConflictKind =
  | 'apart-inside-together'
  | 'pinned-twice'
  | 'pinned-together-inside-apart'
  | 'no-workshop-left'
  | 'pair-imposed-and-forbidden';
