import type * as PlotModule from '@observablehq/plot';
import type { PlanLookup } from '../tables/plan-lookup.js';
import { workshopColour } from '../workshop-colours.js';
import type { Located, MapFrame } from './map-frame.js';
import type { Outlines } from './outlines.js';
import { type Point, spreadDots } from './spread-dots.js';
import { xmlCharacters } from './svg-text.js';

/** What drawing needs: the plotting library and a document to draw in. */
export interface Canvas {
  readonly plot: typeof PlotModule;
  readonly document: unknown;
}

/** A territory drawn on the map, in pixels of the map. */
export interface MapDot extends Point {
  readonly name: string;
  /** from 1, ascending; none when it sits in no workshop */
  readonly workshops: readonly number[];
}

export interface MapLayer {
  /** the département outlines, an SVG fragment */
  readonly outlines: string;
  /** links, dots and numbers, an SVG fragment */
  readonly overlay: string;
  readonly dots: readonly MapDot[];
  readonly radius: number;
}

/** Draws outlines, then the links of each workshop from its middle to its members, then numbered dots. */
export function mapLayer(
  frame: MapFrame,
  outlines: Outlines | null,
  lookup: PlanLookup,
  size: { readonly width: number; readonly height: number },
  canvas: Canvas,
): MapLayer {
  const radius = radiusFor(frame.shown.length);
  const base = projected(frame, outlines, size, canvas);
  const spread = spreadDots(base.places, 2 * radius + 1.5);
  const dots = frame.shown.map(
    ({ territory }, i): MapDot => ({
      ...(spread[i] ?? { x: 0, y: 0 }),
      name: xmlCharacters(territory.name),
      workshops: lookup.workshopNumbers(territory.id),
    }),
  );
  return { outlines: base.outlines, overlay: overlayOf(dots, radius, size, canvas), dots, radius };
}

/** Pixels; a number fits in a dot of 7 and more. */
function radiusFor(count: number): number {
  if (count <= 30) return 12;
  if (count <= 100) return 10;
  if (count <= 220) return 7.5;
  return count <= 500 ? 5 : 3;
}

/** Outlines and places under one projection: equal area, centred on what is shown. */
function projected(frame: MapFrame, outlines: Outlines | null, size: Size, { plot, document }: Canvas) {
  const places: Point[] = [];
  const drawing = plot.plot({
    document,
    className: 'carte',
    ...size,
    margin: 0,
    projection: {
      type: 'azimuthal-equal-area',
      rotate: [-frame.centre[0], -frame.centre[1]],
      domain: { type: 'MultiPoint', coordinates: frame.domain },
      inset: 16,
    },
    marks: [
      ...(outlines ? [plot.geo(outlines, { fill: '#eef0f2', stroke: '#b5bdc5', strokeWidth: 1 })] : []),
      plot.dot(frame.shown as Located[], {
        x: (place: Located) => place.lonLat[0],
        y: (place: Located) => place.lonLat[1],
        // only to learn where the projection puts them: the dots themselves are spread, then drawn
        render: (index: number[], _scales: unknown, values: { x?: number[]; y?: number[] }) => {
          for (const i of index) places[i] = { x: values.x?.[i] ?? 0, y: values.y?.[i] ?? 0 };
          return null;
        },
      }),
    ],
  } as PlotModule.PlotOptions);
  return { places, outlines: fragmentOf(drawing) };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function overlayOf(dots: readonly MapDot[], radius: number, size: Size, { plot, document }: Canvas): string {
  const placed = dots.flatMap((dot) => dot.workshops.map((workshop): Placed => ({ ...dot, workshop })));
  const middles = middlesOf(placed);
  const drawing = plot.plot({
    document,
    className: 'carte',
    ...size,
    margin: 0,
    projection: 'identity',
    marks: [
      plot.link(placed, {
        x1: ({ workshop }: Placed) => middles.get(workshop)?.x,
        y1: ({ workshop }: Placed) => middles.get(workshop)?.y,
        x2: 'x',
        y2: 'y',
        stroke: ({ workshop }: Placed) => workshopColour(workshop),
        strokeWidth: Math.max(0.8, radius / 6),
        // hundreds of links would hide the dots: they fade where numbers no longer fit
        strokeOpacity: radius < 7 ? 0.12 : 0.45,
      }),
      plot.dot(dots, {
        x: 'x',
        y: 'y',
        r: radius,
        fill: colourOf,
        stroke: 'white',
        strokeWidth: 1.2,
        title: 'name',
      }),
      ...(radius < 7
        ? []
        : [
            plot.text(dots, {
              x: 'x',
              y: 'y',
              text: labelOf,
              fill: 'white',
              fontSize: radius * 1.15,
              fontWeight: 700,
            }),
          ]),
    ],
  } as PlotModule.PlotOptions);
  return fragmentOf(drawing);
}

/** A territory in one of its workshops. */
interface Placed extends MapDot {
  readonly workshop: number;
}

/** Grey for a territory in no workshop, dark for one in several: its links and the small maps tell which. */
function colourOf({ workshops: [first, ...others] }: MapDot): string {
  if (first === undefined) return '#8b949c';
  return others.length === 0 ? workshopColour(first) : '#25313b';
}

/** The number of its workshop; in several, how many of them. */
function labelOf({ workshops }: MapDot): string {
  if (workshops.length === 0) return '–';
  return workshops.length === 1 ? String(workshops[0]) : `×${workshops.length}`;
}

function middlesOf(placed: readonly Placed[]): Map<number, Point> {
  const groups = new Map<number, Placed[]>();
  for (const dot of placed) groups.set(dot.workshop, [...(groups.get(dot.workshop) ?? []), dot]);
  const mean = (values: number[]) =>
    Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 10) / 10;
  return new Map(
    [...groups].map(([workshop, group]) => [
      workshop,
      { x: mean(group.map(({ x }) => x)), y: mean(group.map(({ y }) => y)) },
    ]),
  );
}

/** What a drawing holds, without the style sheet meant for web pages, with the text settings of its root. */
export function fragmentOf(drawing: { innerHTML: string }): string {
  const content = drawing.innerHTML.replace(/<style>[\s\S]*?<\/style>/, '');
  return `<g text-anchor="middle">${content}</g>`;
}
