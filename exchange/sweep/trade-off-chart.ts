import type * as PlotModule from '@observablehq/plot';
import type { Language, Sweep, SweepPoint } from '../../engine/index.js';
import { baselineLabel, baselineOrder } from '../locale/labels.js';
import { numberText } from '../locale/number-text.js';
import { saying } from '../locale/saying.js';
import { type Canvas, fragmentOf } from '../plan/map/map-layer.js';
import { svgText } from '../plan/map/svg-text.js';
import { type Label, type LabelPlace, placeLabels } from './label-places.js';
import { likenessOf, settingText } from './sweep-labels.js';

/** Dark blue, vermilion and grey: told apart in print and by colour-blind readers, marks differing in shape too. */
export const inks = { dial: '#1d3f5e', baseline: '#b5450b', near: '#6b7680', text: '#25313b' } as const;

export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

interface Mark {
  readonly x: number;
  readonly y: number;
}

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
  const drawing = frameOf([...dial.flat(), ...near, ...methods], size, language, canvas, [
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

/** The settings alone, each with its décroisement, the chord from which the balance is measured, and the balance. */
export function dialChart(sweep: Sweep, size: ChartSize, language: Language, canvas: Canvas): string {
  const { plot } = canvas;
  const dial = dialLines(sweep.points);
  const knee = kneeOf(sweep);
  const front = sweep.points.filter(({ kind, efficient }) => kind === 'dial' && efficient).map(at);
  const ends = [...front].sort((a, b) => a.x - b.x);
  const chord = knee ? [ends[0], ends.at(-1)].flatMap((end) => (end ? [end] : [])) : [];
  const drawing = frameOf(dial.flat(), size, language, canvas, [
    plot.line(chord, { x: 'x', y: 'y', stroke: inks.near, strokeDasharray: '2,4' }),
    ...dialMarks(dial, canvas),
    ...(knee ? [kneeRing(knee, canvas)] : []),
  ]);
  const onto = pixelsOf(drawing);
  const several = dial.length > 1;
  const labels = placeLabels(
    distinct(sweep.points.filter(({ kind }) => kind === 'dial')).map(({ point, decouplings }) =>
      labelAt(
        onto(at(point)),
        settingRange(decouplings, language) + (several ? ` (${settingText(point.spread, language)})` : ''),
        12.5,
        11,
        inks.dial,
      ),
    ),
    dial.flat().map(onto),
    dial.map((line) => line.map(onto)),
    frameBox(size),
  );
  return `${fragmentOf(drawing)}${labels.map(textOf).join('')}`;
}

const symbols = { department: 'square', random: 'cross', louvain: 'triangle', kmeans: 'diamond' } as const;
const margins = { left: 58, right: 26, top: 26, bottom: 52 } as const;

function at(point: Pick<SweepPoint, 'measures'>): Mark {
  return { x: point.measures.spreadKm, y: likenessOf(point) };
}

/** One line a weight of distance, by growing décroisement. */
function dialLines(points: readonly SweepPoint[]): Mark[][] {
  const dial = points.filter(({ kind }) => kind === 'dial');
  const spreads = [...new Set(dial.map(({ spread }) => spread))];
  return spreads.map((spread) => dial.filter((point) => point.spread === spread).map(at));
}

/** From the nearest to the first setting of the dials. */
function nearLine(points: readonly SweepPoint[]): Mark[] {
  const near = points.filter(({ kind }) => kind === 'nearness').map(at);
  const first = points.find(({ kind }) => kind === 'dial');
  return near.length > 0 && first ? [...near.reverse(), at(first)] : [];
}

function kneeOf({ points, knee }: Sweep): Mark | undefined {
  const point = knee === null ? undefined : points[knee];
  return point && at(point);
}

type Drawing = ReturnType<typeof PlotModule.plot>;

function frameOf(
  marks: readonly Mark[],
  size: ChartSize,
  language: Language,
  { plot, document }: Canvas,
  content: PlotModule.Markish[],
): Drawing {
  const say = saying(language);
  return plot.plot({
    document,
    className: 'carte',
    ...size,
    marginLeft: margins.left,
    marginRight: margins.right,
    marginTop: margins.top,
    marginBottom: margins.bottom,
    x: {
      domain: padded(
        marks.map(({ x }) => x),
        2,
      ),
      ticks: 6,
      tickFormat: (value: number) => numberText(value, 0, language),
      label: null,
    },
    y: {
      domain: padded(
        marks.map(({ y }) => y),
        0.02,
      ),
      grid: true,
      ticks: 6,
      tickFormat: (value: number) => numberText(value, decimalsFor(marks), language),
      label: null,
    },
    marks: [
      ...content,
      plot.text(
        [
          say(
            'éloignement moyen entre membres d’un atelier (km) →',
            'mean distance between members of a workshop (km) →',
          ),
        ],
        {
          frameAnchor: 'bottom-right',
          dy: 42,
          textAnchor: 'end',
          lineAnchor: 'bottom',
          fill: inks.text,
          fontSize: 13,
        },
      ),
      plot.text([say('↑ ressemblance (1 = le hasard)', '↑ likeness (1 = chance)')], {
        frameAnchor: 'top-left',
        dx: -margins.left + 4,
        dy: -14,
        textAnchor: 'start',
        lineAnchor: 'bottom',
        fill: inks.text,
        fontSize: 13,
      }),
    ],
  } as PlotModule.PlotOptions);
}

function decimalsFor(marks: readonly Mark[]): number {
  const ys = marks.map(({ y }) => y);
  const extent = Math.max(...ys) - Math.min(...ys);
  return extent > 0.6 ? 1 : extent > 0.03 ? 2 : 3;
}

/** A twelfth more at each end, and never an extent of nothing. */
function padded(values: readonly number[], least: number): [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const pad = Math.max(least, (high - low) / 12);
  return [low - pad, high + pad];
}

function dialMarks(lines: readonly (readonly Mark[])[], { plot }: Canvas): PlotModule.Markish[] {
  return lines.flatMap((line) => [
    plot.line(line, { x: 'x', y: 'y', stroke: inks.dial, strokeWidth: 2.5 }),
    plot.dot(line, { x: 'x', y: 'y', r: 4.5, fill: inks.dial, stroke: 'white', strokeWidth: 1 }),
  ]);
}

function kneeRing(knee: Mark, { plot }: Canvas): PlotModule.Markish {
  return plot.dot([knee], { x: 'x', y: 'y', r: 10, stroke: inks.dial, strokeWidth: 2.5 });
}

/** Points at one place share a label. */
function distinct(points: readonly SweepPoint[]): { point: SweepPoint; decouplings: number[] }[] {
  const places = new Map<string, { point: SweepPoint; decouplings: number[] }>();
  for (const point of points) {
    const { x, y } = at(point);
    const key = `${x}/${y}/${point.spread}`;
    const known = places.get(key);
    if (known) known.decouplings.push(point.decoupling);
    else places.set(key, { point, decouplings: [point.decoupling] });
  }
  return [...places.values()];
}

function settingRange(decouplings: readonly number[], language: Language): string {
  const [low = 0, high = low] = [Math.min(...decouplings), Math.max(...decouplings)];
  const text = settingText(low, language);
  return low === high
    ? text
    : saying(language)(
        `${text} à ${settingText(high, language)}`,
        `${text} to ${settingText(high, language)}`,
      );
}

function dialText({ points }: Sweep, language: Language): string {
  const range = settingRange(
    points.filter(({ kind }) => kind === 'dial').map(({ decoupling }) => decoupling),
    language,
  );
  return `décroisement ${range}`;
}

function pixelsOf(drawing: Drawing): (mark: Mark) => Mark {
  const [x, y] = [drawing.scale('x'), drawing.scale('y')];
  return (mark) => ({ x: Number(x?.apply(mark.x) ?? 0), y: Number(y?.apply(mark.y) ?? 0) });
}

function frameBox({ width, height }: ChartSize) {
  return {
    left: margins.left + 4,
    right: width - 4,
    top: margins.top - 8,
    bottom: height - margins.bottom - 4,
  };
}

function labelAt({ x, y }: Mark, text: string, fontSize: number, gap: number, ink: string): Inked {
  return { x, y, text, fontSize, gap, ink };
}

interface Inked extends Label {
  readonly ink: string;
}

function textOf({ textX, textY, anchor, fontSize, ink, text }: Inked & LabelPlace): string {
  const [x, y] = [Math.round(textX * 10) / 10, Math.round(textY * 10) / 10];
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" font-size="${fontSize}" font-weight="700" fill="${ink}" stroke="#fff" stroke-width="3" paint-order="stroke">${svgText(text)}</text>`;
}

function chanceLabel(drawing: Drawing, language: Language): string {
  const y = Number(drawing.scale('y')?.apply(1) ?? 0) - 5;
  return `<text x="${margins.left + 6}" y="${Math.round(y)}" font-size="12" fill="#51606e">${svgText(saying(language)('le hasard', 'chance'))}</text>`;
}
