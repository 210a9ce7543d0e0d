import type { Language } from '../../model/local-text.js';
import type { Experience, Need } from '../../model/territory.js';
import { parseNumber } from '../cells/read-number.js';
import { describeValue, type FindingLog } from '../findings/finding-log.js';
import { lookUpProblem, type ProblemLookup } from './problem-lookup.js';
import { intensityWord, type ProblemMention } from './problem-mentions.js';

/** What a territory declares, each problem once. */
export interface Declared {
  readonly needs: readonly Need[];
  readonly experiences: readonly Experience[];
}

/** A mention, and the territory that it is about. */
export interface OwnedMention {
  readonly territoryId: string;
  readonly mention: ProblemMention;
}

/**
 * Looks up every problem that was written down and gathers them by territory. A problem said twice
 * counts once, with the larger intensity; a text that nobody can read for sure is a question and is left out.
 */
export function declaredProblems(
  mentions: readonly OwnedMention[],
  lookup: ProblemLookup,
  language: Language,
  log: FindingLog,
): ReadonlyMap<string, Declared> {
  const scales = scalesOfColumns(mentions);
  const degrees = new Map<string, Degrees>();
  for (const { territoryId, mention } of mentions) {
    const degree = degreeOf(mention, scales, log);
    if (degree === undefined) continue;
    const own = degrees.get(territoryId) ?? { need: new Map(), experience: new Map() };
    degrees.set(territoryId, own);
    for (const problemId of problemsOf(mention, lookup, language, log)) {
      keepLarger(own[mention.nature], problemId, degree, mention, log);
    }
  }
  return new Map([...degrees].map(([territoryId, own]) => [territoryId, declaredFrom(own)]));
}

type Degrees = Record<ProblemMention['nature'], Map<string, number>>;

/** Scales that people use in place of 0..1, the narrowest first. */
const scales = [5, 10, 100] as const;

/** For each column of intensities: the scale that all its intensities fit, if any. */
function scalesOfColumns(mentions: readonly OwnedMention[]): ReadonlyMap<string, number | null> {
  const valuesOf = new Map<string, number[]>();
  for (const { mention } of mentions) {
    const value = numberIn(mention.intensity);
    if (value === undefined) continue;
    const values = valuesOf.get(columnKey(mention)) ?? [];
    valuesOf.set(columnKey(mention), values);
    values.push(value);
  }
  return new Map(
    [...valuesOf].map(([column, values]) => {
      const whole = values.every((value) => Number.isInteger(value) && value >= 0);
      const scale = scales.find((top) => whole && values.every((value) => value <= top));
      return [column, scale ?? null];
    }),
  );
}

function columnKey({ intensityAt }: ProblemMention): string {
  return `${intensityAt.tableIndex}/${intensityAt.columnIndex}`;
}

function numberIn(intensity: unknown): number | undefined {
  if (typeof intensity === 'number') return intensity;
  return typeof intensity === 'string' ? parseNumber(intensity)?.value : undefined;
}

function degreeOf(
  mention: ProblemMention,
  scaleOfColumn: ReadonlyMap<string, number | null>,
  log: FindingLog,
): number | undefined {
  const { intensity, intensityAt } = mention;
  if (intensity === undefined || intensity === null || intensity === '') return 1;
  const written = describeValue(intensity);
  const value = numberIn(intensity);
  if (value === undefined || !Number.isFinite(value)) {
    const word = intensityWord(written);
    if (word === undefined) log.add('not-a-number', { value: written }, intensityAt);
    else log.add('intensity-word', { value: written, read: word }, intensityAt);
    return word;
  }
  if (value >= 0 && value <= 1) return value + 0;
  const scale = scaleOfColumn.get(columnKey(mention)) ?? null;
  log.add('out-of-range', { value: written, min: 0, max: 1, scale }, intensityAt);
  return undefined;
}

function problemsOf(
  mention: ProblemMention,
  lookup: ProblemLookup,
  language: Language,
  log: FindingLog,
): readonly string[] {
  const { text, at } = mention;
  const reading = lookUpProblem(text, lookup);
  if (reading.outcome === 'exact') return [reading.problemId];
  if (reading.outcome === 'read') {
    const label = lookup.labels.get(reading.problemId)?.[language] ?? reading.problemId;
    const { problemId, evidence } = reading;
    log.add('problem-read-as', { text: describeValue(text), label, problemId, evidence }, at);
    return [problemId];
  }
  const parts = partsReadExactly(text, lookup);
  if (parts.length > 0) return parts;
  if (reading.outcome === 'unknown') {
    log.add('unknown-problem', { text: describeValue(text), near: reading.near }, at);
    return [];
  }
  const candidates = reading.candidates.map(({ problemId, confidence }) => ({
    id: problemId,
    label: lookup.labels.get(problemId)?.[language] ?? problemId,
    confidence: Math.round(confidence * 100) / 100,
  }));
  log.add('ambiguous-problem', { text: describeValue(text) }, at, candidates);
  return [];
}

/** "hab.vacance, mob.covoiturage": several problems between commas, when every one is known word for word. */
function partsReadExactly(text: string, lookup: ProblemLookup): string[] {
  if (!text.includes(',')) return [];
  const readings = text.split(',').map((part) => lookUpProblem(part, lookup));
  const exact = readings.flatMap((reading) => (reading.outcome === 'exact' ? [reading.problemId] : []));
  return exact.length === readings.length ? exact : [];
}

function keepLarger(
  degrees: Map<string, number>,
  problemId: string,
  degree: number,
  mention: ProblemMention,
  log: FindingLog,
): void {
  const earlier = degrees.get(problemId);
  const kept = Math.max(earlier ?? 0, degree);
  if (earlier !== undefined) log.add('need-twice', { problemId, kept }, mention.at);
  degrees.set(problemId, kept);
}

function declaredFrom({ need, experience }: Degrees): Declared {
  return {
    needs: [...need].map(([problemId, intensity]) => ({ problemId, intensity })),
    experiences: [...experience].map(([problemId, level]) => ({ problemId, level })),
  };
}
