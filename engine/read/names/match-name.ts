import type { TerritoryKind } from '../../model/territory.js';
import { editDistance } from './edit-distance.js';
import { parseTerritoryName, type TerritoryName } from './territory-name.js';

/** Something that can be recognised by its name: an entry of the gazetteer, a territory of the assembly. */
export interface NamedPlace {
  readonly id: string;
  readonly name: string;
  readonly kind: TerritoryKind;
  readonly departments: readonly string[];
}

export interface NameQuery {
  readonly name: string;
  /** as the type column states it, for a name that states none */
  readonly kind?: TerritoryKind;
  readonly departments?: readonly string[];
}

export interface NameCandidate<P extends NamedPlace> {
  readonly place: P;
  /** 0..1, for ordering and showing; not a probability */
  readonly confidence: number;
}

/**
 * certain: it is that place · bare: the only place with all these words, but the name says no kind, so
 * that only a closed list may take it · ambiguous: these look alike, the likeliest first · unknown: none does.
 */
export type NameMatch<P extends NamedPlace> =
  | { readonly outcome: 'certain'; readonly place: P }
  | { readonly outcome: 'bare' | 'ambiguous'; readonly candidates: readonly NameCandidate<P>[] }
  | { readonly outcome: 'unknown' };

export type NameMatcher<P extends NamedPlace> = (query: NameQuery) => NameMatch<P>;

/**
 * Matches names against a list of places, whose names are taken apart at the first question: a list that gives
 * identifiers asks none.
 *
 * Certain: one place has the same words (kind, articles, spelling and words like "Pays" aside), its kind
 * agrees with the kind stated, and its départements with those stated. "Haut-Languedoc" alone is never
 * certain: a park, a pays and a communauté de communes may all be called so.
 */
export function createNameMatcher<P extends NamedPlace>(places: readonly P[]): NameMatcher<P> {
  let prepared: KnownNames<P> | undefined;
  return (query) => {
    prepared ??= namesOf(places);
    const { known, byCore, byWord } = prepared;
    const name = parseTerritoryName(query.name);
    const asked = { name, kinds: kindsAsked(name, query.kind), departments: query.departments ?? [] };
    const same = byCore.get(name.core.join(' ')) ?? [];
    const certain = onlyOne(same, asked);
    if (certain) return { outcome: 'certain', place: certain.place };
    const candidates = rank(lookAlikes(name, known, byWord), asked);
    if (candidates.length === 0) return { outcome: 'unknown' };
    const bare = name.kind === undefined && same.length === 1 && !hasLongerName(name, byWord);
    return { outcome: bare ? 'bare' : 'ambiguous', candidates };
  };
}

interface Known<P extends NamedPlace> {
  readonly place: P;
  readonly name: TerritoryName;
}

interface KnownNames<P extends NamedPlace> {
  readonly known: readonly Known<P>[];
  readonly byCore: ReadonlyMap<string, readonly Known<P>[]>;
  readonly byWord: ReadonlyMap<string, readonly Known<P>[]>;
}

function namesOf<P extends NamedPlace>(places: readonly P[]): KnownNames<P> {
  const known = places.map((place) => ({ place, name: parseTerritoryName(place.name) }));
  const byCore = new Map<string, Known<P>[]>();
  const byWord = new Map<string, Known<P>[]>();
  for (const entry of known) {
    push(byCore, entry.name.core.join(' '), entry);
    for (const word of new Set(entry.name.core)) push(byWord, word, entry);
  }
  return { known, byCore, byWord };
}

/** A name taken apart, with the kinds of place that may answer to it, the one stated first. */
interface Asked {
  readonly name: TerritoryName;
  readonly kinds: readonly TerritoryKind[];
  readonly departments: readonly string[];
}

const shown = 4;
const leastConfidence = 0.5;
/** a place that has all the words of the name, and more, is at least this alike */
const containedLikeness = 0.6;

/** Kinds that one perimeter is called by: a pays is carried by a syndicate or an association. */
const kindsCalled: Readonly<Record<TerritoryKind | 'SM', readonly TerritoryKind[]>> = {
  SM: ['PNR', 'PAYS', 'PETR', 'POLE_METROPOLITAIN', 'OTHER'],
  CC: ['CC'],
  CA: ['CA'],
  CU: ['CU'],
  METROPOLE: ['METROPOLE'],
  PETR: ['PETR'],
  PNR: ['PNR'],
  PAYS: ['PAYS', 'PETR', 'ASSOCIATION', 'OTHER'],
  POLE_METROPOLITAIN: ['POLE_METROPOLITAIN'],
  ASSOCIATION: ['ASSOCIATION', 'PAYS', 'OTHER'],
  OTHER: ['OTHER', 'PAYS', 'ASSOCIATION', 'PNR', 'PETR', 'POLE_METROPOLITAIN'],
};

