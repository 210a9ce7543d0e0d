import type { Language, Sweep, SweepPoint } from '../../engine/index.js';
import { baselineLabel, baselineOrder } from '../locale/labels.js';
import { saying } from '../locale/saying.js';
import { type Canvas, fragmentOf } from '../plan/map/map-layer.js';
import { svgText } from '../plan/map/svg-text.js';
import {
  at,
  type ChartSize,
  chartFrame,
  type Drawing,
  dialLines,
  dialMarks,
  frameBox,
  inks,
  kneeOf,
  kneeRing,
  labelAt,
  type Mark,
  margins,
  pixelsOf,
  textOf,
} from './chart-frame.js';
import { placeLabels } from './label-places.js';
import { settingRange } from './sweep-labels.js';

/**
 * Likeness against distance, the whole of it: from workshops of neighbours to the settings of the dials, with the other
 * methods as labelled marks.
 */
export function tradeOffChart(sweep: Sweep, size: ChartSize, language: Language, canvas: Canvas): string {
  const say = saying(language);
  const { plot } = canvas;
  const dial = dialLines(sweep.points);
  const near = nearLine(sweep.points);
  const methods = baselineOrder.flatMap((method) =>
    sweep.baselines
      .filter((baseline) => baseline.method === method)
      .map((baseline) => ({ ...at(baseline), method, label: baselineLabel(method, language) })),
  );
  const knee = kneeOf(sweep);
  const drawing = chartFrame([...dial.flat(), ...near, ...methods], size, language, canvas, [
    plot.ruleY([1], { stroke: '#8b949c', strokeDasharray: '2,4' }),
    plot.line(near, { x: 'x', y: 'y', stroke: inks.near, strokeWidth: 2, strokeDasharray: '6,4' }),
    plot.dot(near, { x: 'x', y: 'y', r: 3.5, fill: 'white', stroke: inks.near, strokeWidth: 1.5 }),
    ...dialMarks(dial, canvas),
    plot.dot(methods, {
      x: 'x',
      y: 'y',
      r: 7,
      symbol: ({ method }: (typeof methods)[number]) => symbols[method],
      fill: inks.baseline,
      stroke: 'white',
      strokeWidth: 1,
    }),
    ...(knee ? [kneeRing(knee, canvas)] : []),
  ]);
  const onto = pixelsOf(drawing);
  const [from, to] = [dial.at(0)?.[0], dial.at(-1)?.at(-1)];
  const marks = [...dial.flat(), ...near, ...methods].map(onto);
  const labels = placeLabels(
    [
      ...(knee ? [labelAt(onto(knee), say('point d’équilibre', 'balance'), 14, 20, inks.dial)] : []),
      ...methods.map((method) => labelAt(onto(method), method.label, 14, 12, inks.baseline)),
      ...(from && to ? [labelAt(onto(from), dialText(sweep, language), 13.5, 14, inks.dial)] : []),
      ...(near[0]
        ? [labelAt(onto(near[0]), say('voisinage favorisé', 'nearness favoured'), 13, 12, inks.near)]
        : []),
    ],
    marks,
    [...dial, near].map((line) => line.map(onto)),
    frameBox(size),
  );
  return `${fragmentOf(drawing)}${labels.map(textOf).join('')}${chanceLabel(drawing, language)}`;
}

const symbols = { department: 'square', random: 'cross', louvain: 'triangle', kmeans: 'diamond' } as const;

/** From the nearest to the first setting of the dials. */
function nearLine(points: readonly SweepPoint[]): Mark[] {
  const near = points.filter(({ kind }) => kind === 'nearness').map(at);
  const first = points.find(({ kind }) => kind === 'dial');
  return near.length > 0 && first ? [...near.reverse(), at(first)] : [];
}

function dialText({ points }: Sweep, language: Language): string {
  const range = settingRange(
    points.filter(({ kind }) => kind === 'dial').map(({ decoupling }) => decoupling),
    language,
  );
  return `décroisement ${range}`;
}

function chanceLabel(drawing: Drawing, language: Language): string {
  const y = Number(drawing.scale('y')?.apply(1) ?? 0) - 5;
  return `<text x="${margins.left + 6}" y="${Math.round(y)}" font-size="12" fill="#51606e">${svgText(saying(language)('le hasard', 'chance'))}</text>`;
}
