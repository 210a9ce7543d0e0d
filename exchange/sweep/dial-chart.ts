import type { Language, Sweep, SweepPoint } from '../../engine/index.js';
import { type Canvas, fragmentOf } from '../plan/map/map-layer.js';
import {
  at,
  type ChartSize,
  chartFrame,
  dialLines,
  dialMarks,
  frameBox,
  inks,
  kneeOf,
  kneeRing,
  labelAt,
  pixelsOf,
  textOf,
} from './chart-frame.js';
import { placeLabels } from './label-places.js';
import { settingRange, settingText } from './sweep-labels.js';

/** The settings alone, each with its décroisement, the chord from which the balance is measured, and the balance. */
export function dialChart(sweep: Sweep, size: ChartSize, language: Language, canvas: Canvas): string {
  const { plot } = canvas;
  const dial = dialLines(sweep.points);
  const knee = kneeOf(sweep);
  const front = sweep.points.filter(({ kind, efficient }) => kind === 'dial' && efficient).map(at);
  const ends = [...front].sort((a, b) => a.x - b.x);
  const chord = knee ? [ends[0], ends.at(-1)].flatMap((end) => (end ? [end] : [])) : [];
  const drawing = chartFrame(dial.flat(), size, language, canvas, [
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
