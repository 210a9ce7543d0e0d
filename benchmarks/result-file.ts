import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';

/** Root of the package, from source or from dist. */
export const packageRoot = dirname(createRequire(import.meta.url).resolve('decroise/package.json'));

/** Where the data for benchmarks stand (not shipped): DECROISE_SHARED, or `../shared` beside the checkout. */
export const sharedData = join(process.env.DECROISE_SHARED ?? join(packageRoot, '../shared'), 'data');

/** Writes `benchmarks/results/NAME.json` with what it was measured on: this machine at this commit, unless told. */
export function writeResult(name: string, figures: unknown, measuredOn: object = here()): void {
  const directory = join(packageRoot, 'benchmarks/results');
  mkdirSync(directory, { recursive: true });
  const result = { benchmark: name, measuredOn, figures };
  writeFileSync(join(directory, `${name}.json`), `${JSON.stringify(result, null, 2)}\n`);
}

function here(): object {
  return { ...machine(), commit: commitHere() };
}

export function machine(): object {
  return { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, node: process.version };
}

/** The commit that is checked out, in short. */
export function commitHere(): string {
  return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: packageRoot, encoding: 'utf8' }).trim();
}
