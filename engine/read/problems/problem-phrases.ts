import type { Problem, Taxonomy } from '../../model/taxonomy.js';
import { type FoldedWord, foldedWords } from './folded-text.js';
import { frenchStem } from './french-stems.js';
import { acronymsLikeWords, functionWords } from './function-words.js';

/** A run of words to be found side by side, function words apart. */
export interface Pattern {
  /** as in the taxonomy */
  readonly text: string;
  readonly keys: readonly string[];
  readonly words: readonly FoldedWord[];
  /** the acronym as written; its only word is then matched whole, never by its stem */
  readonly acronym?: string;
}

/** A label or synonym of one problem: each part is found by one of its patterns. */
export interface Phrase {
  /** dense index of the problem, in the order of ids */
  readonly problem: number;
  readonly parts: readonly (readonly Pattern[])[];
}

/** The phrases of a taxonomy, ready to be looked up. */
export interface PhraseBook {
  readonly problemIds: readonly string[];
  readonly phrases: readonly Phrase[];
  /** in 0..1: 1 when the key stands under one problem, near 0 when it stands under all */
  readonly specificity: ReadonlyMap<string, number>;
  /** the stem of every singular word of the taxonomy: stemming is the slow part of reading */
  readonly stems: ReadonlyMap<string, string>;
}

/**
 * Reads labels and synonyms into phrases.
 *
 * A synonym is a word, a run of words, an acronym (all capitals), or a set of parts that must stand
 * near each other in any order, joined by " + ", each part possibly with alternatives joined by " / ":
 * "école / mairie + isolation / chauffage".
 */
export function phraseBookOf(taxonomy: Taxonomy): PhraseBook {
  const problems = taxonomy.themes.flatMap((theme) => theme.problems);
  problems.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const stems = new Map<string, string>();
  const phrases = problems.flatMap((problem, index) => phrasesOf(problem, index, stems));
  const specificity = specificities(phrases, problems.length);
  return { problemIds: problems.map((problem) => problem.id), phrases, specificity, stems };
}

export function acronymKey(acronym: string): string {
  return `#${acronym.toLowerCase()}`;
}

/** Whether a word of a text is that acronym; upper case is asked of acronyms spelt like words, unless the text has no other case. */
export function isAcronym(word: FoldedWord, acronym: string, textIsUpperCase: boolean): boolean {
  if (word.written === acronym || word.written === `${acronym}s`) return true;
  if (word.folded !== acronym.toLowerCase()) return false;
  return textIsUpperCase || !acronymsLikeWords.has(word.folded);
}

export function isContentWord(word: FoldedWord): boolean {
  return !functionWords.has(word.folded);
}

function phrasesOf(problem: Problem, index: number, stems: Map<string, string>): Phrase[] {
  const seen = new Set<string>();
  const phrases: Phrase[] = [];
  for (const text of [problem.fr, problem.en, ...problem.synonyms]) {
    const parts = partsOf(text, stems);
    const signature = parts.map((part) => part.map(spelling).join('/')).join('+');
    if (parts.some((part) => part.length === 0) || seen.has(signature)) continue;
    seen.add(signature);
    phrases.push({ problem: index, parts });
  }
  return phrases;
}

function spelling(pattern: Pattern): string {
  return pattern.acronym ?? pattern.words.map((word) => word.accented).join(' ');
}

function partsOf(text: string, stems: Map<string, string>): Pattern[][] {
  const parts = text.split(/\s\+\s/);
  if (parts.length === 1) return [patternsOf([text], stems)];
  return parts.map((part) => patternsOf(part.split(/\s\/\s/), stems));
}

function patternsOf(alternatives: readonly string[], stems: Map<string, string>): Pattern[] {
  const patterns: Pattern[] = [];
  for (const alternative of alternatives) {
    const text = alternative.trim();
    const words = foldedWords(text).filter(isContentWord);
    if (words.length === 0) continue;
    if (/^(?=.*\p{Lu})[\p{Lu}\p{N}]{2,}$/u.test(text)) {
      patterns.push({ text, keys: [acronymKey(text)], words, acronym: text });
    } else {
      patterns.push({ text, keys: words.map(({ singular }) => stemOf(singular, stems)), words });
    }
  }
  return patterns;
}

function stemOf(singular: string, stems: Map<string, string>): string {
  const known = stems.get(singular);
  if (known !== undefined) return known;
  const stem = frenchStem(singular);
  stems.set(singular, stem);
  return stem;
}

/** ln((1 + N) / n) / ln(1 + N) for a key under n of N problems: inverse document frequency (Spärck Jones 1972) scaled to 0..1. */
function specificities(phrases: readonly Phrase[], problemCount: number): Map<string, number> {
  const holders = new Map<string, Set<number>>();
  for (const { problem, parts } of phrases) {
    for (const pattern of parts.flat()) {
      for (const key of pattern.keys) {
        const under = holders.get(key);
        if (under === undefined) holders.set(key, new Set([problem]));
        else under.add(problem);
      }
    }
  }
  const most = Math.log(1 + problemCount);
  return new Map([...holders].map(([key, under]) => [key, 1 - Math.log(under.size) / most]));
}
