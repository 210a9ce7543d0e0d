/**
 * Rounds: repeats on social golfer instances beside the figures of good-enough-golfers, and rounds with weights
 * beside what one round alone is worth. CPU of one thread, start of the process left out.
 *
 * `percentInTenTimes`: what ten times the default effort attains. `boundPercent`: no rounds without repeats attain
 * more, by the relaxation of one round in which no pair meets in more than one round of three.
 *
 *   npm run build && node dist/benchmarks/quality/rounds.js
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  createRng,
  groupingRelaxationBound,
  planRounds,
  type Rng,
  solveGrouping,
} from '../../engine/index.js';
import { sharedData, writeResult } from '../result-file.js';

/** groups, size, rounds, and the repeats of good-enough-golfers as stated in the issue (not run here) */
const golfers: readonly (readonly [number, number, number, number])[] = [
  [5, 3, 7, 6],
  [6, 3, 8, 5],
  [7, 3, 9, 4],
  [8, 3, 10, 3],
  [9, 3, 11, 2],
  [10, 4, 9, 1],
  [7, 4, 7, 7],
  [8, 4, 8, 6],
  [8, 4, 9, 14],
  [8, 4, 10, 30],
];
const seeds = [1, 2, 3];

const repeats = [
  ...golfers.map(([groups, size, rounds, peer]) =>
    measureRepeats(`${groups}-${size}-${rounds}`, groups * size, groups, [size, size], rounds, peer),
  ),
  measureRepeats('158 in 16 of 9..10, 16 rounds', 158, 16, [9, 10], 16, null),
  measureRepeats('158 in 27 of 5..7, 3 rounds', 158, 27, [5, 7], 3, null),
];
console.table(repeats);

const weighted = [
  ...[2, 4, 8].map((kinds) => measureWeighted(`profiles of ${kinds} kinds`, kindsOfProfiles(kinds))),
  ...fromShared('profils-epci.json', '158 EPCI, cosine of declared problems', realProfiles),
  ...fromShared('mdgp/Terr_n158_k16_8-12_s1.txt.gz', 'territory-like MDGP weights', mdgpWeights),
];
console.table(weighted);
writeResult('rounds', { repeats, weighted });

function measureRepeats(
  instance: string,
  order: number,
  groupCount: number,
  [min, max]: readonly [number, number],
  roundCount: number,
  goodEnoughGolfers: number | null,
) {
  const rounds = evenRounds(roundCount, groupCount, min, max);
  const runs = seeds.map((seed) => timed(() => planRounds({ order, rounds }, { seed })));
  return {
    instance,
    repeats: runs.map(({ result }) => result.repeats).join(' '),
    fewestPossible: runs[0]?.result.fewestPossible,
    goodEnoughGolfers,
    exchangesTried: Math.max(...runs.map(({ result }) => result.iterations)),
    cpuSeconds: Math.max(...runs.map(({ seconds }) => seconds)),
  };
}

function measureWeighted(instance: string, weights: Float64Array) {
  const order = Math.sqrt(weights.length);
  const [min, max, roundCount] = [5, 7, 3];
  const groups = evenRounds(1, 27, min, max)[0] ?? [];
  const single = timed(() => solveGrouping({ order, weights, groups }));
  const runs = seeds.map((seed) =>
    timed(() => planRounds({ order, weights, rounds: Array(roundCount).fill(groups) }, { seed })),
  );
  const iterations = 10 * (runs[0]?.result.iterations ?? 0);
  const long = planRounds({ order, weights, rounds: Array(roundCount).fill(groups) }, { iterations });
  const bound = groupingRelaxationBound({ order, weights, groups }, { mostTogether: 1 / roundCount });
  const share = (value: number) => Math.round((1e4 * value) / single.result.value) / 100;
  return {
    instance,
    repeats: runs.map(({ result }) => result.repeats).join(' '),
    percentOfSingle: runs.map(({ result }) => share(result.value / roundCount)).join(' '),
    percentInTenTimes: share(long.value / roundCount),
    boundPercent: share(bound.upperBound),
    singleValue: Math.round(single.result.value * 100) / 100,
    singleCpuSeconds: single.seconds,
    cpuSeconds: Math.max(...runs.map(({ seconds }) => seconds)),
  };
}

function evenRounds(roundCount: number, groupCount: number, min: number, max: number) {
  return Array.from({ length: roundCount }, () => Array.from({ length: groupCount }, () => ({ min, max })));
}

function timed<T>(work: () => T): { result: T; seconds: number } {
  const started = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(started);
  return { result, seconds: Math.round((user + system) / 1e4) / 100 };
}

/** 158 profiles of 60 problems: noise, and more of the problems of their kind. */
function kindsOfProfiles(kinds: number): Float64Array {
  const rng = createRng(2016);
  return cosines(
    Array.from({ length: 158 }, (_, i) =>
      Array.from({ length: 60 }, (_, p) =>
        Math.max(0, 0.5 * normal(rng) + (p % kinds === i % kinds ? 0.85 : 0)),
      ),
    ),
  );
}

/** Box, Muller 1958. */
function normal(rng: Rng): number {
  return Math.sqrt(-2 * Math.log(1 - rng.next())) * Math.cos(2 * Math.PI * rng.next());
}

function cosines(profiles: readonly (readonly number[])[]): Float64Array {
  const order = profiles.length;
  const dot = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, x, p) => sum + x * (b[p] ?? 0), 0);
  const lengths = profiles.map((profile) => Math.sqrt(dot(profile, profile)) || 1);
  const weights = new Float64Array(order * order);
  profiles.forEach((a, i) => {
    profiles.slice(0, i).forEach((b, j) => {
      weights[i * order + j] = dot(a, b) / ((lengths[i] ?? 1) * (lengths[j] ?? 1));
      weights[j * order + i] = weights[i * order + j] ?? 0;
    });
  });
  return weights;
}

function fromShared(file: string, name: string, read: (path: string) => Float64Array) {
  const path = join(sharedData, file);
  if (existsSync(path)) return [measureWeighted(name, read(path))];
  console.log(`${name} left out: ${file} is not here`);
  return [];
}

/** The first 158 EPCI; a problem counts ln((1 + n)/(1 + n_p)) + 1. */
function realProfiles(path: string): Float64Array {
  const rows = JSON.parse(readFileSync(path, 'utf8')) as readonly {
    readonly problemes: readonly { readonly id: string; readonly poids: number }[];
  }[];
  const chosen = rows.slice(0, 158).map(({ problemes }) => new Map(problemes.map((p) => [p.id, p.poids])));
  const ids = [...new Set(chosen.flatMap((profile) => [...profile.keys()]))].sort();
  const rarity = ids.map((id) => {
    const declaring = chosen.filter((profile) => profile.has(id)).length;
    return Math.log((1 + chosen.length) / (1 + declaring)) + 1;
  });
  return cosines(chosen.map((profile) => ids.map((id, p) => (profile.get(id) ?? 0) * (rarity[p] ?? 0))));
}

function mdgpWeights(path: string): Float64Array {
  const [head = '', ...pairs] = gunzipSync(readFileSync(path)).toString().trim().split('\n');
  const order = Number(head.split(' ')[0]);
  const weights = new Float64Array(order * order);
  for (const pair of pairs) {
    const [i = 0, j = 0, w = 0] = pair.trim().split(/\s+/).map(Number);
    weights[i * order + j] = w;
    weights[j * order + i] = w;
  }
  return weights;
}
