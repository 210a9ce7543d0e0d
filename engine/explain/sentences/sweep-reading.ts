import type { Baseline, Measures } from '../../model/measures.js';
import type { Reason } from '../../model/reason.js';
import type { SweepPoint } from '../../model/sweep.js';
import { efficientFront, kneeOf } from '../measures/trade-off.js';
import { sweepSentencesEn } from './sweep-sentences.en.js';
import { sweepSentencesFr } from './sweep-sentences.fr.js';
import type { SweepCode, SweepStatements } from './sweep-statements.js';

/** within a twentieth, two ways of grouping are as good as each other */
const alike = 0.05;
/** below both, from one end to the other, the dial changes little */
const flat = { percent: 3, share: 0.05 };

/** Points as measured, before they are compared with each other. */
export type MeasuredPoint = Omit<SweepPoint, 'efficient'>;

/**
 * Compares the points of a sweep: which are efficient (likeness against distance), where the settings of the dials bend
 * most, and what that means for whoever has to choose.
 */
export function readSweep(
  measured: readonly MeasuredPoint[],
  baselines: readonly Baseline[],
): { points: SweepPoint[]; knee: number | null; reading: Reason[] } {
  const choices = measured.map(({ measures }) => ({ x: measures.spreadKm, y: measures.coherence }));
  const efficient = new Set(efficientFront(choices));
  const points = measured.map((point, k) => ({ ...point, efficient: efficient.has(k) }));
  const front = [...efficient].filter((k) => points[k]?.kind === 'dial');
  const bend = kneeOf(front.flatMap((k) => choices[k] ?? []));
  const knee = bend === null ? null : (front[bend] ?? null);
  const reading = [
    ...axisReason(points, baselines),
    ...dialReason(
      points,
      front.flatMap((k) => points[k] ?? []),
      knee === null ? undefined : points[knee],
    ),
  ];
  return { points, knee, reading };
}

function axisReason(points: readonly SweepPoint[], baselines: readonly Baseline[]): Reason[] {
  const department = baselines.find(({ method }) => method === 'department')?.measures;
  const best = mostAlike(points.filter(({ kind }) => kind === 'dial'));
  // nobody shares anything, or nobody's position is known: there are no two axes to compare
  if (!department || !best || best.coherenceByChance <= 0 || best.spreadByChanceKm <= 0) return [];
  const near = mostAlike(points.filter(({ measures }) => measures.spreadKm <= department.spreadKm));
  const gain = best.coherence / Math.max(department.coherence, 1e-12) - 1;
  return [
    state('axis-to-favour', {
      verdict: gain > alike ? 'thematic' : gain < -alike ? 'territorial' : 'alike',
      times: tenth(timesChance(best)),
      km: Math.round(best.spreadKm),
      departmentTimes: tenth(timesChance(department)),
      departmentKm: Math.round(department.spreadKm),
      nearTimes: near ? tenth(timesChance(near)) : 0,
      nearKm: near ? Math.round(near.spreadKm) : 0,
    }),
  ];
}

function dialReason(
  points: readonly SweepPoint[],
  front: readonly SweepPoint[],
  knee: SweepPoint | undefined,
): Reason[] {
  const from = front[0];
  const to = front.at(-1);
  const dial = points.filter(({ kind }) => kind === 'dial');
  if (!from || !to || dial.length < 2 || from.measures.coherenceByChance <= 0) return [];
  const [km, percent] = [gained(from, to), lost(from, to)];
  const severalSpreads = new Set(dial.map(({ spread }) => spread)).size > 1;
  const setting = ({ decoupling, spread }: SweepPoint): string =>
    severalSpreads ? `${decoupling} / ${spread}` : String(decoupling);
  if (percent < flat.percent && km < flat.share * from.measures.spreadKm)
    return [state('dial-flat', { km, percent, balance: knee ? setting(knee) : '' })];
  if (!knee) return [state('dial-even', { km, percent })];
  return [
    state('dial-knee', {
      decoupling: knee.decoupling,
      spread: knee.spread,
      from: setting(from),
      to: setting(to),
      kmBefore: gained(from, knee),
      percentBefore: lost(from, knee),
      kmAfter: gained(knee, to),
      percentAfter: lost(knee, to, from),
      severalSpreads,
    }),
  ];
}

function mostAlike(points: readonly SweepPoint[]): Measures | undefined {
  return points.reduce<Measures | undefined>(
    (best, { measures }) => (best && best.coherence >= measures.coherence ? best : measures),
    undefined,
  );
}

function timesChance({ coherence, coherenceByChance }: Measures): number {
  return coherence / coherenceByChance;
}

function gained(from: SweepPoint, to: SweepPoint): number {
  return Math.round(to.measures.spreadKm - from.measures.spreadKm);
}

/** Per cent of the likeness at `base`. */
function lost(from: SweepPoint, to: SweepPoint, base = from): number {
  return tenth((100 * (from.measures.coherence - to.measures.coherence)) / base.measures.coherence);
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

function state<Code extends SweepCode>(code: Code, facts: SweepStatements[Code]): Reason {
  return {
    code,
    facts: { ...facts },
    text: { fr: sweepSentencesFr[code](facts), en: sweepSentencesEn[code](facts) },
  };
}
