import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * The full path of a table of `data/`, from the source tree as from the build: tsc copies no JSON,
 * so the place is found through the package's own name.
 */
export function dataFilePath(name: string): string {
  const manifest = createRequire(import.meta.url).resolve('decroise/package.json');
  return join(dirname(manifest), 'data', name);
}

/** Reads a JSON table of `data/`; the tests check every entry, so nothing is checked here. */
export function readDataFile(name: string): unknown {
  return JSON.parse(readFileSync(dataFilePath(name), 'utf8'));
}
