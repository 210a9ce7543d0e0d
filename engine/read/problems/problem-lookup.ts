import type { Taxonomy } from '../../model/taxonomy.js';
import { plainText, tidyText } from '../cells/plain-text.js';
import { editDistance } from '../names/edit-distance.js';
import type { ProblemCandidate } from './text-to-problems.js';

/** Reads free texts: `createProblemMatcher(taxonomy)` of `text-to-problems.ts`. */
export type ProblemMatcher = (text: string) => ProblemCandidate[];

/** What a taxonomy knows by heart (ids, labels, synonyms), and the matcher for all else. */
export interface ProblemLookup {
  readonly byId: ReadonlyMap<string, string>;
  /** folded label or synonym → the problems that carry it */
  readonly byWords: ReadonlyMap<string, readonly string[]>;
  readonly labels: ReadonlyMap<string, { readonly fr: string; readonly en: string }>;
  readonly match: ProblemMatcher;
}

export type ProblemReading =
  | { readonly outcome: 'exact'; readonly problemId: string }
  | { readonly outcome: 'read'; readonly problemId: string; readonly evidence: string }
  | { readonly outcome: 'ambiguous'; readonly candidates: readonly ProblemCandidate[] }
  | { readonly outcome: 'unknown'; readonly near: readonly string[] };

/** The matcher is made at the first text that needs it: most inputs name their problems. */
export function createProblemLookup(
  taxonomy: Taxonomy,
  createMatcher: (taxonomy: Taxonomy) => ProblemMatcher,
): ProblemLookup {
  let matcher: ProblemMatcher | undefined;
  const match: ProblemMatcher = (text) => {
    matcher ??= createMatcher(taxonomy);
    return matcher(text);
  };
  const byId = new Map<string, string>();
  const byWords = new Map<string, string[]>();
  const labels = new Map<string, { fr: string; en: string }>();
  for (const { id, fr, en, synonyms } of taxonomy.themes.flatMap(({ problems }) => problems)) {
    byId.set(idKey(id), id);
    labels.set(id, { fr, en });
    for (const words of new Set([fr, en, ...synonyms].map(plainText))) {
      if (words !== '') byWords.set(words, [...(byWords.get(words) ?? []), id]);
    }
  }
  return { byId, byWords, labels, match };
}

/**
 * Finds the problem that a text names: its id, a label or synonym word for word, else what the matcher
 * reads, taken when it is sure of it and clearly surer than of the next.
 */
export function lookUpProblem(text: string, lookup: ProblemLookup): ProblemReading {
  const id = lookup.byId.get(idKey(text));
  if (id !== undefined) return { outcome: 'exact', problemId: id };
  const named = lookup.byWords.get(plainText(text)) ?? [];
  const [only, ...rivals] = named;
  if (only !== undefined && rivals.length === 0) return { outcome: 'exact', problemId: only };
  const candidates =
    named.length > 0
      ? named.map((problemId) => ({ problemId, confidence: 0.5, evidence: tidyText(text) }))
      : lookup.match(text);
  const [best, next] = candidates;
  if (!best) return { outcome: 'unknown', near: nearestIds(text, lookup) };
  const clear = best.confidence >= sure && best.confidence - (next?.confidence ?? 0) >= clearlyAhead;
  return clear
    ? { outcome: 'read', problemId: best.problemId, evidence: best.evidence }
    : { outcome: 'ambiguous', candidates: candidates.slice(0, shown) };
}

const sure = 0.75;
const clearlyAhead = 0.15;
const shown = 3;

function idKey(text: string): string {
  return text.replace(/\s+/g, '').toLowerCase();
}

/** Ids whose spelling, or whose part after the theme, is a few letters away. */
function nearestIds(text: string, lookup: ProblemLookup): string[] {
  const written = idKey(text);
  const limit = Math.min(4, Math.floor(written.length / 3));
  return [...lookup.byId]
    .map(([key, id]) => {
      const short = key.slice(key.lastIndexOf('.') + 1);
      return {
        id,
        distance: Math.min(editDistance(written, key, limit), editDistance(written, short, limit)),
      };
    })
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || (a.id < b.id ? -1 : 1))
    .slice(0, shown)
    .map(({ id }) => id);
}
