import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, parse } from 'node:path';
import type { Finding, Language, RawRecords, RawTable } from '../../engine/index.js';
import { sentencesIn, type Tell, tellIn } from './read-findings.js';
import { defaultMaxBytes, tooLarge } from './size-limit.js';

export interface ReadOptions {
  /** files heavier than this are refused without being read; 50 MB if not given */
  readonly maxBytes?: number;
  /** of the findings; French if not given */
  readonly language?: Language;
  /** told which file is being read */
  readonly onProgress?: (message: string) => void;
}

type Format = 'json' | 'xlsx' | 'csv';
const formats: Readonly<Record<string, Format>> = {
  '.json': 'json',
  '.xlsx': 'xlsx',
  // the same file with macros, which are left alone
  '.xlsm': 'xlsx',
  '.csv': 'csv',
  '.tsv': 'csv',
  '.txt': 'csv',
};

/**
 * Turns an organiser's files into tables of cells, before anything is understood.
 *
 * `path` is a `.json`, an `.xlsx` (or `.xlsm`), a folder of CSV files, or one `.csv`, `.tsv` or `.txt` of territories.
 * Bad content is never thrown: each problem is a finding, and `records` is null when nothing could be read at all.
 * A file of headers alone gives its table without rows and an `empty-file` finding.
 */
export async function readRecords(
  path: string,
  options: ReadOptions = {},
): Promise<{ records: RawRecords | null; findings: Finding[] }> {
  const language = options.language ?? 'fr';
  const file = basename(path);
  try {
    return await readPath(path, file, language, options);
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    return nothing(await describeFailure(path, file, code, tellIn(language)));
  }
}

async function readPath(
  path: string,
  file: string,
  language: Language,
  { maxBytes = defaultMaxBytes, onProgress }: ReadOptions,
): Promise<{ records: RawRecords | null; findings: Finding[] }> {
  const tell = tellIn(language);
  const { reading } = sentencesIn(language);
  const ending = extname(file).toLowerCase();
  const format = formats[ending];
  const stats = await stat(path);
  if (stats.isDirectory() && !format) {
    const onFile = (name: string) => onProgress?.(reading(name));
    const { readFolder } = await import('./read-folder.js');
    return gather(file, await readFolder(path, file, maxBytes, tell, onFile), tell);
  }
  if (!stats.isFile()) return nothing(tell('error', 'not-a-file', { file }, { table: file }));
  if (!format) return nothing(tell('error', 'unsupported-format', { file, ending }, { table: file }));
  const refusal = tooLarge(file, stats.size, maxBytes, tell);
  if (refusal) return nothing(refusal);
  onProgress?.(reading(file));
  const bytes = await readFile(path);
  if (bytes.length === 0) return gather(file, { tables: [], findings: [] }, tell);
  return await readBytes(bytes, file, format, language);
}

/** Loads the reader of that format alone: most of them rest on a library. */
async function readBytes(
  bytes: Uint8Array,
  file: string,
  format: Format,
  language: Language,
): Promise<{ records: RawRecords | null; findings: Finding[] }> {
  const tell = tellIn(language);
  switch (format) {
    case 'json': {
      const { readJson } = await import('./read-json.js');
      return readJson(bytes, file, language);
    }
    case 'xlsx': {
      const { readXlsx } = await import('./read-xlsx.js');
      return gather(file, await readXlsx(bytes, file, tell), tell);
    }
    case 'csv': {
      const { readCsv } = await import('./read-csv.js');
      const { table, findings } = readCsv(bytes, parse(file).name, file, tell);
      return gather(file, { tables: table ? [table] : [], findings }, tell);
    }
  }
}

function gather(
  source: string,
  { tables, findings }: { tables: readonly RawTable[]; findings: Finding[] },
  tell: Tell,
): { records: RawRecords | null; findings: Finding[] } {
  const failed = findings.some(({ severity }) => severity === 'error');
  if (!failed && tables.every(({ rows }) => rows.length === 0)) {
    const facts = { file: source, headerOnly: tables.length > 0 };
    findings.push(tell('error', 'empty-file', facts, { table: source }));
  }
  return { records: tables.length > 0 ? { source, tables } : null, findings };
}

function nothing(finding: Finding): { records: null; findings: Finding[] } {
  return { records: null, findings: [finding] };
}

/** The code of an error of the file system ("ENOENT"); undefined for any other, which is ours to repair. */
function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  return 'syscall' in error || error.code === 'ERR_INVALID_ARG_VALUE' ? error.code : undefined;
}

async function describeFailure(path: string, file: string, code: string, tell: Tell): Promise<Finding> {
  const place = { table: file };
  if (code !== 'ENOENT' && code !== 'ENOTDIR' && code !== 'ERR_INVALID_ARG_VALUE') {
    return tell('error', 'file-unreadable', { file, reason: code }, place);
  }
  return tell('error', 'file-not-found', { file, similar: await findSimilar(path, file) }, place);
}

/** A readable file beside the missing one, whose name differs only by its ending, capitals or accents. */
async function findSimilar(path: string, file: string): Promise<string | null> {
  // a folder that cannot be listed has nothing to suggest: the missing file is told in any case
  const beside = await readdir(dirname(path)).catch(() => []);
  const readable = beside
    .filter((name) => formats[extname(name).toLowerCase()] && !name.startsWith('.'))
    .sort();
  return readable.find((name) => plain(parse(name).name) === plain(parse(file).name)) ?? null;
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^a-zA-Z0-9]/g, '')
    .toLowerCase();
}
