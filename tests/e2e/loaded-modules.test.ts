import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decroise, temporaryFolder } from './built-command.js';

const folder = temporaryFolder();

describe('what a command loads', () => {
  it.each([
    ['the help', ['--help']],
    ['the help of a command', ['plan', '--help']],
    ['the version', ['--version']],
    ['a wrong option', ['plan', 'liste.xlsx', '--atelier', '3']],
    ['a wrong value', ['sweep', 'liste.xlsx', '--decoupling', 'beaucoup']],
  ])('%s needs neither the engine nor a reader', (_, args) => {
    const loaded = modulesLoadedBy(...args);
    expect(loaded.some((url) => url.endsWith('/dist/cli/program.js'))).toBe(true);
    expect(
      loaded.filter((url) => /\/dist\/(exchange|data|engine\/(?!options|parameters))/u.test(url)),
    ).toEqual([]);
    expect(loaded.filter((url) => url.includes('/node_modules/') && !url.includes('/commander/'))).toEqual(
      [],
    );
  });

  it('a JSON file is read without the readers of workbooks and of CSV', () => {
    decroise('example', folder);
    const loaded = modulesLoadedBy('check', join(folder, 'assemblee.json'));
    expect(loaded.some((url) => url.endsWith('/dist/exchange/read/read-json.js'))).toBe(true);
    expect(loaded.filter((url) => /\/(read-excel-file|fflate|csv-parse)\//u.test(url))).toEqual([]);
  });

  it('a plan needs nothing of programmes, of replanning, of sweeps and of the methods for analysts', () => {
    const loaded = modulesLoadedBy('plan', join(folder, 'assemblee.json'));
    expect(loaded.some((url) => url.endsWith('/dist/engine/pipeline.js'))).toBe(true);
    expect(
      loaded.filter((url) =>
        /\/engine\/(index|programme\/|methods\/(rounds|slots|duties|facility)\/|use-cases\/(replan|sweep|evaluation)\/)/u.test(
          url,
        ),
      ),
    ).toEqual([]);
  });

  it('a plan written as JSON alone needs no writer of workbooks, of CSV, and no map', () => {
    const file = join(folder, 'assemblee.json');
    const loaded = modulesLoadedBy('plan', file, '--format', 'json', '--out', folder);
    expect(loaded.some((url) => url.endsWith('/dist/exchange/plan/plan-to-json.js'))).toBe(true);
    expect(loaded.filter((url) => /\/(write-excel-file|csv-stringify|plot|linkedom)\//u.test(url))).toEqual(
      [],
    );
  });
});

/** The addresses of the modules that the built command loads for these arguments, in their order. */
function modulesLoadedBy(...args: readonly string[]): string[] {
  const list = join(folder, 'loaded.txt');
  const hooks = `import { appendFileSync } from 'node:fs';
    export async function load(url, context, next) {
      appendFileSync(${JSON.stringify(list)}, url + '\\n');
      return next(url, context);
    }`;
  const registration = `import { register } from 'node:module'; register(${JSON.stringify(inline(hooks))});`;
  rmSync(list, { force: true });
  spawnSync(process.execPath, ['--import', inline(registration), 'dist/cli/main.js', ...args]);
  return readFileSync(list, 'utf8').trim().split('\n');
}

function inline(source: string): string {
  return `data:text/javascript,${encodeURIComponent(source)}`;
}
