// Everything CI checks, in the order in which it is quickest to fail. Ends with "N passed, N failed".
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const reports = mkdtempSync(join(tmpdir(), 'decroise-check-'));
const bin = (name) => join('node_modules', '.bin', name);
const vitest = (project) => [
  bin('vitest'),
  [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(reports, `${project}.json`)}`,
  ],
];

const steps = [
  ['format and lint', bin('biome'), ['ci', '.']],
  ['build', bin('tsc'), []],
  [
    'layers',
    bin('depcruise'),
    ['--no-progress', 'engine', 'exchange', 'api', 'cli', 'data', 'docs', 'benchmarks'],
  ],
  ['unused code', bin('knip'), ['--no-progress']],
  ['tests: unit', ...vitest('unit')],
  ['tests: e2e', ...vitest('e2e')],
];

let passed = 0;
let failed = 0;
let skipped = 0;
const broken = [];
for (const [name, command, args] of steps) {
  console.log(`\n== ${name}`);
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  const tests = name.startsWith('tests: ') ? counts(name.slice('tests: '.length)) : null;
  passed += tests ? tests.numPassedTests : status === 0 ? 1 : 0;
  failed += tests ? tests.numFailedTests : 0;
  skipped += tests ? tests.numPendingTests : 0;
  // a suite that cannot even load fails no test: its exit status counts then
  if (status !== 0) {
    broken.push(name);
    if (!tests || tests.numFailedTests === 0) failed += 1;
  }
}
rmSync(reports, { recursive: true, force: true });

if (broken.length > 0) console.log(`\nFailed: ${broken.join(', ')}`);
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;

function counts(project) {
  try {
    return JSON.parse(readFileSync(join(reports, `${project}.json`), 'utf8'));
  } catch {
    return null; // no report: vitest itself did not start, its exit status says so
  }
}
