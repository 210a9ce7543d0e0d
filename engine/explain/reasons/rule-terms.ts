import type { Rule, RuleAttribute, RuleKind } from '../../model/rule.js';
import { territoriesNamedBy } from '../../model/rule.js';

/** A rule as facts of a reason: ids, numbers and words only; what the kind does not have is left out. */
export interface RuleTerms {
  readonly ruleId: string;
  readonly kind: RuleKind;
  readonly level: Rule['level'];
  /** empty: all territories */
  readonly territoryIds: string[];
  /** numbers from 1, as text */
  readonly workshops: string[];
  readonly attribute?: RuleAttribute;
  readonly value?: string;
  readonly count?: number;
  readonly share?: number;
  readonly minKm?: number;
  readonly maxKm?: number;
  /** '' when not given */
  readonly because: string;
  readonly askedBy: string;
}

/** The kinds that say of the territories they name with whom, or where, they sit. */
export const placingKinds: ReadonlySet<RuleKind> = new Set([
  'together',
  'apart',
  'pinned',
  'allowed',
  'forbidden',
]);

/** The kinds that ask something of a workshop as a whole: no territory keeps or breaks them by itself. */
export const ofWholeWorkshops: ReadonlySet<RuleKind> = new Set([
  'at-least-different',
  'target-share',
  'chair-pair',
]);

/** What a rule says, as facts. */
export function ruleTerms(rule: Rule): RuleTerms {
  return {
    ruleId: rule.id,
    kind: rule.kind,
    level: rule.level,
    territoryIds: [...new Set(territoriesNamedBy(rule))],
    workshops: workshopsOf(rule).map(String),
    ...('attribute' in rule && { attribute: rule.attribute }),
    ...('value' in rule && rule.value !== undefined && { value: rule.value }),
    ...('count' in rule && { count: rule.count }),
    ...('share' in rule && rule.share !== undefined && { share: rule.share }),
    ...('minKm' in rule && rule.minKm !== undefined && { minKm: rule.minKm }),
    ...('maxKm' in rule && rule.maxKm !== undefined && { maxKm: rule.maxKm }),
    because: rule.reason ?? '',
    askedBy: rule.askedBy ?? '',
  };
}

function workshopsOf(rule: Rule): readonly number[] {
  if (rule.kind === 'pinned') return [rule.workshop];
  return 'workshops' in rule ? rule.workshops : [];
}
