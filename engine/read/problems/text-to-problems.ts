import type { Taxonomy } from '../../model/taxonomy.js';
import { createPhraseFinder, type PhraseMatch } from './phrase-matches.js';
import { type PhraseBook, phraseBookOf } from './problem-phrases.js';

/** A problem that a text seems to speak of. */
export interface ProblemCandidate {
  readonly problemId: string;
  /** 0..1, about the chance that this is the problem the text was filed under (benchmarks/results/text-to-problems.json) */
  readonly confidence: number;
  /** the words that decided, as in the taxonomy */
  readonly evidence: string;
}

/** One word that stands under this problem alone and opens the text gives the strength 1 − e^−1.2 = 0.70, two give 0.91. */
const growth = 1.2;
/** French names the thing first and its circumstances after: the last word weighs this much less than the first */
const headFirst = 0.3;
/** weaker problems are not worth an organiser's time: absolute, and against the strongest */
const leastStrength = 0.2;
const leastShareOfBest = 0.4;

/**
 * Prepares the reading of free texts (French first; English labels too) against a taxonomy:
 * the function returned gives the problems a text speaks of, the surest first, ties by id,
 * and nothing at all when it recognises nothing.
 *
 * Phrases decide (see `phrase-matches.ts`); each of their words weighs what it says of one problem rather
 * than another, and a word claimed by several is shared. Preparing takes some milliseconds: keep the function.
 */
export function createProblemMatcher(taxonomy: Taxonomy): (text: string) => ProblemCandidate[] {
  const book = phraseBookOf(taxonomy);
  const find = createPhraseFinder(book);
  return (text) => candidatesFrom(claimsOf(find(text), book), book);
}

/** What one text says for one problem. */
interface Claim {
  /** position in the text → how much the word there speaks for the problem */
  readonly weights: Map<number, number>;
  readonly words: Set<string>;
}

function claimsOf(matches: readonly PhraseMatch[], book: PhraseBook): Map<number, Claim> {
  const claims = new Map<number, Claim>();
  const length = 1 + Math.max(0, ...matches.map(({ positions }) => positions.at(-1) ?? 0));
  for (const { problem, evidence, keys, positions, quality } of matches) {
    const claim = claims.get(problem) ?? { weights: new Map<number, number>(), words: new Set<string>() };
    claims.set(problem, claim);
    claim.words.add(evidence);
    for (const [k, position] of positions.entries()) {
      const specificity = book.specificity.get(keys[k] ?? '') ?? 0;
      const weight = quality * specificity * (1 - (headFirst * position) / length);
      claim.weights.set(position, Math.max(weight, claim.weights.get(position) ?? 0));
    }
  }
  return claims;
}

/** Strength grows with what is said for a problem; confidence also asks how much of all that is said is for it. */
function candidatesFrom(claims: ReadonlyMap<number, Claim>, book: PhraseBook): ProblemCandidate[] {
  const said = new Map([...claims].map(([problem, { weights }]) => [problem, heldAlone(weights, claims)]));
  const best = strengthOf(Math.max(0, ...said.values()));
  const kept = [...said].filter(
    ([, weight]) => strengthOf(weight) >= Math.max(leastStrength, leastShareOfBest * best),
  );
  const total = kept.reduce((sum, [, weight]) => sum + weight, 0);
  return kept
    .map(([problem, weight]) => ({
      problemId: book.problemIds[problem] ?? '',
      confidence: strengthOf(weight) * Math.sqrt(weight / total),
      evidence: [...(claims.get(problem)?.words ?? [])].join(', '),
    }))
    .sort((a, b) => b.confidence - a.confidence || (a.problemId < b.problemId ? -1 : 1));
}

/** The sum of the weights of a problem, each word shared with the problems that claim it too. */
function heldAlone(weights: ReadonlyMap<number, number>, claims: ReadonlyMap<number, Claim>): number {
  let sum = 0;
  for (const [position, weight] of weights) {
    let claimed = 0;
    for (const other of claims.values()) claimed += other.weights.get(position) ?? 0;
    sum += (weight * weight) / claimed;
  }
  return sum;
}

function strengthOf(weight: number): number {
  return 1 - Math.exp(-growth * weight);
}
