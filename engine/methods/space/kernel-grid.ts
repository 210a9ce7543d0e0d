import type { Positions } from '../../model/positions.js';
import { type Matrix, zeroMatrix } from '../../numeric/matrix.js';
import type { SparseRows } from '../../numeric/sparse-rows.js';
import { arcKm, earthRadiusKm, squaredChordOf, unitVectors } from './great-circle.js';
import { cutInBandwidths } from './kernel-means.js';

/** Mesh of the grid, in bandwidths. */
const mesh = 1 / 6;

/** Weight under which nobody is near: rounding, as the kernel is cut where it weighs e⁻⁸. */
const nothing = 1e-9;

/**
 * Leave-one-out kernel means as `kernelMeans` gives them, on a grid a sixth of the bandwidth wide: each place is
 * dealt out to the four corners of its mesh (cloud in cell: Birdsall, Fuss 1969, 10.1016/0021-9991(69)90058-8), the
 * kernel joins corners, and means are read back the same way. Only corners beside a place exist.
 *
 * For many places and a wide bandwidth: work grows with the places and the square of the corners, not of the places.
 * Means differ from the exact ones by some hundredths of what the column varies by. The 180th meridian is an edge.
 */
export function gridKernelMeans(rows: SparseRows, positions: Positions, bandwidthKm: number): Matrix {
  const { columns, offsets, columnOf, values } = rows;
  const grid = cornersOf(positions, bandwidthKm);
  const { places, corner, part } = grid;
  const width = columns + 1;
  const smooth = joinedByKernel(grid, dealtOut(grid, rows), width, bandwidthKm);
  const means = zeroMatrix(rows.rows, columns);
  const read = new Float64Array(width);
  for (let s = 0; s < places.length; s++) {
    const i = places[s]!;
    const own = weightWithItself(grid, s, bandwidthKm);
    read.fill(0);
    for (let q = 4 * s; q < 4 * s + 4; q++) {
      const start = corner[q]! * width;
      for (let p = 0; p < width; p++) read[p] = read[p]! + part[q]! * smooth[start + p]!;
    }
    const total = read[columns]! - own;
    if (!(total > nothing)) continue;
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) {
      const p = columnOf[at]!;
      read[p] = read[p]! - own * values[at]!;
    }
    // what rounding leaves below zero is zero
    for (let p = 0; p < columns; p++) means.values[i * columns + p] = Math.max(0, read[p]! / total);
  }
  return means;
}

interface Corners {
  readonly count: number;
  /** places with a position, by growing index */
  readonly places: Uint32Array;
  /** the four corners of the mesh of each of them, and which part of it goes to each */
  readonly corner: Uint32Array;
  readonly part: Float64Array;
  /** unit vector of each corner */
  readonly vectors: Float64Array;
}

function cornersOf(positions: Positions, bandwidthKm: number): Corners {
  unitVectors(positions);
  const { lat, lon } = positions;
  const places = Uint32Array.from(lat.keys()).filter((i) => !Number.isNaN(lat[i]!));
  const latStep = ((mesh * bandwidthKm) / earthRadiusKm) * (180 / Math.PI);
  // meshes are as wide as high where meridians are furthest apart, narrower elsewhere
  const nearest = places.reduce((least, i) => Math.min(least, Math.abs(lat[i]!)), 85);
  const lonStep = latStep / Math.cos((nearest * Math.PI) / 180);
  const perRow = Math.ceil(360 / lonStep) + 2;
  const numberOf = new Map<number, number>();
  const corner = new Uint32Array(4 * places.length);
  const part = new Float64Array(4 * places.length);
  for (let s = 0; s < places.length; s++) {
    const up = (lat[places[s]!]! + 90) / latStep;
    const across = (lon[places[s]!]! + 180) / lonStep;
    for (let q = 0; q < 4; q++) {
      const row = Math.floor(up) + (q >> 1);
      const column = Math.floor(across) + (q & 1);
      const key = row * perRow + column;
      const known = numberOf.get(key) ?? numberOf.size;
      numberOf.set(key, known);
      corner[4 * s + q] = known;
      part[4 * s + q] = (1 - Math.abs(up - row)) * (1 - Math.abs(across - column));
    }
  }
  const vectors = new Float64Array(3 * numberOf.size);
  for (const [key, number] of numberOf) {
    const phi = ((Math.floor(key / perRow) * latStep - 90) * Math.PI) / 180;
    const lambda = (((key % perRow) * lonStep - 180) * Math.PI) / 180;
    vectors[3 * number] = Math.cos(phi) * Math.cos(lambda);
    vectors[3 * number + 1] = Math.cos(phi) * Math.sin(lambda);
    vectors[3 * number + 2] = Math.sin(phi);
  }
  return { count: numberOf.size, places, corner, part, vectors };
}

/** What each corner holds: the columns of the rows, then how many places. */
function dealtOut({ count, places, corner, part }: Corners, rows: SparseRows): Float64Array {
  const { columns, offsets, columnOf, values } = rows;
  const width = columns + 1;
  const held = new Float64Array(count * width);
  for (let s = 0; s < places.length; s++) {
    const i = places[s]!;
    for (let q = 4 * s; q < 4 * s + 4; q++) {
      const start = corner[q]! * width;
      const share = part[q]!;
      held[start + columns] = held[start + columns]! + share;
      for (let at = offsets[i]!; at < offsets[i + 1]!; at++) {
        const slot = start + columnOf[at]!;
        held[slot] = held[slot]! + share * values[at]!;
      }
    }
  }
  return held;
}

/** Σ_b w_ab held_b for every corner a, column by column. */
function joinedByKernel(
  { count, vectors }: Corners,
  held: Float64Array,
  width: number,
  bandwidthKm: number,
): Float64Array {
  const joined = new Float64Array(held.length);
  for (let a = 0; a < count; a++) {
    for (let b = 0; b < count; b++) {
      const weight = kernel(vectors, a, b, bandwidthKm);
      if (weight === 0) continue;
      const to = a * width;
      const from = b * width;
      for (let p = 0; p < width; p++) joined[to + p] = joined[to + p]! + weight * held[from + p]!;
    }
  }
  return joined;
}

/** The part of its own means that comes from the place itself. */
function weightWithItself({ corner, part, vectors }: Corners, s: number, bandwidthKm: number): number {
  let weight = 0;
  for (let q = 4 * s; q < 4 * s + 4; q++) {
    for (let r = 4 * s; r < 4 * s + 4; r++) {
      weight += part[q]! * part[r]! * kernel(vectors, corner[q]!, corner[r]!, bandwidthKm);
    }
  }
  return weight;
}

function kernel(vectors: Float64Array, a: number, b: number, bandwidthKm: number): number {
  const dx = vectors[3 * a]! - vectors[3 * b]!;
  const dy = vectors[3 * a + 1]! - vectors[3 * b + 1]!;
  const dz = vectors[3 * a + 2]! - vectors[3 * b + 2]!;
  const squaredChord = dx * dx + dy * dy + dz * dz;
  if (squaredChord > squaredChordOf(cutInBandwidths * bandwidthKm)) return 0;
  const km = arcKm(squaredChord);
  return Math.exp((-km * km) / (2 * bandwidthKm * bandwidthKm));
}
