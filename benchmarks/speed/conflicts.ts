/**
 * Time to explain an impossible request of 158 territories, kind by kind: CPU of the process, first call in a
 * process of its own (cold) and least and most of later ones (warm).
 * Run: node dist/benchmarks/speed/conflicts.js
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { explainConflict, type GroupingRules } from '../../engine/index.js';
import { writeResult } from '../result-file.js';

const order = 158;
const alike = (count: number, min: number, max: number) =>
  Array.from({ length: count }, () => ({ min, max }));
const from = (first: number, count: number): number[] => Array.from({ length: count }, (_, k) => first + k);
const pairsOf = (units: readonly number[]): [number, number][] =>
  units.flatMap((i, k) => units.slice(0, k).map((j): [number, number] => [j, i]));
const everyThirteenth = from(0, 13).map((d) => from(0, order).filter((i) => i % 13 === d));

const requests: Record<string, Omit<GroupingRules, 'order'>> = {
  'sizes that do not add up': { groups: alike(27, 6, 10) },
  '28 mutually apart, 27 workshops': { groups: alike(27, 5, 7), apart: pairsOf(from(0, 28)) },
  '17 mutually apart among 16 départements apart': {
    groups: alike(16, 8, 12),
    apart: [
      ...from(0, 12).flatMap((d) => pairsOf(from(0, order).filter((i) => i % 12 === d))),
      ...pairsOf(from(0, 17)).filter(([i, j]) => i % 12 !== j % 12),
    ],
  },
  '13 pinned to a workshop of 12': {
    groups: alike(16, 8, 12),
    pinned: from(0, 13).map((i): [number, number] => [3 * i, 4]),
  },
  'a chain of 41 to keep together': {
    groups: alike(16, 8, 12),
    together: from(0, 40).map((i) => [i, i + 1]),
  },
  'together and apart': {
    groups: alike(16, 8, 12),
    together: from(0, 5).map((i) => [i, i + 1]),
    apart: [...pairsOf([0, 5, 9]), ...pairsOf(from(0, order).filter((i) => i > 20 && i % 13 === 1))],
  },
  '17 blocks of 7, a place for 16': {
    groups: alike(16, 8, 12),
    together: from(0, 17).map((b) => from(8 * b, 7)),
  },
  '9 allowed in one workshop of 8': {
    groups: [...alike(18, 7, 8), ...alike(4, 4, 8)],
    allowed: from(0, order).map((i): [number, number[]] => [i, i < 9 ? [3] : from(0, 22)]),
  },
  '25 allowed in two workshops of 12': {
    groups: alike(16, 8, 12),
    allowed: from(0, 60).map((i): [number, number[]] => [
      2 * i,
      i < 25 ? [3, 7] : from(0, 16).filter((g) => g !== i % 5),
    ]),
  },
  '31 of a département, at most 2 in 13 workshops': {
    groups: alike(13, 10, 14),
    quotas: [
      { units: from(0, 31), max: 2 },
      ...from(0, 10).map((d) => ({ units: from(31 + 12 * d, 12), max: 3 })),
    ],
  },
  'a woman in each of 14 workshops, 11 have one': {
    groups: alike(14, 10, 14),
    quotas: [
      { units: from(0, 11).map((i) => 7 * i), min: 1 },
      { units: from(0, 80), min: 2 },
    ],
  },
  'one that will be alone': {
    groups: alike(16, 8, 12),
    quotas: [5, 20].map((count) => ({ units: from(0, count === 5 ? 1 : 20), min: 2, orNone: true })),
  },
  'three kinds in each of 16 workshops, 10 of one kind': {
    groups: alike(16, 8, 12),
    varieties: [{ kinds: [from(0, 100), from(100, 10), from(110, 48)], min: 3 }],
  },
  'nothing wrong, every kind of rule': {
    groups: alike(16, 8, 12),
    apart: pairsOf(from(0, 12)),
    allowed: from(0, 60).map((i): [number, number[]] => [2 * i, from(0, 16).filter((g) => g !== i % 5)]),
    quotas: everyThirteenth.map((units) => ({ units, max: 2 })),
    varieties: [{ kinds: everyThirteenth, min: 4 }],
  },
};

/** CPU milliseconds of one explanation. */
function timeOf(request: Omit<GroupingRules, 'order'>): number {
  const started = process.cpuUsage();
  explainConflict({ order, ...request });
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

const rounded = (ms: number): number => Math.round(10 * ms) / 10;

const [, , alone] = process.argv;
if (alone !== undefined) {
  process.stdout.write(`${timeOf(requests[alone] ?? { groups: [] })}`);
} else {
  const figures = Object.entries(requests).map(([name, request]) => {
    const coldMs = [1, 2, 3].map(() =>
      Number(execFileSync(process.execPath, [fileURLToPath(import.meta.url), name], { encoding: 'utf8' })),
    );
    for (let k = 0; k < 10; k++) timeOf(request);
    const warmMs = Array.from({ length: 15 }, () => timeOf(request));
    const found = explainConflict({ order, ...request });
    const row = {
      request: name,
      rulesNamed: found?.conflict.length ?? 0,
      waysOut: found?.relaxation.length ?? 0,
      coldMs: { least: rounded(Math.min(...coldMs)), most: rounded(Math.max(...coldMs)) },
      warmMs: { least: rounded(Math.min(...warmMs)), most: rounded(Math.max(...warmMs)) },
    };
    console.log(JSON.stringify(row));
    return row;
  });
  writeResult('conflicts', figures);
}
