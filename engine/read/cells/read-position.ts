import { type Position, positionSchema } from '../../model/territory.js';
import { describeValue, type FindingLog } from '../findings/finding-log.js';
import { type Cell, cellOf, type SheetRow } from '../tables/sheets.js';
import { numberOf } from './read-number.js';

/** The position of a row, from a latitude and a longitude or from one object; undefined where it has none. */
export function positionOf(row: SheetRow, log: FindingLog): Position | undefined {
  const whole = cellOf(row, 'position');
  if (whole) return ofObject(whole, log);
  const latCell = cellOf(row, 'lat');
  const lonCell = cellOf(row, 'lon');
  const lat = latCell && numberOf(latCell, log);
  const lon = lonCell && numberOf(lonCell, log);
  if (latCell && lonCell) {
    return lat === undefined || lon === undefined ? undefined : checked({ lat, lon }, latCell, lonCell, log);
  }
  const alone = latCell ?? lonCell;
  if (alone) log.add('half-position', { missing: latCell ? 'lon' : 'lat' }, alone);
  return undefined;
}

/** Mainland France and Corsica, for guesses only: positions elsewhere are as good. */
const france = { lat: [41, 51.5], lon: [-5.5, 10] } as const;
const bounds = { lat: 90, lon: 180 } as const;

function ofObject(cell: Cell, log: FindingLog): Position | undefined {
  const read = positionSchema.safeParse(cell.value);
  if (read.success) {
    const { lat, lon, approximate } = read.data;
    const position = checked({ lat, lon }, cell, cell, log);
    return position && approximate !== undefined ? { ...position, approximate } : position;
  }
  log.add('not-a-number', { value: describeValue(cell.value) }, cell);
  return undefined;
}

function checked(position: Position, latCell: Cell, lonCell: Cell, log: FindingLog): Position | undefined {
  const { lat, lon } = position;
  const latFits = fits('lat', lat, latCell, log);
  const lonFits = fits('lon', lon, lonCell, log);
  if (!latFits || !lonFits) return undefined;
  if (inside(france.lat, lon) && inside(france.lon, lat)) {
    log.add('coordinates-swapped', { lat, lon }, latCell, [
      { id: `${lon};${lat}`, label: `lat ${lon}, lon ${lat}`, confidence: 0.95 },
      { id: `${lat};${lon}`, label: `lat ${lat}, lon ${lon}`, confidence: 0.05 },
    ]);
    return undefined;
  }
  return position;
}

function fits(axis: 'lat' | 'lon', value: number, cell: Cell, log: FindingLog): boolean {
  if (Math.abs(value) <= bounds[axis]) return true;
  // a decimal sign that got lost: 430 for 43.0, 436045 for 43.6045
  const guess = [10, 100, 1e3, 1e4, 1e5, 1e6, 1e7]
    .map((factor) => value / factor)
    .find((shifted) => inside(france[axis], shifted));
  log.add('coordinate-out-of-range', { axis, value: describeValue(cell.value), guess: guess ?? null }, cell);
  return false;
}

function inside([least, most]: readonly [number, number], value: number): boolean {
  return value >= least && value <= most;
}
