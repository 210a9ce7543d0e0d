import type { Language, Taxonomy } from '../../engine/index.js';

/** The label of a problem by its id, in one language; an id that the taxonomy does not hold stands for itself. */
export function problemLabels({ themes }: Taxonomy, language: Language): (problemId: string) => string {
  const labels = new Map(
    themes.flatMap(({ problems }) => problems).map((problem) => [problem.id, problem[language]]),
  );
  return (problemId) => labels.get(problemId) ?? problemId;
}
