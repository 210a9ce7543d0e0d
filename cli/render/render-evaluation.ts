import pc from 'picocolors';
import type { Evaluation, Language } from '../../engine/index.js';
import { evaluationColumns, evaluationLines } from '../../exchange/evaluation/evaluation-lines.js';
import { evaluationReading } from '../../exchange/evaluation/evaluation-reading.js';
import { sizeCaveat } from '../../exchange/locale/measures-reading.js';
import { headingLines } from './render-heading.js';
import { measureLinesTable } from './render-measures.js';
import { plainText } from './render-plain.js';
import { wrapped } from './render-wrapped.js';

/** An evaluation for a terminal: what it says, then the grouping beside our plan and the other methods. */
export function renderEvaluation(evaluation: Evaluation, language: Language, colour: boolean): string {
  const paint = pc.createColors(colour);
  const { assemblyName: name, fictive, baselines } = evaluation;
  const lines = [
    ...headingLines({ name, fictive }, language, paint),
    ...evaluationReading(evaluation, language).flatMap((sentence) => wrapped('', plainText(sentence))),
    '',
    ...measureLinesTable(
      evaluationColumns(evaluation, language),
      evaluationLines(evaluation, language),
      language,
      paint.bold,
    ),
    '',
    ...sizeCaveat(baselines, language).flatMap((sentence) => wrapped('  ', sentence)),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}
