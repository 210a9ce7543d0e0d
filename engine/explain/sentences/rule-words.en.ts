import { departmentNames } from '../../model/department-names.js';
import type { RuleAttribute, RuleKind } from '../../model/rule.js';
import { ofWholeWorkshops, type RuleTerms } from '../reasons/rule-terms.js';
import type { Names, Statements } from './statements.js';

/** What a rule asks, as the rest of a sentence: “at most 3 of one département in a workshop”. */
export function ruleAsks(terms: RuleTerms, names: Names): string {
  const { territoryIds } = terms;
  const named = list(territoryIds.map(names.territory));
  const among = named === '' ? '' : ` (among ${named})`;
  const { count = 0 } = terms;
  switch (terms.kind) {
    case 'together':
      return `bring together ${named}`;
    case 'apart':
      return `keep apart ${named}`;
    case 'pinned':
    case 'allowed':
      return `${named} in ${terms.workshops.length > 1 ? `one of workshops ${list(terms.workshops, 'or')}` : `workshop ${terms.workshops[0]}`}`;
    case 'forbidden':
      return `${named} not in ${terms.workshops.length > 1 ? `workshops ${list(terms.workshops, 'or')}` : `workshop ${terms.workshops[0]}`}`;
    case 'at-most':
      return `at most ${count} ${having(terms)} in a workshop${among}`;
    case 'at-least-different':
      return `at least ${count} different ${plurals[terms.attribute ?? 'kind']} in a workshop${among}`;
    case 'not-alone':
      return `${alone(terms)} in a workshop${among}`;
    case 'target-share':
      return `${share(terms)}${among}`;
    case 'chair-pair':
      return 'in each workshop, a woman and a man of two territories who could chair it';
    case 'past-meetings':
      return 'do not bring together again those who have met';
    case 'wishes':
      return 'follow the wishes of the territories';
    case 'common-slots':
      return 'in each workshop, a slot that suits everyone';
    case 'spread':
      return `two territories of a workshop ${between(terms)} from each other`;
    case 'same-perimeter':
      return 'keep apart the territories whose perimeters overlap';
    case 'pair-imposed':
      return `pair ${named}`;
    case 'pair-forbidden':
      return `do not pair ${named}`;
  }
}

/** A rule that is not kept: by how much, and the first cases. */
export function ruleBroken(facts: Statements['rule-broken'], names: Names): string {
  const { kind, level, penalty, parts } = facts;
  const cases = casesOf(facts, names);
  const more = parts - facts.partSizes.length;
  if (more > 0) cases.push(`and ${more} more`);
  const start = level === 'hard' ? 'Rule not kept' : 'Wish partly followed';
  return `${start} (${shortfall(kind, parts, penalty)}): ${cases.join('; ')}.`;
}

/** Rules on a workshop as a whole name the workshop, the others the territories, a long list cut short. */
function casesOf({ kind, territoryIds, partSizes, partWorkshops }: Statements['rule-broken'], names: Names) {
  let from = 0;
  return partSizes.map((size, k) => {
    const own = territoryIds.slice(from, from + Number(size)).map(names.territory);
    from += Number(size);
    const workshop = partWorkshops[k] ? `workshop ${partWorkshops[k]}` : '';
    if (workshop && ofWholeWorkshops.has(kind)) return workshop;
    const others = own.length - mostOfCase;
    const named = others > 1 ? `${own.slice(0, mostOfCase).join(', ')} and ${others} more` : list(own);
    return workshop && own.length > 2 ? `${named} (${workshop})` : named;
  });
}

const mostOfCase = 4;

/** How far a rule is from being kept: the number of parts of its penalty, and their sum. */
function shortfall(kind: RuleKind, parts: number, penalty: number): string {
  const whole = Math.round(penalty);
  switch (kind) {
    case 'together':
      return counted(parts, 'pair separated', 'pairs separated');
    case 'apart':
    case 'same-perimeter':
      return counted(parts, 'pair together', 'pairs together');
    case 'pinned':
    case 'allowed':
    case 'forbidden':
      return counted(parts, 'territory elsewhere', 'territories elsewhere');
    case 'at-most':
      return `${whole} too many`;
    case 'at-least-different':
      return counted(whole, 'value missing', 'values missing');
    case 'not-alone':
      return counted(whole, 'lone one', 'lone ones');
    case 'target-share':
      return `${counted(parts, 'workshop', 'workshops')} off the target share`;
    case 'chair-pair':
      return `${counted(parts, 'workshop', 'workshops')} without a possible chair pair`;
    case 'past-meetings':
      return counted(parts, 'pair meets again', 'pairs meet again');
    case 'wishes':
      return counted(parts, 'wish not or partly followed', 'wishes not or partly followed');
    case 'common-slots':
      return counted(whole, 'territory not available', 'territories not available');
    case 'spread':
      return counted(parts, 'pair outside the distances', 'pairs outside the distances');
    case 'pair-imposed':
    case 'pair-forbidden':
      return counted(parts, 'pairing', 'pairings');
  }
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Those that a rule counts, without a noun of their own: territories, or seats. */
function having({ attribute = 'kind', value }: RuleTerms): string {
  if (value === undefined) return sameValue[attribute];
  switch (attribute) {
    case 'department':
      return `of the département ${departmentNames[value] ?? value}`;
    case 'kind':
      return `of kind ${value}`;
    case 'trait':
      return `with the trait “${value}”`;
    case 'college':
      return `of the college “${value}”`;
    case 'civility':
      return value === 'F' ? 'women' : 'men';
  }
}

const sameValue: Readonly<Record<RuleAttribute, string>> = {
  department: 'of one département',
  kind: 'of one kind',
  trait: 'with one same trait',
  college: 'of one college',
  civility: 'of one civility',
};

const plurals: Readonly<Record<RuleAttribute, string>> = {
  department: 'départements',
  kind: 'kinds of territory',
  trait: 'traits',
  college: 'colleges',
  civility: 'civilities',
};

function alone(terms: RuleTerms): string {
  const { attribute = 'kind', value } = terms;
  if (attribute === 'civility' && value !== undefined) return value === 'F' ? 'no lone woman' : 'no lone man';
  return `nobody the only one ${value === undefined ? ownValue[attribute] : having(terms)}`;
}

const ownValue: Readonly<Record<RuleAttribute, string>> = {
  department: 'of their département',
  kind: 'of their kind',
  trait: 'with one of their traits',
  college: 'of their college',
  civility: 'of their civility',
};

function share(terms: RuleTerms): string {
  const noun = terms.attribute === 'civility' ? having(terms) : `members ${having(terms)}`;
  return terms.share === undefined
    ? `in each workshop, the same share of ${noun} as in the whole`
    : `in each workshop, ${Math.round(1000 * terms.share) / 10}% of ${noun}`;
}

function between({ minKm, maxKm }: RuleTerms): string {
  if (minKm === undefined) return `at most ${maxKm} km`;
  if (maxKm === undefined) return `at least ${minKm} km`;
  return `${minKm} to ${maxKm} km`;
}

function list(parts: readonly string[], link = 'and'): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${link} ${parts.at(-1)}`;
}