/** "Toulouse Métropole", "Lunel Agglo", "Pays Lauragais": a kind said by a word of the name. */
const kindsHinted: ReadonlyMap<string, readonly TerritoryKind[]> = new Map([
  ['metropole', ['METROPOLE']],
  ['eurometropole', ['METROPOLE']],
  ['agglo', ['CA']],
  ['agglomeration', ['CA']],
  ['agglopole', ['CA']],
  ['communaute', ['CC', 'CA', 'CU']],
  ['pays', kindsCalled.PAYS],
]);

function kindsAsked(name: TerritoryName, column: TerritoryKind | undefined): readonly TerritoryKind[] {
  const stated = name.kind ?? column;
  if (stated) return kindsCalled[stated];
  return name.words.flatMap((word) => kindsHinted.get(word) ?? []);
}

/** The one place that answers, the closest reading first: same words before same core, stated kind before the others. */
function onlyOne<P extends NamedPlace>(same: readonly Known<P>[], asked: Asked): Known<P> | undefined {
  const compatible = same.filter(
    ({ place }) => asked.kinds.includes(place.kind) && departmentsAgree(place.departments, asked.departments),
  );
  const spelling = asked.name.words.join(' ');
  const identical = compatible.filter(({ name }) => name.words.join(' ') === spelling);
  const ofStatedKind = compatible.filter(({ place }) => place.kind === asked.kinds[0]);
  const first = [identical, ofStatedKind, compatible].find((found) => found.length > 0);
  return first?.length === 1 ? first[0] : undefined;
}

/** No département stated on one side: nothing to disagree about. */
function departmentsAgree(a: readonly string[], b: readonly string[]): boolean {
  return a.length === 0 || b.length === 0 || a.some((department) => b.includes(department));
}

function hasLongerName<P extends NamedPlace>(
  name: TerritoryName,
  byWord: ReadonlyMap<string, readonly Known<P>[]>,
): boolean {
  const [first, ...others] = name.core;
  const withFirst = byWord.get(first ?? '') ?? [];
  return withFirst.some(
    (entry) =>
      entry.name.core.length > name.core.length && others.every((word) => entry.name.core.includes(word)),
  );
}

/** Places that share words with the name, or are a slip of the keyboard away from it. */
function lookAlikes<P extends NamedPlace>(
  name: TerritoryName,
  known: readonly Known<P>[],
  byWord: ReadonlyMap<string, readonly Known<P>[]>,
): { entry: Known<P>; likeness: number }[] {
  const likenessOf = new Map<Known<P>, number>();
  const core = new Set(name.core);
  for (const word of core) {
    for (const entry of byWord.get(word) ?? []) {
      if (likenessOf.has(entry)) continue;
      const contained = [...core].every((each) => entry.name.core.includes(each));
      const likeness = sharedWords(core, new Set(entry.name.core));
      likenessOf.set(entry, contained ? Math.max(likeness, containedLikeness) : likeness);
    }
  }
  const spelling = name.core.join(' ');
  const slips = spelling.length >= 12 ? 2 : spelling.length >= 6 ? 1 : 0;
  if (slips > 0 && Math.max(0, ...likenessOf.values()) < 1) {
    for (const entry of known) {
      const distance = editDistance(spelling, entry.name.core.join(' '), slips);
      if (distance > slips) continue;
      likenessOf.set(entry, Math.max(likenessOf.get(entry) ?? 0, 0.95 - 0.05 * distance));
    }
  }
  return [...likenessOf].map(([entry, likeness]) => ({ entry, likeness }));
}

/** Dice's coefficient (1945) on the letters of the words, so that "Cévennes" counts more than "Sud". */
function sharedWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += word.length;
  return (2 * shared) / (lettersOf(a) + lettersOf(b));
}

function lettersOf(words: ReadonlySet<string>): number {
  let letters = 0;
  for (const word of words) letters += word.length;
  return letters;
}

function rank<P extends NamedPlace>(
  alike: readonly { entry: Known<P>; likeness: number }[],
  asked: Asked,
): NameCandidate<P>[] {
  return alike
    .map(({ entry: { place }, likeness }) => {
      const kindFactor = asked.kinds.length === 0 || asked.kinds.includes(place.kind) ? 0.9 : 0.75;
      const departmentFactor = departmentsAgree(place.departments, asked.departments) ? 1 : 0.8;
      return { place, confidence: Math.round(likeness * kindFactor * departmentFactor * 100) / 100 };
    })
    .filter(({ confidence }) => confidence >= leastConfidence)
    .sort((a, b) => b.confidence - a.confidence || (a.place.id < b.place.id ? -1 : 1))
    .slice(0, shown);
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
