import type * as PlotModule from '@observablehq/plot';
import type { Language, Sweep, SweepPoint } from '../../engine/index.js';
import { numberText } from '../locale/number-text.js';
import { saying } from '../locale/saying.js';
import type { Canvas } from '../plan/map/map-layer.js';
import { svgText } from '../plan/map/svg-text.js';
import type { Label, LabelPlace } from './label-places.js';
import { likenessOf } from './sweep-labels.js';

/** Dark blue, vermilion and grey: told apart in print and by colour-blind readers, marks differing in shape too. */
export const inks = { dial: '#1d3f5e', baseline: '#b5450b', near: '#6b7680', text: '#25313b' } as const;

export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

/** A point of a chart: kilometres, likeness. */
export interface Mark {
  readonly x: number;
  readonly y: number;
}

export type Drawing = ReturnType<typeof PlotModule.plot>;

export const margins = { left: 58, right: 26, top: 26, bottom: 52 } as const;

/** The frame of both charts: distance across, likeness up, extents a little wider than the marks. */
export function chartFrame(
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

export function at(point: Pick<SweepPoint, 'measures'>): Mark {
  return { x: point.measures.spreadKm, y: likenessOf(point) };
}

/** One line a weight of distance, by growing décroisement. */
export function dialLines(points: readonly SweepPoint[]): Mark[][] {
  const dial = points.filter(({ kind }) => kind === 'dial');
  const spreads = [...new Set(dial.map(({ spread }) => spread))];
  return spreads.map((spread) => dial.filter((point) => point.spread === spread).map(at));
}

export function kneeOf({ points, knee }: Sweep): Mark | undefined {
  const point = knee === null ? undefined : points[knee];
  return point && at(point);
}

export function dialMarks(lines: readonly (readonly Mark[])[], { plot }: Canvas): PlotModule.Markish[] {
  return lines.flatMap((line) => [
    plot.line(line, { x: 'x', y: 'y', stroke: inks.dial, strokeWidth: 2.5 }),
    plot.dot(line, { x: 'x', y: 'y', r: 4.5, fill: inks.dial, stroke: 'white', strokeWidth: 1 }),
  ]);
}

export function kneeRing(knee: Mark, { plot }: Canvas): PlotModule.Markish {
  return plot.dot([knee], { x: 'x', y: 'y', r: 10, stroke: inks.dial, strokeWidth: 2.5 });
}

/** From a point of the chart to its pixels. */
export function pixelsOf(drawing: Drawing): (mark: Mark) => Mark {
  const [x, y] = [drawing.scale('x'), drawing.scale('y')];
  return (mark) => ({ x: Number(x?.apply(mark.x) ?? 0), y: Number(y?.apply(mark.y) ?? 0) });
}

/** Where labels may stand. */
export function frameBox({ width, height }: ChartSize) {
  return {
    left: margins.left + 4,
    right: width - 4,
    top: margins.top - 8,
    bottom: height - margins.bottom - 4,
  };
}

export function labelAt({ x, y }: Mark, text: string, fontSize: number, gap: number, ink: string): Inked {
  return { x, y, text, fontSize, gap, ink };
}

export interface Inked extends Label {
  readonly ink: string;
}

export function textOf({ textX, textY, anchor, fontSize, ink, text }: Inked & LabelPlace): string {
  const [x, y] = [Math.round(textX * 10) / 10, Math.round(textY * 10) / 10];
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" font-size="${fontSize}" font-weight="700" fill="${ink}" stroke="#fff" stroke-width="3" paint-order="stroke">${svgText(text)}</text>`;
}
