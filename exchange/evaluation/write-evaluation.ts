import type { Evaluation, Language } from '../../engine/index.js';
import { saying } from '../locale/saying.js';
import { type FileToWrite, writeFormats } from '../output/write-together.js';
import { csvFileOf } from '../plan/tables/csv-file.js';
import { columnValue, unitText } from '../plan/tables/measure-lines.js';
import { type Table, tableOf } from '../plan/tables/table.js';
import { tableSheet } from '../plan/workbook/table-sheet.js';
import { workbookOf } from '../plan/workbook/workbook-of.js';
import { evaluationColumns, evaluationLines } from './evaluation-lines.js';

export type EvaluationFileFormat = 'json' | 'csv' | 'xlsx';

/**
 * Writes an evaluation in the formats asked for, all the files or none. Returns the paths, in the order of the formats.
 *
 * @throws OutputError when the folder or a file cannot be written
 */
export async function writeEvaluation(
  evaluation: Evaluation,
  output: {
    readonly directory: string;
    readonly formats: readonly EvaluationFileFormat[];
    readonly language: Language;
  },
): Promise<string[]> {
  const { formats, language } = output;
  return await writeFormats(formats, async (format) => [await fileOf(evaluation, format, language)], output);
}

async function fileOf(
  evaluation: Evaluation,
  format: EvaluationFileFormat,
  language: Language,
): Promise<FileToWrite> {
  switch (format) {
    case 'json':
      return { name: 'evaluation.json', content: `${JSON.stringify(evaluation, null, 2)}\n` };
    case 'csv':
      return csvFileOf(comparisonTable(evaluation, language), language);
    case 'xlsx':
      return {
        name: 'evaluation.xlsx',
        content: await workbookOf([
          tableSheet(comparisonTable(evaluation, language), 1),
          tableSheet(workshopsTable(evaluation, language), 1),
        ]),
      };
  }
}

/** One line a measure, one column a way of grouping. */
function comparisonTable(evaluation: Evaluation, language: Language): Table {
  const say = saying(language);
  const columns = evaluationColumns(evaluation, language);
  return {
    sheet: say('Mesures', 'Measures'),
    file: 'evaluation.csv',
    columns: [
      { header: say('Mesure', 'Measure'), kind: 'text', width: 36 },
      { header: say('Unité', 'Unit'), kind: 'text', width: 14 },
      ...columns.map((header) => ({ header, kind: 'decimal' as const, width: 15 })),
    ],
    rows: evaluationLines(evaluation, language).map(({ label, unit, values }) => ({
      workshop: null,
      cells: [label, unitText(unit, language), ...values.map((value) => columnValue(value, unit))],
    })),
  };
}

function workshopsTable({ workshops }: Evaluation, language: Language): Table {
  const say = saying(language);
  type Row = Evaluation['workshops'][number];
  const measured = (
    header: string,
    kind: 'integer' | 'decimal' | 'km',
    value: (row: Row['measures']) => number,
  ) => ({ header, kind, width: 16, value: ({ measures }: Row) => value(measures) });
  return tableOf<Row>(
    { sheet: say('Ateliers', 'Workshops'), file: say('ateliers.csv', 'workshops.csv') },
    [
      { header: say('Atelier', 'Workshop'), kind: 'text', width: 34, value: ({ name }) => name },
      measured(say('Territoires', 'Territories'), 'integer', ({ size }) => size),
      measured(say('Ressemblance', 'Likeness'), 'decimal', ({ coherence }) => coherence),
      measured(say('Éloignement moyen', 'Mean distance'), 'km', ({ spreadKm }) => spreadKm),
      measured('Décroisement', 'decimal', ({ decoupling }) => decoupling),
      measured('Départements', 'integer', ({ departmentCount }) => departmentCount),
    ],
    workshops,
    () => null,
  );
}
