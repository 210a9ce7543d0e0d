/**
 * Puts the mutation scores of the folders named, or of all that have a run in `.mutation/`, in the place of those there
 * were, each with the commit it was measured on, which is the one checked out: see `README.md` beside this file.
 * Run: node dist/benchmarks/mutation/scores.js [FOLDER…]
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commitHere, machine, packageRoot, writeResult } from '../result-file.js';

/** What is read of a report in the mutation testing schema. */
interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>>;
}

interface Score {
  /** per cent of the valid mutants that a test detects, by failing or by never ending */
  readonly score: number;
  readonly mutants: number;
  readonly killed: number;
  readonly timeout: number;
  readonly survived: number;
  readonly noCoverage: number;
}

interface FolderScore extends Score {
  readonly folder: string;
  readonly commit: string;
  readonly files: Readonly<Record<string, Score>>;
}

const runs = join(packageRoot, '.mutation');
const results = join(packageRoot, 'benchmarks/results/mutation.json');
const named = process.argv.slice(2);
const measured = (named.length > 0 ? named.map(runOf) : allRuns()).map(scoreOfFolder);
const anew = new Set(measured.map(({ folder }) => folder));
const kept = scoresThereWere().filter(({ folder }) => !anew.has(folder));
const figures = [...kept, ...measured].sort((a, b) => (a.folder < b.folder ? -1 : 1));
writeResult('mutation', figures, machine());

function runOf(folder: string): string {
  return `${folder.replaceAll('/', '-')}.json`;
}

function allRuns(): string[] {
  return readdirSync(runs).filter((name) => name.endsWith('.json'));
}

function scoresThereWere(): readonly FolderScore[] {
  if (!existsSync(results)) return [];
  return (JSON.parse(readFileSync(results, 'utf8')) as { figures: readonly FolderScore[] }).figures;
}

function scoreOfFolder(run: string): FolderScore {
  const { files } = JSON.parse(readFileSync(join(runs, run), 'utf8')) as Report;
  const sorted = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    folder: run.replace(/\.json$/, ''),
    commit: commitHere(),
    ...scoreOf(sorted.flatMap(([, { mutants }]) => mutants)),
    files: Object.fromEntries(sorted.map(([path, { mutants }]) => [path, scoreOf(mutants)])),
  };
}

function scoreOf(mutants: readonly { readonly status: string }[]): Score {
  const count = (status: string): number => mutants.filter((mutant) => mutant.status === status).length;
  const killed = count('Killed');
  const timeout = count('Timeout');
  const survived = count('Survived');
  const noCoverage = count('NoCoverage');
  const valid = killed + timeout + survived + noCoverage;
  const score = Math.round((1000 * (killed + timeout)) / Math.max(1, valid)) / 10;
  return { score, mutants: valid, killed, timeout, survived, noCoverage };
}
