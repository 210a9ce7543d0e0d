/**
 * Mutation scores by folder and file, from the runs kept in `.mutation/`: see `README.md` beside this file.
 * Run: node dist/benchmarks/mutation/scores.js
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot, writeResult } from '../result-file.js';

/** What is read of a report in the mutation testing schema. */
interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>>;
}

const runs = join(packageRoot, '.mutation');
const reports = readdirSync(runs).filter((name) => name.endsWith('.json'));
writeResult('mutation', reports.sort().map(folderOf));

function folderOf(name: string): object {
  const { files } = JSON.parse(readFileSync(join(runs, name), 'utf8')) as Report;
  const sorted = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    folder: name.replace(/\.json$/, ''),
    ...scoreOf(sorted.flatMap(([, { mutants }]) => mutants)),
    files: Object.fromEntries(sorted.map(([path, { mutants }]) => [path, scoreOf(mutants)])),
  };
}

/** Per cent of the valid mutants that a test detects, by failing or by never ending. */
function scoreOf(mutants: readonly { readonly status: string }[]): object {
  const count = (...statuses: string[]): number =>
    mutants.filter(({ status }) => statuses.includes(status)).length;
  const detected = count('Killed', 'Timeout');
  const valid = detected + count('Survived', 'NoCoverage');
  return {
    score: Math.round((1000 * detected) / Math.max(1, valid)) / 10,
    mutants: valid,
    survived: valid - detected,
  };
}
