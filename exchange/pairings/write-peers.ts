import { saying } from '../locale/saying.js';
import { type FileToWrite, writeFormats } from '../output/write-together.js';
import { csvFileOf } from '../plan/tables/csv-file.js';
import { tableSheet } from '../plan/workbook/table-sheet.js';
import { workbookOf } from '../plan/workbook/workbook-of.js';
import { comparisonTable, type PeersSource, peersTable } from './peers-tables.js';
import type { PairingsFileFormat } from './write-pairings.js';

/**
 * Writes the peers of a territory in the formats asked for, all the files or none. Returns the paths, in the order of the
 * formats.
 *
 * @throws OutputError when the folder or a file cannot be written
 */
export async function writePeers(
  source: PeersSource,
  output: { readonly directory: string; readonly formats: readonly PairingsFileFormat[] },
): Promise<string[]> {
  const { language } = source;
  return await writeFormats(output.formats, (format) => filesOf(source, format), { ...output, language });
}

async function filesOf(source: PeersSource, format: PairingsFileFormat): Promise<FileToWrite[]> {
  const name = saying(source.language)('pairs', 'peers');
  const tables = [peersTable(source), comparisonTable(source)];
  switch (format) {
    case 'json':
      return [{ name: `${name}.json`, content: `${JSON.stringify(source.peers, null, 2)}\n` }];
    case 'csv':
      return tables.map((table) => csvFileOf(table, source.language));
    case 'xlsx':
      return [
        { name: `${name}.xlsx`, content: await workbookOf(tables.map((table) => tableSheet(table, 1))) },
      ];
  }
}
