import type { Evaluation, Language } from '../../engine/index.js';
import { saying } from '../locale/saying.js';
import { type MeasureLine, measureColumns, measureLines } from '../plan/tables/measure-lines.js';

/** The grouping first, then our plan, then the other methods. */
export function evaluationColumns(evaluation: Evaluation, language: Language): string[] {
  return [saying(language)('Découpage', 'Grouping'), ...measureColumns(evaluation, language)];
}

/** The lines of the comparison, one number a column of `evaluationColumns`. */
export function evaluationLines(evaluation: Evaluation, language: Language): MeasureLine[] {
  const { measures, plan, baselines, outOfBounds } = evaluation;
  const beside = plan && measureLines({ measures: plan, baselines: [] }, language);
  return measureLines({ measures, baselines }, language).map((line, k, { length }) => {
    const [given, ...others] = line.values;
    // the last line counts territories outside the sizes, of which a plan has none
    const own = k === length - 1 ? outOfBounds : (given ?? null);
    return { ...line, values: [own, beside?.[k]?.values[0] ?? null, ...others] };
  });
}
