import type { Territory } from '../../../engine/index.js';
import { cornersOf, type LonLat, type Outlines } from './outlines.js';

/** What the map shows and where it is centred. */
export interface MapFrame {
  /** territories on the map, in the order of the plan */
  readonly shown: readonly Located[];
  /** territories without a position */
  readonly unlocated: readonly Territory[];
  /** territories too far from the others for one map (overseas) */
  readonly distant: readonly Territory[];
  /** points that the frame must hold */
  readonly domain: readonly LonLat[];
  readonly centre: LonLat;
}

export interface Located {
  readonly territory: Territory;
  readonly lonLat: LonLat;
}

/**
 * Frames the territories with the outlines of their départements; all the outlines when none has
 * their codes. A territory more than 12 degrees from the median place is left to the margin.
 */
export function frameOf(territories: readonly Territory[], outlines: Outlines | null): MapFrame {
  const located = territories.flatMap((territory): Located[] =>
    territory.position ? [{ territory, lonLat: [territory.position.lon, territory.position.lat] }] : [],
  );
  const centreOfMass: LonLat = [
    median(located.map(({ lonLat }) => lonLat[0])),
    median(located.map(({ lonLat }) => lonLat[1])),
  ];
  const isNear = ({ lonLat }: Located) =>
    Math.max(Math.abs(lonLat[0] - centreOfMass[0]), Math.abs(lonLat[1] - centreOfMass[1])) <= farDegrees;
  const shown = located.filter(isNear);
  const domain = [
    ...framingCorners(
      shown.map(({ territory }) => territory),
      outlines,
    ),
    ...shown.flatMap(({ lonLat }) => around(lonLat)),
  ];
  return {
    shown,
    unlocated: territories.filter(({ position }) => position === undefined),
    distant: located.filter((place) => !isNear(place)).map(({ territory }) => territory),
    domain: domain.length > 0 ? domain : around([0, 0]),
    centre: middleOf(domain),
  };
}

const farDegrees = 12;
/** keeps a margin around the outermost territory, and a frame around a single one */
const marginDegrees = 0.12;

function framingCorners(territories: readonly Territory[], outlines: Outlines | null): LonLat[] {
  const features = outlines?.features ?? [];
  const codes = new Set(territories.flatMap(({ departments }) => departments));
  const own = features.filter(({ properties }) => codes.has(String(properties?.code)));
  return cornersOf(own.length > 0 ? own : features);
}

function around([lon, lat]: LonLat): LonLat[] {
  return [
    [lon - marginDegrees, lat - marginDegrees],
    [lon + marginDegrees, lat + marginDegrees],
  ];
}

function middleOf(points: readonly LonLat[]): LonLat {
  const middle = (values: number[]) =>
    values.length === 0
      ? 0
      : (values.reduce((low, value) => Math.min(low, value)) +
          values.reduce((high, value) => Math.max(high, value))) /
        2;
  return [middle(points.map(([lon]) => lon)), middle(points.map(([, lat]) => lat))];
}

function median(values: number[]): number {
  const sorted = values.sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
