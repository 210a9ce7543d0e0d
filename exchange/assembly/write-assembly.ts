import { join } from 'node:path';
import type { Assembly, Language } from '../../engine/index.js';
import { writeTogether } from '../output/write-together.js';
import { assemblyToCsv } from './assembly-to-csv.js';
import { assemblyToJson } from './assembly-to-json.js';
import { assemblyToXlsx } from './assembly-to-xlsx.js';

export { assemblyToCsv } from './assembly-to-csv.js';
export { assemblyToJson } from './assembly-to-json.js';
export { assemblyToXlsx } from './assembly-to-xlsx.js';

/**
 * Writes an assembly three times over, each enough by itself: `assemblee.xlsx`, `assemblee.json`, and a folder
 * `csv` of one file a table. Gives the paths of the workbook, the JSON file and the CSV files.
 *
 * @throws OutputError when a file cannot be written
 */
export async function writeAssembly(
  assembly: Assembly,
  { directory, language = 'fr' }: { readonly directory: string; readonly language?: Language },
): Promise<string[]> {
  const whole = [
    { name: 'assemblee.xlsx', content: await assemblyToXlsx(assembly, language) },
    { name: 'assemblee.json', content: assemblyToJson(assembly) },
  ];
  const tables = assemblyToCsv(assembly, language);
  return [
    ...(await writeTogether(directory, whole, language)),
    ...(await writeTogether(join(directory, 'csv'), tables, language)),
  ];
}
