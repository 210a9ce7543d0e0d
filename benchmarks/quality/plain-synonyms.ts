import type { ProblemCandidate } from '../../engine/index.js';
import type { PlainProblem } from './funded-titles.js';

/**
 * The baseline: a problem is found when one of its synonyms stands in the title as whole words, both in
 * lower case, without accents, punctuation as spaces, a final s allowed. No ranking: the taxonomy's order.
 * A set ("école + rénovation") is no plain word and never stands in a title.
 */
export function createPlainMatcher(problems: readonly PlainProblem[]): (text: string) => ProblemCandidate[] {
  const sought = problems.flatMap(({ id, synonyms }) =>
    synonyms.map((evidence) => ({ id, evidence, pattern: new RegExp(`\\b${plainWords(evidence)}s?\\b`) })),
  );
  return (text) => {
    const words = plainWords(text);
    const found = new Map<string, ProblemCandidate>();
    for (const { id, evidence, pattern } of sought) {
      if (found.has(id) || !pattern.test(words)) continue;
      found.set(id, { problemId: id, confidence: 1, evidence });
    }
    return [...found.values()];
  };
}

function plainWords(text: string): string {
  return text
    .replaceAll('œ', 'oe')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
