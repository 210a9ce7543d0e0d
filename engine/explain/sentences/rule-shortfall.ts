import type { RuleKind } from '../../model/rule.js';
import { ofWholeWorkshops } from '../reasons/rule-terms.js';
import type { Names, Statements } from './statements.js';

type BrokenRule = Statements['rule-broken'];

/** What a language needs to say that a rule is not kept. */
export interface ShortfallWords {
  /** “Rule not kept” */
  readonly start: Readonly<Record<BrokenRule['level'], string>>;
  /** what follows the count of the cases, or of what lacks: one, several */
  readonly missed: Readonly<Record<RuleKind, readonly [one: string, several: string]>>;
  readonly isSeveral: (count: number) => boolean;
  readonly workshop: string;
  readonly list: (parts: readonly string[]) => string;
  /** ends a list of territories cut short, by so many */
  readonly otherTerritories: (count: number) => string;
  /** ends a list of cases cut short, by so many */
  readonly otherCases: (count: number) => string;
  /** marks of punctuation, with the spaces about them */
  readonly colon: string;
  readonly semicolon: string;
}

/** rules told by the sum of their penalty, not by the number of its parts */
const toldBySum: ReadonlySet<RuleKind> = new Set([
  'at-most',
  'at-least-different',
  'not-alone',
  'common-slots',
]);

const mostOfCase = 4;

/** A rule that is not kept: by how much, and the first cases. */
export function sayShortfall(words: ShortfallWords, facts: BrokenRule, names: Names): string {
  const { kind, level, penalty, parts } = facts;
  const count = toldBySum.has(kind) ? Math.round(penalty) : parts;
  const missed = words.missed[kind][words.isSeveral(count) ? 1 : 0];
  const more = parts - facts.partSizes.length;
  const cases = [...casesOf(words, facts, names), ...(more > 0 ? [words.otherCases(more)] : [])];
  return `${words.start[level]} (${count} ${missed})${words.colon}${cases.join(words.semicolon)}.`;
}

/** Rules on a workshop as a whole name the workshop, the others the territories, a long list cut short. */
function casesOf(
  { workshop: noun, list, otherTerritories }: ShortfallWords,
  { kind, territoryIds, partSizes, partWorkshops }: BrokenRule,
  names: Names,
): string[] {
  let from = 0;
  return partSizes.map((size, k) => {
    const own = territoryIds.slice(from, from + Number(size)).map(names.territory);
    from += Number(size);
    const workshop = partWorkshops[k] ? `${noun} ${partWorkshops[k]}` : '';
    if (workshop && ofWholeWorkshops.has(kind)) return workshop;
    const others = own.length - mostOfCase;
    const named =
      others > 1 ? `${own.slice(0, mostOfCase).join(', ')} ${otherTerritories(others)}` : list(own);
    return workshop && own.length > 2 ? `${named} (${workshop})` : named;
  });
}
