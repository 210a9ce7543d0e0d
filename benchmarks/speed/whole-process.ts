/**
 * Times the whole command, Node's start included, and its peak memory:
 * `decroise plan` on the example assembly, and on the 1,255 EPCI of France.
 *
 *   npm run build && node dist/benchmarks/speed/whole-process.js
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { franceAssembly } from '../france-assembly.js';
import { packageRoot, sharedData, writeResult } from '../result-file.js';

const command = join(packageRoot, 'dist/cli/main.js');
const reportPeak = `data:text/javascript,process.on('exit',()=>process.stderr.write('\\npeak '+process.resourceUsage().maxRSS))`;

interface Timing {
  readonly case: string;
  readonly runs: number;
  readonly seconds: { readonly min: number; readonly median: number; readonly max: number };
  readonly peakMiB: number;
}

const directory = mkdtempSync(join(tmpdir(), 'decroise-speed-'));
const timings: Timing[] = [];
try {
  run(['example', directory]);
  const example = join(directory, 'assemblee.xlsx');
  timings.push(time('example: plan, terminal only', ['plan', example], 9));
  timings.push(
    time('example: plan, XLSX + CSV + JSON', ['plan', example, '--out', join(directory, 'out')], 9),
  );
  if (existsSync(join(sharedData, 'epci-france-signaux.csv'))) {
    const france = join(directory, 'france.json');
    writeFileSync(france, JSON.stringify({ ...franceAssembly(), taxonomy: undefined }));
    timings.push(time('1,255 EPCI: plan, terminal only', ['plan', france], 5));
    timings.push(
      time('1,255 EPCI: plan, XLSX + CSV + JSON', ['plan', france, '--out', join(directory, 'out')], 3),
    );
  } else {
    console.log('1,255 EPCI left out: ../shared/data is not here');
  }
} finally {
  rmSync(directory, { recursive: true, force: true });
}
console.table(timings.map(({ case: name, seconds, peakMiB }) => ({ case: name, ...seconds, peakMiB })));
writeResult('whole-process', timings);

function time(name: string, args: readonly string[], runs: number): Timing {
  run(args);
  const measured = Array.from({ length: runs }, () => run(args));
  const seconds = measured.map((one) => one.seconds).sort((a, b) => a - b);
  const rounded = (value: number | undefined): number => Math.round(1000 * (value ?? Number.NaN)) / 1000;
  return {
    case: name,
    runs,
    seconds: { min: rounded(seconds[0]), median: rounded(seconds[runs >> 1]), max: rounded(seconds.at(-1)) },
    peakMiB: Math.round(Math.max(...measured.map((one) => one.peakMiB))),
  };
}

function run(args: readonly string[]): { seconds: number; peakMiB: number } {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, ['--import', reportPeak, command, ...args], {
    encoding: 'utf8',
  });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (status !== 0) throw new Error(`decroise ${args.join(' ')} ended with ${status}\n${stderr}`);
  return { seconds, peakMiB: Number(/peak (\d+)/u.exec(stderr)?.[1]) / 1024 };
}
