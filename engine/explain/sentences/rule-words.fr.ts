import { departmentNames } from '../../model/department-names.js';
import type { RuleAttribute, RuleKind } from '../../model/rule.js';
import { ofWholeWorkshops, type RuleTerms } from '../reasons/rule-terms.js';
import type { Names, Statements } from './statements.js';

/** Unbreakable, before units and inside quotation marks. */
const space = '\u00a0';

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
  const { kind, level, penalty, parts } = facts;
  const cases = casesOf(facts, names);
  const more = parts - facts.partSizes.length;
  if (more > 0) cases.push(more > 1 ? `et ${more} autres cas` : 'et un autre cas');
  const start = level === 'hard' ? 'Règle non tenue' : 'Souhait suivi en partie';
  return `${start} (${shortfall(kind, parts, penalty)}) : ${cases.join(' ; ')}.`;
}

/** Rules on a workshop as a whole name the workshop, the others the territories, a long list cut short. */
function casesOf({ kind, territoryIds, partSizes, partWorkshops }: Statements['rule-broken'], names: Names) {
  let from = 0;
  return partSizes.map((size, k) => {
    const own = territoryIds.slice(from, from + Number(size)).map(names.territory);
    from += Number(size);
    const workshop = partWorkshops[k] ? `atelier ${partWorkshops[k]}` : '';
    if (workshop && ofWholeWorkshops.has(kind)) return workshop;
    const others = own.length - mostOfCase;
    const named = others > 1 ? `${own.slice(0, mostOfCase).join(', ')} et ${others} autres` : list(own);
    return workshop && own.length > 2 ? `${named} (${workshop})` : named;
  });
}

const mostOfCase = 4;

/** How far a rule is from being kept: the number of parts of its penalty, and their sum. */
function shortfall(kind: RuleKind, parts: number, penalty: number): string {
  const whole = Math.round(penalty);
  switch (kind) {
    case 'together':
      return counted(parts, 'paire séparée', 'paires séparées');
    case 'apart':
    case 'same-perimeter':
      return counted(parts, 'paire réunie', 'paires réunies');
    case 'pinned':
    case 'allowed':
    case 'forbidden':
      return counted(parts, 'territoire ailleurs', 'territoires ailleurs');
    case 'at-most':
      return `${whole} de trop`;
    case 'at-least-different':
      return counted(whole, 'valeur manque', 'valeurs manquent');
    case 'not-alone':
      return counted(whole, 'fois seul', 'fois seul');
    case 'target-share':
      return `${counted(parts, 'atelier', 'ateliers')} à côté de la part visée`;
    case 'chair-pair':
      return `${counted(parts, 'atelier', 'ateliers')} sans binôme possible`;
    case 'past-meetings':
      return counted(parts, 'paire se retrouve', 'paires se retrouvent');
    case 'wishes':
      return counted(
        parts,
        'souhait non suivi ou suivi en partie',
        'souhaits non suivis ou suivis en partie',
      );
    case 'common-slots':
      return counted(whole, 'territoire indisponible', 'territoires indisponibles');
    case 'spread':
      return counted(parts, 'paire hors des distances', 'paires hors des distances');
    case 'pair-imposed':
    case 'pair-forbidden':
      return counted(parts, 'jumelage', 'jumelages');
  }
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count > 1 ? many : one}`;
}

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
      return `de type ${kinds[value] ?? value}`;
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

const kinds: Readonly<Record<string, string>> = {
  CC: 'communauté de communes',
  CA: 'communauté d’agglomération',
  CU: 'communauté urbaine',
  METROPOLE: 'métropole',
  PAYS: 'pays',
  POLE_METROPOLITAIN: 'pôle métropolitain',
  ASSOCIATION: 'association',
  OTHER: 'autre',
};

function decimal(value: number): string {
  return String(value).replace('.', ',');
}

function quoted(text: string): string {
  return `«${space}${text}${space}»`;
}

function list(parts: readonly string[], link = 'et'): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${link} ${parts.at(-1)}`;
}
