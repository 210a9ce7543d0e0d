/**
 * How well free titles find their problem: 1,530 projects of the Fonds vert 2023 in Occitanie, whose measure
 * is known. Vocabulary was written looking at the development half only; the held-out half says what it is worth.
 * Run: npm run build && node dist/benchmarks/quality/text-to-problems.js
 */
import { defaultTaxonomy } from '../../data/default-data.js';
import { createProblemMatcher, type ProblemCandidate } from '../../engine/index.js';
import { sharedData, writeResult } from '../result-file.js';
import { type FundedTitle, readFundedTitles } from './funded-titles.js';
import { createPlainMatcher } from './plain-synonyms.js';

type Matcher = (text: string) => ProblemCandidate[];

const confidenceBands = [0, 0.25, 0.5, 0.75, 0.9, 1];

const data = readFundedTitles(sharedData);
if (data === undefined) {
  console.log(`text-to-problems: no data in ${sharedData} (set DECROISE_SHARED); nothing measured.`);
} else {
  const samples = samplesOf(data.titles);
  const plain = createPlainMatcher(data.plainProblems);
  const taxonomy = defaultTaxonomy();
  const shipped = createPlainMatcher(taxonomy.themes.flatMap(({ problems }) => problems));
  const matcher = createProblemMatcher(taxonomy);
  const result = {
    counting:
      'shares of all titles: any = at least one candidate; expected = the expected problem is among the candidates; ' +
      'top1 = it is the first. precision = top1 / any. candidates = mean number per title.',
    plainSynonyms: mapValues(samples, (titles) => figuresOf(titles, plain)),
    plainShippedVocabulary: mapValues(samples, (titles) => figuresOf(titles, shipped)),
    matcher: mapValues(samples, (titles) => figuresOf(titles, matcher)),
    calibration: mapValues(samples, (titles) => calibrationOf(titles, matcher)),
    perMeasureHeldOut: perProblem(samples.heldOut, matcher),
    speed: speedOf(data.titles, matcher),
  };
  print(result);
  writeResult('text-to-problems', result);
}

/** Some titles recur word for word in other dossiers: the last sample leaves out those the development half holds. */
function samplesOf(titles: readonly FundedTitle[]) {
  const development = titles.filter(({ half }) => half === 'development');
  const heldOut = titles.filter(({ half }) => half === 'heldOut');
  const seen = new Set(development.map(({ title }) => title.trim().toLowerCase()));
  const heldOutUnseen = heldOut.filter(({ title }) => !seen.has(title.trim().toLowerCase()));
  return { all: titles, development, heldOut, heldOutUnseen };
}

function figuresOf(titles: readonly FundedTitle[], match: Matcher) {
  let any = 0;
  let expectedFound = 0;
  let first = 0;
  let candidates = 0;
  for (const { title, expected } of titles) {
    const found = match(title);
    candidates += found.length;
    if (found.length > 0) any++;
    if (found.some(({ problemId }) => problemId === expected)) expectedFound++;
    if (found[0]?.problemId === expected) first++;
  }
  return {
    titles: titles.length,
    any: share(any, titles.length),
    expected: share(expectedFound, titles.length),
    top1: share(first, titles.length),
    precision: share(first, any),
    candidates: Math.round((100 * candidates) / titles.length) / 100,
  };
}

/** By confidence of the first candidate: how many there are, and how many of them are right. */
function calibrationOf(titles: readonly FundedTitle[], match: Matcher) {
  const first = titles.flatMap(({ title, expected }) => {
    const best = match(title)[0];
    return best === undefined ? [] : [{ confidence: best.confidence, right: best.problemId === expected }];
  });
  const band = (from: number, to: number) => {
    const inside = first.filter(({ confidence }) => confidence >= from && (confidence < to || to === 1));
    const right = inside.filter((answer) => answer.right).length;
    const sum = inside.reduce((total, { confidence }) => total + confidence, 0);
    return {
      from,
      to,
      titles: inside.length,
      meanConfidence: share(sum, inside.length),
      right: share(right, inside.length),
    };
  };
  const bands = confidenceBands.slice(1).map((to, k) => band(confidenceBands[k] ?? 0, to));
  return { bands, from75: band(0.75, 1) };
}

function perProblem(titles: readonly FundedTitle[], match: Matcher) {
  const problems = [...new Set(titles.map(({ expected }) => expected))].sort();
  return Object.fromEntries(
    problems.map((problem) => [
      problem,
      figuresOf(
        titles.filter(({ expected }) => expected === problem),
        match,
      ),
    ]),
  );
}

/** Least and median of nine passes, after one to warm up. */
function speedOf(titles: readonly FundedTitle[], match: Matcher) {
  const taxonomy = defaultTaxonomy();
  let sink = 0;
  const buildMs = timesOf(1, () => {
    sink += createProblemMatcher(taxonomy)('').length;
  });
  const titleMs = timesOf(titles.length, () => {
    for (const { title } of titles) sink += match(title).length;
  });
  return { buildMs, titleMs, candidatesSeen: sink };
}

function timesOf(items: number, pass: () => void): { least: number; median: number } {
  pass();
  const times = Array.from({ length: 9 }, () => {
    const start = performance.now();
    pass();
    return (performance.now() - start) / items;
  });
  times.sort((a, b) => a - b);
  return { least: rounded(times[0] ?? 0), median: rounded(times[4] ?? 0) };
}

type Figures = ReturnType<typeof figuresOf>;
type Sample = keyof ReturnType<typeof samplesOf>;

function print(result: {
  plainSynonyms: Record<Sample, Figures>;
  plainShippedVocabulary: Record<Sample, Figures>;
  matcher: Record<Sample, Figures>;
  calibration: Record<Sample, ReturnType<typeof calibrationOf>>;
  perMeasureHeldOut: Record<string, Figures>;
  speed: object;
}): void {
  console.log('plain list of synonyms');
  console.table(result.plainSynonyms);
  console.log('plain list, with the words of the shipped taxonomy');
  console.table(result.plainShippedVocabulary);
  console.log('matcher');
  console.table(result.matcher);
  console.log('held-out half, by expected problem');
  console.table(result.perMeasureHeldOut);
  console.log('held-out half, by confidence of the first candidate');
  console.table(result.calibration.heldOut.bands);
  console.table([result.calibration.heldOut.from75, result.calibration.all.from75]);
  console.log(result.speed);
}

function mapValues<K extends string, V, W>(record: Record<K, V>, change: (value: V) => W): Record<K, W> {
  return Object.fromEntries(Object.entries<V>(record).map(([key, value]) => [key, change(value)])) as Record<
    K,
    W
  >;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((1000 * part) / whole) / 1000;
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 1000) / 1000;
}
