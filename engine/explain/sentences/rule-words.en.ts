import { departmentNames } from '../../model/department-names.js';
import type { RuleAttribute } from '../../model/rule.js';
import type { RuleTerms } from '../reasons/rule-terms.js';
import { type ShortfallWords, sayShortfall } from './rule-shortfall.js';
import type { Names, Statements } from './statements.js';
import { list, quoted } from './wording.en.js';

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
  return sayShortfall(shortfall, facts, names);
}

const shortfall: ShortfallWords = {
  start: { hard: 'Rule not kept', soft: 'Wish partly followed' },
  missed: {
    together: ['pair separated', 'pairs separated'],
    apart: ['pair together', 'pairs together'],
    'same-perimeter': ['pair together', 'pairs together'],
    pinned: ['territory elsewhere', 'territories elsewhere'],
    allowed: ['territory elsewhere', 'territories elsewhere'],
    forbidden: ['territory elsewhere', 'territories elsewhere'],
    'at-most': ['too many', 'too many'],
    'at-least-different': ['value missing', 'values missing'],
    'not-alone': ['lone one', 'lone ones'],
    'target-share': ['workshop off the target share', 'workshops off the target share'],
    'chair-pair': ['workshop without a possible chair pair', 'workshops without a possible chair pair'],
    'past-meetings': ['pair meets again', 'pairs meet again'],
    wishes: ['wish not or partly followed', 'wishes not or partly followed'],
    'common-slots': ['territory not available', 'territories not available'],
    spread: ['pair outside the distances', 'pairs outside the distances'],
    'pair-imposed': ['pairing', 'pairings'],
    'pair-forbidden': ['pairing', 'pairings'],
  },
  isSeveral: (count) => count !== 1,
  workshop: 'workshop',
  list,
  otherTerritories: (count) => `and ${count} more`,
  otherCases: (count) => `and ${count} more`,
  colon: ': ',
  semicolon: '; ',
};

/** Those that a rule counts, without a noun of their own: territories, or seats. */
function having({ attribute = 'kind', value }: RuleTerms): string {
  if (value === undefined) return sameValue[attribute];
  switch (attribute) {
    case 'department':
      return `of the département ${departmentNames[value] ?? value}`;
    case 'kind':
      return `of kind ${value}`;
    case 'trait':
      return `with the trait ${quoted(value)}`;
    case 'college':
      return `of the college ${quoted(value)}`;
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
