import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';

/** Root of the package, from source or from dist. */
export const packageRoot = dirname(createRequire(import.meta.url).resolve('decroise/package.json'));

/** Where the data for benchmarks stand (not shipped): DECROISE_SHARED, or `../shared` beside the checkout. */
export const sharedData = join(process.env.DECROISE_SHARED ?? join(packageRoot, '../shared'), 'data');

/** Writes `benchmarks/results/NAME.json` with what it was measured on. */
export function writeResult(name: string, figures: unknown): void {
  const directory = join(packageRoot, 'benchmarks/results');
  mkdirSync(directory, { recursive: true });
  const result = { benchmark: name, measuredOn: measuredOn(), figures };
  writeFileSync(join(directory, `${name}.json`), `${JSON.stringify(result, null, 2)}\n`);
}

function measuredOn(): { cpu: string; cores: number; node: string; commit: string } {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
    cwd: packageRoot,
    encoding: 'utf8',
  }).trim();
  return { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, node: process.version, commit };
}
