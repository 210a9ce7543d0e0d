import type { Language, Plan } from '../../engine/index.js';
import { saying } from '../../exchange/locale/saying.js';
import {
  type MeasureLine,
  measureColumns,
  measureLines,
  measureText,
} from '../../exchange/plan/tables/measure-lines.js';

/** The measures of a plan beside the other methods, as an aligned table; our plan through `emphasise`. */
export function measuresTable(
  plan: Pick<Plan, 'measures' | 'baselines'>,
  language: Language,
  emphasise: (text: string) => string,
): string[] {
  return measureLinesTable(measureColumns(plan, language), measureLines(plan, language), language, emphasise);
}

/** Lines of measures as an aligned table; the first column of numbers through `emphasise`. */
export function measureLinesTable(
  columns: readonly string[],
  measured: readonly MeasureLine[],
  language: Language,
  emphasise: (text: string) => string,
): string[] {
  const rows = [
    [saying(language)('Mesure', 'Measure'), ...columns],
    ...measured.map(({ label, unit, values }) => [
      label,
      ...values.map((value) => measureText(value, unit, language)),
    ]),
  ];
  const widths = [0, ...columns].map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  const lines = rows.map((row) =>
    row
      .map((text, column) => {
        const width = widths[column] ?? 0;
        if (column === 0) return text.padEnd(width);
        // padded before it is painted: colour codes have no width
        return column === 1 ? emphasise(text.padStart(width)) : text.padStart(width);
      })
      .join('  '),
  );
  const ruler = widths.map((width) => '─'.repeat(width)).join('  ');
  return [lines[0] ?? '', ruler, ...lines.slice(1)].map((line) => `  ${line}`);
}
