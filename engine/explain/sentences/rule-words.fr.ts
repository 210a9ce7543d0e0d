import { departmentNames } from '../../model/department-names.js';
import type { RuleAttribute } from '../../model/rule.js';
import { territoryKinds } from '../../model/territory.js';
import { territoryKindNames } from '../../model/territory-kind-names.js';
import type { RuleTerms } from '../reasons/rule-terms.js';
import { type ShortfallWords, sayShortfall } from './rule-shortfall.js';
import type { Names, Statements } from './statements.js';
import { decimal, list, lowered, quoted, space } from './wording.fr.js';

/** What a rule asks, as the rest of a sentence: “au plus 3 d’un même département par atelier”. */
export function ruleAsks(terms: RuleTerms, names: Names): string {
  const { territoryIds } = terms;
  const named = list(territoryIds.map(names.territory));
  const among = named === '' ? '' : ` (parmi ${named})`;
  const { count = 0 } = terms;
  switch (terms.kind) {
    case 'together':
      return `réunir ${named}`;
    case 'apart':
      return `séparer ${named}`;
    case 'pinned':
    case 'allowed':
      return `${named} dans ${oneOfWorkshops(terms.workshops)}`;
    case 'forbidden':
      return `${named} hors ${terms.workshops.length > 1 ? `des ateliers ${list(terms.workshops)}` : `de l’atelier ${terms.workshops[0]}`}`;
    case 'at-most':
      return `au plus ${count} ${having(terms)} par atelier${among}`;
    case 'at-least-different':
      return `au moins ${count} ${plurals[terms.attribute ?? 'kind']} par atelier${among}`;
    case 'not-alone':
      return `${alone(terms)} dans un atelier${among}`;
    case 'target-share':
      return `${share(terms)}${among}`;
    case 'chair-pair':
      return 'dans chaque atelier, une femme et un homme de deux territoires qui puissent l’animer';
    case 'past-meetings':
      return 'ne pas réunir de nouveau ceux qui se sont déjà rencontrés';
    case 'wishes':
      return 'suivre les souhaits des territoires';
    case 'common-slots':
      return 'dans chaque atelier, un créneau qui convienne à tous';
    case 'spread':
      return `deux territoires d’un atelier ${between(terms)} l’un de l’autre`;
    case 'same-perimeter':
      return 'séparer les territoires dont les périmètres se recouvrent';
    case 'pair-imposed':
      return `jumeler ${named}`;
    case 'pair-forbidden':
      return `ne pas jumeler ${named}`;
  }
}

/** A rule that is not kept: by how much, and the first cases. */
export function ruleBroken(facts: Statements['rule-broken'], names: Names): string {
  return sayShortfall(shortfall, facts, names);
}

const shortfall: ShortfallWords = {
  start: { hard: 'Règle non tenue', soft: 'Souhait suivi en partie' },
  missed: {
    together: ['paire séparée', 'paires séparées'],
    apart: ['paire réunie', 'paires réunies'],
    'same-perimeter': ['paire réunie', 'paires réunies'],
    pinned: ['territoire ailleurs', 'territoires ailleurs'],
    allowed: ['territoire ailleurs', 'territoires ailleurs'],
    forbidden: ['territoire ailleurs', 'territoires ailleurs'],
    'at-most': ['de trop', 'de trop'],
    'at-least-different': ['valeur manque', 'valeurs manquent'],
    'not-alone': ['fois seul', 'fois seul'],
    'target-share': ['atelier à côté de la part visée', 'ateliers à côté de la part visée'],
    'chair-pair': ['atelier sans binôme possible', 'ateliers sans binôme possible'],
    'past-meetings': ['paire se retrouve', 'paires se retrouvent'],
    wishes: ['souhait non suivi ou suivi en partie', 'souhaits non suivis ou suivis en partie'],
    'common-slots': ['territoire indisponible', 'territoires indisponibles'],
    spread: ['paire hors des distances', 'paires hors des distances'],
    'pair-imposed': ['jumelage', 'jumelages'],
    'pair-forbidden': ['jumelage', 'jumelages'],
  },
  isSeveral: (count) => count > 1,
  workshop: 'atelier',
  list,
  otherTerritories: (count) => `et ${count} autres`,
  otherCases: (count) => (count > 1 ? `et ${count} autres cas` : 'et un autre cas'),
  colon: ' : ',
  semicolon: ' ; ',
};

function oneOfWorkshops(workshops: readonly string[]): string {
  return workshops.length > 1 ? `l’un des ateliers ${list(workshops, 'ou')}` : `l’atelier ${workshops[0]}`;
}

/** Those that a rule counts, without a noun of their own: territories, or seats. */
function having({ attribute = 'kind', value }: RuleTerms): string {
  if (value === undefined) return sameValue[attribute];
  switch (attribute) {
    case 'department':
      return `du département ${departmentNames[value] ?? value}`;
    case 'kind':
      return `de type ${kindNamed(value)}`;
    case 'trait':
      return `avec le trait ${quoted(value)}`;
    case 'college':
      return `du collège ${quoted(value)}`;
    case 'civility':
      return value === 'F' ? 'femmes' : 'hommes';
  }
}

const sameValue: Readonly<Record<RuleAttribute, string>> = {
  department: 'd’un même département',
  kind: 'd’un même type',
  trait: 'avec un même trait',
  college: 'd’un même collège',
  civility: 'd’une même civilité',
};

const plurals: Readonly<Record<RuleAttribute, string>> = {
  department: 'départements différents',
  kind: 'types de territoires différents',
  trait: 'traits différents',
  college: 'collèges différents',
  civility: 'civilités différentes',
};

function alone(terms: RuleTerms): string {
  const { attribute = 'kind', value } = terms;
  if (attribute === 'civility' && value !== undefined) {
    return value === 'F' ? 'pas de femme seule' : 'pas d’homme seul';
  }
  return value === undefined
    ? `aucun membre seul ${ownValue[attribute]}`
    : `aucun membre seul ${having(terms)}`;
}

const ownValue: Readonly<Record<RuleAttribute, string>> = {
  department: 'de son département',
  kind: 'de son type',
  trait: 'à avoir l’un de ses traits',
  college: 'de son collège',
  civility: 'de sa civilité',
};

function share(terms: RuleTerms): string {
  const noun = terms.attribute === 'civility' ? having(terms) : `membres ${having(terms)}`;
  return terms.share === undefined
    ? `dans chaque atelier, la même part de ${noun} que dans l’ensemble`
    : `dans chaque atelier, ${decimal(Math.round(1000 * terms.share) / 10)}${space}% de ${noun}`;
}

function between({ minKm, maxKm }: RuleTerms): string {
  if (minKm === undefined) return `à ${decimal(maxKm ?? 0)}${space}km au plus`;
  if (maxKm === undefined) return `à ${decimal(minKm)}${space}km au moins`;
  return `de ${decimal(minKm)} à ${decimal(maxKm)}${space}km`;
}

function kindNamed(value: string): string {
  const kind = territoryKinds.find((known) => known === value);
  return kind ? lowered(territoryKindNames[kind].fr) : value;
}
