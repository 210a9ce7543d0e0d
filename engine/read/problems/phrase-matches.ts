import { type FoldedWord, foldedWords } from './folded-text.js';
import { frenchStem } from './french-stems.js';
import { acronymKey, isAcronym, isContentWord, type Pattern, type PhraseBook } from './problem-phrases.js';

/** A phrase found in a text. */
export interface PhraseMatch {
  readonly problem: number;
  /** the words that decided, as in the taxonomy */
  readonly evidence: string;
  /** the phrase key found at each position of `positions` */
  readonly keys: readonly string[];
  /** places among the content words of the text, increasing */
  readonly positions: readonly number[];
  /** 1: word for word … 0: nothing in common */
  readonly quality: number;
}

/** A word of the same stem but of another form; a run whose words stand apart. */
const qualityOfStem = 0.75;
const qualityOfScattered = 0.6;
/** shorter stems are shared by unrelated words (log: logement, logistique) */
const shortestStem = 4;
/** parts of a set stand within so many content words of each other */
const setWindow = 14;
/** the words of a scattered run leave at most about so many others between them */
const runSlack = 3;

interface Place {
  readonly phrase: number;
  readonly part: number;
  readonly pattern: Pattern;
}

interface Occurrence {
  readonly place: Place;
  readonly start: number;
  readonly quality: number;
}

interface ReadText {
  readonly words: readonly FoldedWord[];
  readonly keys: readonly string[];
  readonly hasAccents: boolean;
  readonly isUpperCase: boolean;
}

/**
 * Prepares the search of the phrases of a book; the function returned finds those of one text,
 * without the phrases that stand inside a longer one ("bois" in "bois énergie").
 */
export function createPhraseFinder(book: PhraseBook): (text: string) => PhraseMatch[] {
  const byFirstKey = new Map<string, Place[]>();
  const runsByKey = new Map<string, Place[]>();
  book.phrases.forEach(({ parts }, phrase) => {
    parts.forEach((patterns, part) => {
      for (const pattern of patterns) {
        const place = { phrase, part, pattern };
        listAt(byFirstKey, pattern.keys[0] ?? '').push(place);
        if (parts.length > 1 || pattern.keys.length < 2) continue;
        for (const key of new Set(pattern.keys)) listAt(runsByKey, key).push(place);
      }
    });
  });

  return (text) => {
    const read = readText(text, book);
    const occurrences = occurrencesIn(read, byFirstKey);
    const found = [...wholeMatches(book, occurrences), ...scatteredMatches(book, read, runsByKey)];
    return withoutContained(found);
  };
}

function listAt<K, V>(lists: Map<K, V[]>, key: K): V[] {
  const list = lists.get(key) ?? [];
  if (list.length === 0) lists.set(key, list);
  return list;
}

function readText(text: string, book: PhraseBook): ReadText {
  const words = foldedWords(text).filter(isContentWord);
  return {
    words,
    keys: words.map(({ singular }) => book.stems.get(singular) ?? frenchStem(singular)),
    hasAccents: words.some((word) => word.accented !== word.singular),
    isUpperCase: text === text.toUpperCase(),
  };
}

function occurrencesIn(text: ReadText, byFirstKey: ReadonlyMap<string, Place[]>): Occurrence[] {
  const occurrences: Occurrence[] = [];
  text.words.forEach((word, start) => {
    for (const acronym of new Set([acronymKey(word.folded), acronymKey(word.singular)])) {
      for (const place of byFirstKey.get(acronym) ?? []) {
        if (!isAcronym(word, place.pattern.acronym ?? '', text.isUpperCase)) continue;
        occurrences.push({ place, start, quality: 1 });
      }
    }
    for (const place of byFirstKey.get(text.keys[start] ?? '') ?? []) {
      const quality = likenessAt(text, start, place.pattern);
      if (quality > 0) occurrences.push({ place, start, quality });
    }
  });
  return occurrences;
}

/** How well the words of the text from `start` are those of the pattern: the worst of its words; 0 if one is missing. */
function likenessAt(text: ReadText, start: number, pattern: Pattern): number {
  let quality = 1;
  for (const [k, key] of pattern.keys.entries()) {
    const word = text.words[start + k];
    const sought = pattern.words[k];
    if (word === undefined || sought === undefined || text.keys[start + k] !== key) return 0;
    quality = Math.min(quality, likeness(word, sought, key, text.hasAccents));
  }
  return quality;
}

