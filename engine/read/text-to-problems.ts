import type { Taxonomy } from '../model/taxonomy.js';
import { createPhraseFinder, type PhraseMatch } from './phrase-matches.js';
import { type PhraseBook, phraseBookOf } from './problem-phrases.js';

/** A problem that a text seems to speak of. */
export interface ProblemCandidate {
  readonly problemId: string;
  /** 0..1; from about .75 on it is seldom wrong (benchmarks/results/text-to-problems.json) */
  readonly confidence: number;
  /** the words that decided, as in the taxonomy */
  readonly evidence: string;
}

const growth = 1.4;
const headFirst = 0.15;
const leastConfidence = 0.2;
const leastShareOfBest = 0.4;

/**
 * Prepares the reading of free texts (French first; English labels too) against a taxonomy:
 * the function returned gives the problems a text speaks of, the surest first, ties by id,
 * and nothing at all when it recognises nothing.
 */
export function createProblemMatcher(taxonomy: Taxonomy): (text: string) => ProblemCandidate[] {
  const book = phraseBookOf(taxonomy);
  const find = createPhraseFinder(book);
  return (text) => candidatesFrom(find(text), book);
}

function candidatesFrom(matches: readonly PhraseMatch[], book: PhraseBook): ProblemCandidate[] {
  const claims = claimsOf(matches, book);
  const candidates: ProblemCandidate[] = [];
  for (const [problem, claim] of claims) {
    let evidence = 0;
    for (const [position, weight] of claim.weights) {
      let rivals = 0;
      for (const other of claims.values()) rivals += other.weights.get(position) ?? 0;
      evidence += (weight * weight) / rivals;
    }
    candidates.push({
      problemId: book.problemIds[problem] ?? '',
      confidence: 1 - Math.exp(-growth * evidence),
      evidence: [...claim.words].join(', '),
    });
  }
  candidates.sort((a, b) => b.confidence - a.confidence || (a.problemId < b.problemId ? -1 : 1));
  const best = candidates[0]?.confidence ?? 0;
  const least = Math.max(leastConfidence, leastShareOfBest * best);
  return candidates.filter(({ confidence }) => confidence >= least);
}

interface Claim {
  /** position in the text → how much the word there speaks for the problem */
  readonly weights: Map<number, number>;
  readonly words: Set<string>;
}

function claimsOf(matches: readonly PhraseMatch[], book: PhraseBook): Map<number, Claim> {
  const claims = new Map<number, Claim>();
  const last = 1 + Math.max(0, ...matches.map(({ positions }) => positions.at(-1) ?? 0));
  for (const { problem, evidence, keys, positions, quality } of matches) {
    const claim = claims.get(problem) ?? { weights: new Map<number, number>(), words: new Set<string>() };
    claims.set(problem, claim);
    claim.words.add(evidence);
    positions.forEach((position, k) => {
      const specificity = book.specificity.get(keys[k] ?? '') ?? 0;
      const weight = quality * specificity * (1 - (headFirst * position) / last);
      claim.weights.set(position, Math.max(weight, claim.weights.get(position) ?? 0));
    });
  }
  return claims;
}
