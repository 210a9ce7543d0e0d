import type { TerritoryKind } from '../../model/territory.js';
import { plainText } from '../cells/plain-text.js';

/** What a name of territory says once its spelling is set aside. */
export interface TerritoryName {
  /** the kind it states in so many words; SM is a legal form that carries several kinds */
  readonly kind?: TerritoryKind | 'SM';
  /** its words without kind and articles, in order */
  readonly words: readonly string[];
  /** the same without the words that come and go ("Pays", "Métropole", "Agglo") */
  readonly core: readonly string[];
}

/**
 * Takes a name apart: kind spelled out or short, articles, accents, œ, hyphens, "St" for "Saint",
 * a second name in brackets or after "ou" are set aside.
 */
export function parseTerritoryName(name: string): TerritoryName {
  const all = wordsOf(withoutSecondName(name));
  const { kind, rest } = takeKind(all);
  // a name made of its kind only ("Le Pays") keeps its words
  const words = rest.length > 0 ? rest : all;
  const core = words.filter((word) => !floating.has(word));
  return { ...(kind ? { kind } : {}), words, core: core.length > 0 ? core : words };
}

/** The kind that a cell of a type column states, or undefined. */
export function kindOfText(text: string): TerritoryKind | undefined {
  const folded = plainText(text).replaceAll(' ', '_');
  const stated = kindCodes.get(folded) ?? takeKind(wordsOf(text)).kind;
  return stated === 'SM' ? 'OTHER' : stated;
}

/** The kind that a name states, in so many words or in passing ("Pays Lauragais", "Toulouse Métropole"), or undefined. */
export function kindOfName(name: string): TerritoryKind | undefined {
  const { kind, words } = parseTerritoryName(name);
  if (kind && kind !== 'SM') return kind;
  if (words[0] === 'pays') return 'PAYS';
  if (words.includes('metropole')) return 'METROPOLE';
  if (words.at(-1) === 'agglo' || words.at(-1) === 'agglomeration') return 'CA';
  return kind && 'OTHER';
}

const articles = new Set(['de', 'du', 'des', 'd', 'la', 'le', 'les', 'l', 'et']);

/** Words that official and everyday names add or leave out without changing what is meant. */
const floating = new Set([
  'pays',
  'metropole',
  'eurometropole',
  'agglo',
  'agglomeration',
  'agglopole',
  'communaute',
]);

const saints = new Map([
  ['st', 'saint'],
  ['ste', 'sainte'],
  ['sts', 'saints'],
  ['stes', 'saintes'],
]);

/** As words, articles left out; the longest reading of a beginning wins. */
const kindPhrases: readonly (readonly [string, TerritoryKind | 'SM'])[] = [
  ['communaute communes', 'CC'],
  ['com communes', 'CC'],
  ['com com', 'CC'],
  ['comcom', 'CC'],
  ['cdc', 'CC'],
  ['cc', 'CC'],
  ['c c', 'CC'],
  ['communaute agglomeration', 'CA'],
  ['communaute agglo', 'CA'],
  ['com agglomeration', 'CA'],
  ['com agglo', 'CA'],
  ['comagglo', 'CA'],
  ['agglomeration', 'CA'],
  ['agglo', 'CA'],
  ['ca', 'CA'],
  ['c a', 'CA'],
  ['communaute urbaine', 'CU'],
  ['com urbaine', 'CU'],
  ['cu', 'CU'],
  ['c u', 'CU'],
  ['eurometropole', 'METROPOLE'],
  ['metropole', 'METROPOLE'],
  ['metro', 'METROPOLE'],
  ['pole equilibre territorial rural', 'PETR'],
  ['pole equilibre territorial', 'PETR'],
  ['pole territorial', 'PETR'],
  ['petr', 'PETR'],
  ['p e t r', 'PETR'],
  ['parc naturel regional', 'PNR'],
  ['parc regional', 'PNR'],
  ['pnr', 'PNR'],
  ['p n r', 'PNR'],
  ['pole metropolitain', 'POLE_METROPOLITAIN'],
  ['association territoriale', 'ASSOCIATION'],
  ['association', 'ASSOCIATION'],
  ['asso', 'ASSOCIATION'],
  ['syndicat mixte', 'SM'],
  ['sm', 'SM'],
  ['smo', 'SM'],
  ['smf', 'SM'],
  ['syndicat developpement local', 'SM'],
  ['sydel', 'SM'],
];

/** What stands between "syndicat mixte" and the name of what it carries. */
const syndicateFillers = new Set(['ouvert', 'ferme', 'amenagement', 'gestion', 'developpement', 'pour']);

const kindCodes = new Map<string, TerritoryKind>([
  ['metro', 'METROPOLE'],
  ['met69', 'METROPOLE'],
  ['pays', 'PAYS'],
  ['other', 'OTHER'],
  ['autre', 'OTHER'],
  ['pole_metropolitain', 'POLE_METROPOLITAIN'],
  ['association_ou_pays', 'ASSOCIATION'],
]);

function withoutSecondName(name: string): string {
  const first = name.replace(/\([^)]*\)?/g, ' ').replace(/\sou\s+(?:''|["«“]).*$/u, ' ');
  return plainText(first) === '' ? name : first;
}

function wordsOf(name: string): string[] {
  return plainText(name)
    .split(' ')
    .filter((word) => word !== '' && !articles.has(word))
    .map((word) => saints.get(word) ?? word);
}

function takeKind(words: readonly string[]): {
  kind?: TerritoryKind | 'SM';
  rest: readonly string[];
} {
  const kind = kindAtStart(words);
  if (!kind) return { rest: words };
  let rest = words.slice(kind.length);
  if (kind.kind !== 'SM') return { kind: kind.kind, rest };
  while (rest[0] !== undefined && syndicateFillers.has(rest[0])) rest = rest.slice(1);
  const carried = kindAtStart(rest);
  return carried ? { kind: carried.kind, rest: rest.slice(carried.length) } : { kind: 'SM', rest };
}

function kindAtStart(words: readonly string[]): { kind: TerritoryKind | 'SM'; length: number } | undefined {
  for (let length = Math.min(4, words.length); length > 0; length--) {
    const kind = kindOfPhrase.get(words.slice(0, length).join(' '));
    if (kind) return { kind, length };
  }
  return undefined;
}

const kindOfPhrase = new Map(kindPhrases);
