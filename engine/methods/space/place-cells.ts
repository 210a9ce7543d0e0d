import type { Positions } from '../../model/positions.js';
import { unitVectors } from './great-circle.js';

/**
 * Places gathered in cells of nearly equal numbers, so that work on pairs of cells stands for work on pairs of
 * places. Places of unknown position, if they must be gathered, share one cell.
 */
export interface PlaceCells {
  readonly count: number;
  /** cell of each place */
  readonly cellOf: Uint32Array;
  /** number of places of each cell, at least 1 */
  readonly sizes: Uint32Array;
  /** 1 where the places of the cell have a position */
  readonly located: Uint8Array;
  /** mean unit vector of each cell: x, y, z at 3a, 3a + 1, 3a + 2 */
  readonly centres: Float64Array;
  /** mean squared chord from the places of each cell to its centre */
  readonly spreads: Float64Array;
}

/**
 * Cuts places into at most `mostCells` cells (≥ 2); each place has its own if there are no more places than that.
 *
 * Cells come from halving the places across the widest of the three axes of the unit sphere (the k-d tree of
 * Bentley 1975, 10.1145/361002.361007), ties by index: the same positions give the same cells.
 *
 * @throws EngineError `position-not-usable`
 */
export function placeCells(positions: Positions, mostCells: number): PlaceCells {
  const vectors = unitVectors(positions);
  const order = positions.lat.length;
  if (order <= mostCells) {
    const alone = Uint32Array.from({ length: order }, (_, i) => i);
    return described(alone, order, vectors);
  }
  const cellOf = new Uint32Array(order);
  const known = Uint32Array.from({ length: order }, (_, i) => i).filter(
    (i) => !Number.isNaN(vectors[3 * i]!),
  );
  const kept = known.length < order ? mostCells - 1 : mostCells;
  let count = halve(known, vectors, Math.min(kept, known.length), cellOf);
  if (known.length < order) {
    for (let i = 0; i < order; i++) if (Number.isNaN(vectors[3 * i]!)) cellOf[i] = count;
    count++;
  }
  return described(cellOf, count, vectors);
}

/** Cells cut further by community: the places of each new one share cell and community; numbered by smallest member. */
export function splitCells(cells: PlaceCells, communities: Uint32Array, positions: Positions): PlaceCells {
  const numbers = new Map<string, number>();
  const cellOf = cells.cellOf.map((cell, i) => {
    const key = `${cell} ${communities[i]}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  });
  return described(cellOf, numbers.size, unitVectors(positions));
}

/** Numbers the cells of `places` from 0 as the halving meets them; returns how many. */
function halve(places: Uint32Array, vectors: Float64Array, cells: number, cellOf: Uint32Array): number {
  const pending = cells > 0 ? [{ from: 0, to: places.length, cells }] : [];
  let count = 0;
  for (let part = pending.pop(); part; part = pending.pop()) {
    if (part.cells === 1) {
      for (let at = part.from; at < part.to; at++) cellOf[places[at]!] = count;
      count++;
      continue;
    }
    const low = part.cells >>> 1;
    const cut = part.from + Math.round(((part.to - part.from) * low) / part.cells);
    selectLowest(places, part.from, part.to, cut, vectors, widestAxis(places, part.from, part.to, vectors));
    pending.push({ from: cut, to: part.to, cells: part.cells - low });
    pending.push({ from: part.from, to: cut, cells: low });
  }
  return count;
}

function widestAxis(places: Uint32Array, from: number, to: number, vectors: Float64Array): number {
  let widest = 0;
  let width = -1;
  for (let axis = 0; axis < 3; axis++) {
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (let at = from; at < to; at++) {
      const value = vectors[3 * places[at]! + axis]!;
      if (value < low) low = value;
      if (value > high) high = value;
    }
    if (high - low <= width) continue;
    width = high - low;
    widest = axis;
  }
  return widest;
}

/** Brings the `cut − from` lowest along an axis to the front, ties by index (Hoare 1961, 10.1145/366622.366647). */
function selectLowest(
  places: Uint32Array,
  from: number,
  to: number,
  cut: number,
  vectors: Float64Array,
  axis: number,
): void {
  let low = from;
  let high = to - 1;
  while (low < high) {
    const pivot = places[(low + high) >>> 1]!;
    const value = vectors[3 * pivot + axis]!;
    let left = low;
    let right = high;
    while (left <= right) {
      while (before(vectors[3 * places[left]! + axis]!, places[left]!, value, pivot)) left++;
      while (before(value, pivot, vectors[3 * places[right]! + axis]!, places[right]!)) right--;
      if (left > right) break;
      const held = places[left]!;
      places[left++] = places[right]!;
      places[right--] = held;
    }
    if (cut <= right) high = right;
    else if (cut >= left) low = left;
    else return;
  }
}

function before(value: number, index: number, otherValue: number, otherIndex: number): boolean {
  return value < otherValue || (value === otherValue && index < otherIndex);
}

function described(cellOf: Uint32Array, count: number, vectors: Float64Array): PlaceCells {
  const sizes = new Uint32Array(count);
  const centres = new Float64Array(3 * count);
  const spreads = new Float64Array(count);
  for (let i = 0; i < cellOf.length; i++) {
    const a = cellOf[i]!;
    sizes[a] = sizes[a]! + 1;
    for (let axis = 0; axis < 3; axis++)
      centres[3 * a + axis] = centres[3 * a + axis]! + vectors[3 * i + axis]!;
  }
  for (let at = 0; at < centres.length; at++) centres[at] = centres[at]! / sizes[Math.floor(at / 3)]!;
  for (let i = 0; i < cellOf.length; i++) {
    const a = cellOf[i]!;
    if (sizes[a] === 1) continue;
    let squared = 0;
    for (let axis = 0; axis < 3; axis++) squared += (vectors[3 * i + axis]! - centres[3 * a + axis]!) ** 2;
    spreads[a] = spreads[a]! + squared / sizes[a]!;
  }
  const located = Uint8Array.from({ length: count }, (_, a) => (Number.isNaN(centres[3 * a]!) ? 0 : 1));
  return { count, cellOf, sizes, located, centres, spreads };
}
