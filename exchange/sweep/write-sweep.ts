import type { Language, Sweep } from '../../engine/index.js';
import { saying } from '../locale/saying.js';
import { type FileToWrite, writeFormats } from '../output/write-together.js';
import { csvFileOf } from '../plan/tables/csv-file.js';
import { sweepTable } from './sweep-table.js';
import { sweepToSvg } from './sweep-to-svg.js';
import { sweepToXlsx } from './sweep-to-xlsx.js';

export type SweepFileFormat = 'json' | 'csv' | 'xlsx' | 'svg';

/**
 * Writes a sweep in the formats asked for, all the files or none. Returns the paths, in the order of the formats.
 *
 * @throws OutputError when the folder or a file cannot be written
 */
export async function writeSweep(
  sweep: Sweep,
  output: {
    readonly directory: string;
    readonly formats: readonly SweepFileFormat[];
    readonly language: Language;
  },
): Promise<string[]> {
  const { formats, language } = output;
  return await writeFormats(formats, async (format) => [await fileOf(sweep, format, language)], output);
}

async function fileOf(sweep: Sweep, format: SweepFileFormat, language: Language): Promise<FileToWrite> {
  const name = saying(language)('curseur', 'dial');
  switch (format) {
    case 'json':
      return { name: `${name}.json`, content: `${JSON.stringify(sweep, null, 2)}\n` };
    case 'csv':
      return csvFileOf(sweepTable(sweep, language), language);
    case 'xlsx':
      return { name: `${name}.xlsx`, content: await sweepToXlsx(sweep, language) };
    case 'svg':
      return { name: `${name}.svg`, content: await sweepToSvg(sweep, language) };
  }
}
