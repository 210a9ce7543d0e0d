import type * as PlotModule from '@observablehq/plot';
import type { Language, Plan } from '../../../engine/index.js';
import { saying } from '../../locale/saying.js';
import {
  type MeasureLine,
  type MeasureUnit,
  measureColumns,
  measureLines,
  measureText,
} from '../tables/measure-lines.js';
import { type Canvas, fragmentOf } from './map-layer.js';
import { svgText } from './svg-text.js';

export const chartHeight = 128;

/**
 * Four small bar charts, our plan beside the other methods: likeness, what of it distance does not
 * explain, distance, pairs of one département. Fragments of `width` × `chartHeight` pixels, in that order.
 */
export function comparisonCharts(plan: Plan, width: number, language: Language, canvas: Canvas): string[] {
  const columns = measureColumns(plan, language);
  const byUnit = (unit: MeasureUnit) => measureLines(plan, language).find((line) => line.unit === unit);
  const say = saying(language);
  const charts: [MeasureLine | undefined, string][] = [
    [byUnit('times'), say('Se ressemblent-ils plus que le hasard ?', 'Are they more alike than chance?')],
    [byUnit('decimal'), say('Au-delà de ce que la distance explique', 'Beyond what distance explains')],
    [byUnit('km'), say('À quelle distance sont-ils ?', 'How far apart are they?')],
    [
      byUnit('percent'),
      say('Combien de paires d’un même département ?', 'How many pairs of one département?'),
    ],
  ];
  return charts.flatMap(([line, title]) =>
    line ? [chartTitle(title) + bars(line, columns, width, language, canvas)] : [],
  );
}

function chartTitle(text: string): string {
  return `<text x="0" y="14" font-size="14" font-weight="700" fill="#1d3f5e">${svgText(text)}</text>`;
}

function bars(
  { values, unit }: MeasureLine,
  columns: readonly string[],
  width: number,
  language: Language,
  { plot, document }: Canvas,
): string {
  const rows = columns.map((name, place) => ({
    name,
    value: values[place] ?? 0,
    text: measureText(values[place] ?? null, unit, language),
    ours: place === 0,
  }));
  const drawing = plot.plot({
    document,
    className: 'carte',
    width,
    height: chartHeight - 24,
    marginTop: 24,
    marginLeft: 112,
    marginRight: 66,
    marginBottom: 0,
    fontSize: 12.5,
    x: { axis: null, domain: domainOf(rows.map(({ value }) => value)) },
    y: { axis: null, domain: columns, padding: 0.28 },
    marks: [
      plot.barX(rows, { x: 'value', y: 'name', fill: (row: Row) => (row.ours ? '#1d3f5e' : '#b9c4ce') }),
      // Plot takes one font weight a mark: our row is written apart, in bold
      ...[rows.slice(0, 1), rows.slice(1)].flatMap((part, place) => {
        const style = { y: 'name', fill: '#25313b', fontWeight: place === 0 ? 700 : 400 };
        return [
          plot.text(part, { ...style, text: 'name', frameAnchor: 'left', textAnchor: 'end', dx: -8 }),
          plot.text(part, {
            ...style,
            x: ({ value }: Row) => Math.max(0, value),
            text: 'text',
            textAnchor: 'start',
            dx: 6,
          }),
        ];
      }),
    ],
  } as PlotModule.PlotOptions);
  return `<g font-size="12.5">${fragmentOf(drawing)}</g>`;
}

/** Bars start at zero; a measure below it keeps its room on the left. */
function domainOf(values: readonly number[]): [number, number] {
  return [Math.min(0, ...values), Math.max(1e-9, ...values)];
}

interface Row {
  readonly value: number;
  readonly ours: boolean;
}
