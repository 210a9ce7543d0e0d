/**
 * Times the whole command, Node's start included, and its peak memory: `decroise plan` on the example assembly, and on
 * the 1,255 EPCI of France. Processor time is that of all its threads; on a busy machine it says more than the clock.
 *
 *   npm run build && node dist/benchmarks/speed/whole-process.js
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { franceAssembly } from '../france-assembly.js';
import { spread } from '../ratios.js';
import { packageRoot, sharedData, writeResult } from '../result-file.js';

const command = join(packageRoot, 'dist/cli/main.js');
const reportUse = `data:text/javascript,process.on('exit',()=>{const use=process.resourceUsage();process.stderr.write('\\nused '+(use.userCPUTime+use.systemCPUTime)+' '+use.maxRSS)})`;

interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

interface Timing {
  readonly case: string;
  readonly runs: number;
  /** by the clock */
  readonly seconds: Spread;
  readonly processorSeconds: Spread;
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
    time(
      'example: plan, XLSX + CSV + JSON + SVG',
      ['plan', example, '--format', 'xlsx', 'csv', 'json', 'svg', '--out', join(directory, 'out')],
      9,
    ),
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
console.table(
  timings.map(({ case: name, seconds, processorSeconds, peakMiB }) => ({
    case: name,
    seconds: seconds.median,
    processor: processorSeconds.median,
    peakMiB,
  })),
);
writeResult('whole-process', timings);

function time(name: string, args: readonly string[], runs: number): Timing {
  run(args);
  const measured = Array.from({ length: runs }, () => run(args));
  return {
    case: name,
    runs,
    seconds: spread(measured.map(({ seconds }) => seconds)),
    processorSeconds: spread(measured.map(({ processorSeconds }) => processorSeconds)),
    peakMiB: Math.round(Math.max(...measured.map((one) => one.peakMiB))),
  };
}

interface Run {
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly peakMiB: number;
}

function run(args: readonly string[]): Run {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, ['--import', reportUse, command, ...args], {
    encoding: 'utf8',
  });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (status !== 0) throw new Error(`decroise ${args.join(' ')} ended with ${status}\n${stderr}`);
  const [, microseconds, peakKiB] = /used (\d+) (\d+)/u.exec(stderr) ?? [];
  return { seconds, processorSeconds: Number(microseconds) / 1e6, peakMiB: Number(peakKiB) / 1024 };
}