/** A text without any accent was typed without them: its words are then compared without. */
function likeness(word: FoldedWord, sought: FoldedWord, key: string, hasAccents: boolean): number {
  if (word.singular === sought.singular) return !hasAccents || word.accented === sought.accented ? 1 : 0.95;
  return key.length >= shortestStem ? qualityOfStem : 0;
}

function wholeMatches(book: PhraseBook, occurrences: readonly Occurrence[]): PhraseMatch[] {
  const ofPhrase = new Map<number, Occurrence[]>();
  for (const occurrence of occurrences) listAt(ofPhrase, occurrence.place.phrase).push(occurrence);
  const matches: PhraseMatch[] = [];
  for (const [phrase, found] of ofPhrase) {
    const { problem, parts } = book.phrases[phrase] ?? { problem: 0, parts: [] };
    for (const anchor of found) {
      if (anchor.place.part !== 0) continue;
      const chosen = parts.map((_, part) => (part === 0 ? anchor : bestOfPart(found, part, anchor.start)));
      const complete = chosen.filter((occurrence) => occurrence !== undefined);
      if (complete.length === parts.length) matches.push(matchOf(problem, complete));
    }
  }
  return matches;
}

/** The longest of the part's patterns found within the window, the nearest of equals. */
function bestOfPart(found: readonly Occurrence[], part: number, start: number): Occurrence | undefined {
  const near = found.filter(
    ({ place, start: other }) => place.part === part && Math.abs(other - start) <= setWindow,
  );
  const length = (occurrence: Occurrence) => occurrence.place.pattern.keys.length;
  const distance = (occurrence: Occurrence) => Math.abs(occurrence.start - start);
  return near.sort((a, b) => length(b) - length(a) || b.quality - a.quality || distance(a) - distance(b))[0];
}

function matchOf(problem: number, occurrences: readonly Occurrence[]): PhraseMatch {
  const keyAt = new Map<number, string>();
  let quality = 1;
  for (const { place, start, quality: own } of occurrences) {
    quality = Math.min(quality, own);
    for (const [k, key] of place.pattern.keys.entries()) keyAt.set(start + k, key);
  }
  const positions = [...keyAt.keys()].sort((a, b) => a - b);
  return {
    problem,
    evidence: occurrences.map(({ place }) => place.pattern.text).join(' + '),
    keys: positions.map((position) => keyAt.get(position) ?? ''),
    positions,
    quality,
  };
}

/** Runs of words that all stand near each other in the text, but not side by side or not in order. */
function scatteredMatches(
  book: PhraseBook,
  text: ReadText,
  runsByKey: ReadonlyMap<string, Place[]>,
): PhraseMatch[] {
  const positionsOf = new Map<Place, Map<string, number>>();
  text.keys.forEach((key, position) => {
    for (const place of runsByKey.get(key) ?? []) {
      const positions = positionsOf.get(place) ?? new Map<string, number>();
      if (!positions.has(key)) positions.set(key, position);
      positionsOf.set(place, positions);
    }
  });
  const matches: PhraseMatch[] = [];
  for (const [{ phrase, pattern }, found] of positionsOf) {
    if (found.size < new Set(pattern.keys).size) continue;
    const inOrder = [...found].sort(([, a], [, b]) => a - b);
    const positions = inOrder.map(([, position]) => position);
    if ((positions.at(-1) ?? 0) - (positions[0] ?? 0) > positions.length + runSlack) continue;
    matches.push({
      problem: book.phrases[phrase]?.problem ?? 0,
      evidence: pattern.text,
      keys: inOrder.map(([key]) => key),
      positions,
      quality: qualityOfScattered,
    });
  }
  return matches;
}

/**
 * Drops a match whose words all belong to a longer match, whatever its problem,
 * and one that a better match finds on exactly the same words.
 */
function withoutContained(matches: readonly PhraseMatch[]): PhraseMatch[] {
  return matches.filter((inner) => !matches.some((outer) => outer !== inner && contains(outer, inner)));
}

function contains(outer: PhraseMatch, inner: PhraseMatch): boolean {
  if (outer.positions.length < inner.positions.length) return false;
  if (outer.positions.length === inner.positions.length && outer.quality <= inner.quality) return false;
  return inner.positions.every((position) => outer.positions.includes(position));
}
