import { readdir, readFile, stat } from 'node:fs/promises';
import { join, parse } from 'node:path';
import type { Finding, RawTable } from '../../engine/index.js';
import { readCsv } from './read-csv.js';
import type { Tell } from './read-findings.js';
import { tooLarge } from './size-limit.js';

/**
 * Reads every CSV file of a folder, by name in code-unit order; other files and hidden ones are left alone.
 *
 * An empty file among others is a warning. Files that together pass `maxBytes` are refused before any is read.
 */
export async function readFolder(
  path: string,
  folder: string,
  maxBytes: number,
  tell: Tell,
  onFile: (file: string) => void,
): Promise<{ tables: RawTable[]; findings: Finding[] }> {
  const files = await csvFilesIn(path);
  if (files.length === 0) {
    return {
      tables: [],
      findings: [tell('error', 'folder-without-csv', { file: folder }, { table: folder })],
    };
  }
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const refusal = tooLarge(folder, bytes, maxBytes, tell);
  if (refusal) return { tables: [], findings: [refusal] };
  const tables: RawTable[] = [];
  const findings: Finding[] = [];
  for (const { name } of files) {
    onFile(name);
    const tableName = parse(name).name;
    const read = readCsv(await readFile(join(path, name)), tableName, name, tell);
    findings.push(...read.findings);
    if (read.table) tables.push(read.table);
    else if (read.findings.every(({ severity }) => severity !== 'error')) {
      findings.push(tell('warning', 'empty-table', { file: name }, { table: tableName }));
    }
  }
  return { tables, findings };
}

async function csvFilesIn(path: string): Promise<{ name: string; size: number }[]> {
  const names = (await readdir(path)).filter((name) => /^[^.].*\.csv$/i.test(name)).sort();
  const found = await Promise.all(names.map(async (name) => ({ name, stats: await stat(join(path, name)) })));
  return found.flatMap(({ name, stats }) => (stats.isFile() ? [{ name, size: stats.size }] : []));
}
