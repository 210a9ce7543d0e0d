import { CsvError, parse } from 'csv-parse/sync';
import type { Finding, RawTable } from '../../engine/index.js';
import { detectDelimiter } from './delimiter.js';
import { encodingFindings } from './encoding-findings.js';
import type { Tell } from './read-findings.js';
import { rowLimit, tableFromGrid } from './read-grid.js';
import { decodeText } from './text-encoding.js';

/** rows read at most: enough to see that there are too many */
const recordLimit = rowLimit + 1_000;

/** Excel's first line `sep=;`, which Excel itself neither shows nor counts. */
const separatorLine = /^"?sep=(.)"?(?:\r\n|\n|\r|$)/i;

/**
 * Reads a text table: its encoding, its one delimiter, its quotes, its header.
 *
 * Rows are numbered as Excel shows them: a quoted line break does not start a row, a blank line counts for one.
 * A quote that is never closed gives no table, since nothing after it can be trusted.
 * An empty file gives neither table nor an `empty` finding: the caller says it.
 *
 * @param file what the organiser knows the file by, for the findings about the whole of it
 */
export function readCsv(
  bytes: Uint8Array,
  name: string,
  file: string,
  tell: Tell,
): { table: RawTable | null; findings: Finding[] } {
  const decoded = decodeText(bytes);
  if (decoded.text.includes('\0')) {
    return { table: null, findings: [tell('error', 'not-a-text-file', { file }, { table: name })] };
  }
  const findings = encodingFindings(decoded, file, name, tell);
  const stated = separatorLine.exec(decoded.text);
  const text = stated ? decoded.text.slice(stated[0].length) : decoded.text;
  const delimiter = stated?.[1] ?? detectDelimiter(text);
  const records = parseRecords(text, delimiter);
  if (typeof records === 'number') {
    findings.push(tell('error', 'unclosed-quote', { row: records }, { table: name, row: records }));
    return { table: null, findings };
  }
  const read = tableFromGrid(name, records, tell);
  findings.push(...read.findings);
  if (read.table) findings.push(...runawayQuotes(read.table, delimiter, tell));
  return { table: read.table, findings };
}

/** The records, or the row where a quote is opened for good. */
function parseRecords(text: string, delimiter: string): string[][] | number {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      // a quote inside a cell that does not begin with one is a character like another
      relax_quotes: true,
      to: recordLimit,
    });
  } catch (error) {
    if (error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED') return Number(error.records) + 1;
    throw error;
  }
}

/** A cell in which one line has just the cells of a row: a quote opened above and closed by another's opening. */
function runawayQuotes(table: RawTable, delimiter: string, tell: Tell): Finding[] {
  const width = table.header.length;
  if (width < 2) return [];
  return table.rows.flatMap(({ row, cells }) => {
    const swallowed = cells.some(
      (cell) =>
        typeof cell === 'string' &&
        cell.includes('\n') &&
        cell.split('\n').some((line) => line.split(delimiter).length === width),
    );
    return swallowed ? [tell('warning', 'runaway-quote', { row }, { table: table.name, row })] : [];
  });
}
