import { plainText } from './plain-text.js';

/**
 * Of texts that differ in accents, case or signs only, the one spelling that stands for all: the most frequent,
 * the first by code unit in a tie.
 */
export function oneSpelling(texts: readonly string[]): (text: string) => string {
  const counts = new Map<string, Map<string, number>>();
  for (const text of texts) {
    const spellings = counts.get(plainText(text)) ?? new Map<string, number>();
    counts.set(plainText(text), spellings.set(text, (spellings.get(text) ?? 0) + 1));
  }
  const chosen = new Map(
    [...counts].map(([key, spellings]) => {
      const [first] = [...spellings].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
      return [key, first?.[0] ?? key] as const;
    }),
  );
  return (text) => chosen.get(plainText(text)) ?? text;
}
