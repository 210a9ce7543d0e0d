import type { Deterrence } from './deterrence.js';
import type { GravityData } from './gravity-data.js';
import type { PlaceCells } from './place-cells.js';

/** P_ij = N_i N_j f(cell of i, cell of j), i ≠ j. */
export interface GravityFit {
  /** N_i */
  readonly masses: Float64Array;
  /** f of each pair of cells, count × count, symmetric; 0 for a cell of one place with itself */
  readonly factors: Float64Array;
  /** f at the knots of the classes of distance, then f of unknown distances */
  readonly curve: Float64Array;
  /** how many times more is observed inside the communities of the data than outside, all else equal; 1 without any */
  readonly pull: number;
  readonly rounds: number;
}

/** Rounds end when no mass changes by more than this part of itself. */
const settled = 1e-7;

/** Plain gravity: masses as given, f estimated once. */
export function gravityFit(
  data: GravityData,
  masses: Float64Array,
  deterrence: Deterrence,
  pull = 1,
): GravityFit {
  const curve = estimated(data, exposureOf(data, cellMasses(data.cells, masses)), deterrence, pull);
  return { masses, factors: factorsOf(data, curve), curve, pull, rounds: 1 };
}

/**
 * Masses such that Σ_j P_ij is the strength of each place (Cazabet, Borgnat, Jensen 2017), by rounds: f is
 * estimated from the masses, then N_i ← N_i √(k_i / Σ_j P_ij). Started from the strengths.
 *
 * With communities, pairs inside one are expected `pull` times as much, and the pull is estimated in every round:
 * all by maximum likelihood, one after the other.
 *
 * Two close places with nobody else near settle slowly; rounds go by fours, two after a leap where the
 * first two point (squared extrapolation: Varadhan, Roland 2008, 10.1111/j.1467-9469.2007.00585.x), on logarithms.
 */
export function constrainedGravityFit(
  data: GravityData,
  deterrence: Deterrence,
  mostRounds: number,
): GravityFit {
  const order = data.strengths.length;
  // the masses, then the pull
  let state: Float64Array = new Float64Array(order + 1).fill(1);
  state.set(data.strengths);
  let rounds = 0;
  let change = Number.POSITIVE_INFINITY;
  while (change > settled && rounds + 4 <= mostRounds) {
    const once = stateAfterRound(data, state, deterrence);
    const twice = stateAfterRound(data, once, deterrence);
    const leapt = stateAfterRound(data, leap(state, once, twice), deterrence);
    const plainChange = largestChange(once, twice);
    const landed = stateAfterRound(data, leapt, deterrence);
    const leapChange = largestChange(leapt, landed);
    rounds += 4;
    // a leap that lands further from rest than it started from is not made
    const better = leapChange < 2 * plainChange;
    state = better ? landed : twice;
    change = better ? leapChange : plainChange;
  }
  return { ...gravityFit(data, state.slice(0, order), deterrence, state[order]!), rounds };
}

function stateAfterRound(data: GravityData, state: Float64Array, deterrence: Deterrence): Float64Array {
  const { cells, strengths } = data;
  const order = strengths.length;
  const sums = cellMasses(cells, state.subarray(0, order));
  const exposure = exposureOf(data, sums);
  const curve = estimated(data, exposure, deterrence, state[order]!);
  const pull = data.observedInside === null ? 1 : data.observedInside / inner(exposure.inside, curve);
  const { potentials, own } = potentialsOf(data, curve, sums.masses, pull);
  const next = new Float64Array(order + 1);
  for (let i = 0; i < order; i++) {
    const a = cells.cellOf[i]!;
    const mass = state[i]!;
    const felt = potentials[a]! - mass * own[a]!;
    next[i] = mass > 0 && felt > 0 ? Math.sqrt((mass * strengths[i]!) / felt) : mass;
  }
  next[order] = pull;
  return next;
}

function inner(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}

/** x − 2αr + α²v on logarithms, r = x₁ − x, v = x₂ − 2x₁ + x, α = −|r| / |v|, at least a plain round's −1. */
function leap(start: Float64Array, once: Float64Array, twice: Float64Array): Float64Array {
  let r2 = 0;
  let v2 = 0;
  for (let i = 0; i < start.length; i++) {
    if (!(start[i]! > 0)) continue;
    const r = Math.log(once[i]! / start[i]!);
    const v = Math.log(twice[i]! / once[i]!) - r;
    r2 += r * r;
    v2 += v * v;
  }
  const alpha = v2 > 0 ? Math.min(-1, -Math.sqrt(r2 / v2)) : -1;
  return start.map((mass, i) => {
    if (!(mass > 0)) return mass;
    const r = Math.log(once[i]! / mass);
    const v = Math.log(twice[i]! / once[i]!) - r;
    return mass * Math.exp(-2 * alpha * r + alpha * alpha * v);
  });
}

/** Largest part by which a mass differs from what it was. */
function largestChange(before: Float64Array, after: Float64Array): number {
  let change = 0;
  for (let i = 0; i < before.length; i++) {
    if (before[i]! > 0) change = Math.max(change, Math.abs(after[i]! / before[i]! - 1));
  }
  return change;
}

interface CellSums {
  /** Σ N_i of each cell */
  readonly masses: Float64Array;
  /** Σ N_i² of each cell */
  readonly squares: Float64Array;
}

function cellMasses({ count, cellOf }: PlaceCells, masses: Float64Array): CellSums {
  const sums = new Float64Array(count);
  const squares = new Float64Array(count);
  for (let i = 0; i < masses.length; i++) {
    const a = cellOf[i]!;
    sums[a] = sums[a]! + masses[i]!;
    squares[a] = squares[a]! + masses[i]! * masses[i]!;
  }
  return { masses: sums, squares };
}

interface Exposure {
  /** Σ N_i N_j over ordered pairs, by class of distance, the last one of unknown distances */
  readonly all: Float64Array;
  /** the part of it inside communities */
  readonly inside: Float64Array;
}

function exposureOf({ cells, classes, communityOf }: GravityData, { masses, squares }: CellSums): Exposure {
  const { knots, rung } = classes;
  // one more than there are classes: a pair of unknown distance has share 0 of what would come after it
  const outside = new Float64Array(knots.length + 2);
  const inside = new Float64Array(knots.length + 2);
  let p = 0;
  for (let a = 0; a < cells.count; a++) {
    const mass = masses[a]!;
    const community = communityOf[a]!;
    // rounding must not give one place a mass with itself
    const own = cells.sizes[a]! > 1 ? (mass * mass - squares[a]!) / 2 : 0;
    for (let b = a; b < cells.count; b++, p++) {
      const product = b === a ? own : mass * masses[b]!;
      const k = Math.floor(rung[p]!);
      const upper = product * (rung[p]! - k);
      const sums = communityOf[b] === community ? inside : outside;
      sums[k] = sums[k]! + (product - upper);
      sums[k + 1] = sums[k + 1]! + upper;
    }
  }
  return {
    all: outside.map((sum, k) => 2 * (sum + inside[k]!)),
    inside: inside.map((sum) => 2 * sum),
  };
}

/** f at the knots, then of unknown distances, from the masses and the pull as they stand. */
function estimated(
  { classes, observed }: GravityData,
  { all, inside }: Exposure,
  deterrence: Deterrence,
  pull: number,
): Float64Array {
  const { knots } = classes;
  const byMasses = all.map((sum, k) => sum + (pull - 1) * inside[k]!);
  const curve = new Float64Array(knots.length + 2);
  const known = knots.length;
  curve.set(deterrence(observed.subarray(0, known), byMasses.subarray(0, known), knots));
  curve[known] = byMasses[known]! > 0 ? observed[known]! / byMasses[known]! : 0;
  return curve;
}

/** Σ_b f_ab M_b of each cell, and f_aa; times the pull inside communities. */
function potentialsOf(
  { cells, classes, communityOf }: GravityData,
  curve: Float64Array,
  masses: Float64Array,
  pull: number,
): { potentials: Float64Array; own: Float64Array } {
  const { rung } = classes;
  const potentials = new Float64Array(cells.count);
  const own = new Float64Array(cells.count);
  let p = 0;
  for (let a = 0; a < cells.count; a++) {
    let sum = 0;
    const mass = masses[a]!;
    const community = communityOf[a]!;
    for (let b = a; b < cells.count; b++, p++) {
      const k = Math.floor(rung[p]!);
      const low = curve[k]!;
      const f = (low + (rung[p]! - k) * (curve[k + 1]! - low)) * (communityOf[b] === community ? pull : 1);
      if (b === a) {
        own[a] = cells.sizes[a]! > 1 ? f : 0;
        sum += mass * own[a]!;
        continue;
      }
      sum += f * masses[b]!;
      potentials[b] = potentials[b]! + f * mass;
    }
    potentials[a] = potentials[a]! + sum;
  }
  return { potentials, own };
}

function factorsOf({ cells, classes }: GravityData, curve: Float64Array): Float64Array {
  const { count, sizes } = cells;
  const { rung } = classes;
  const factors = new Float64Array(count * count);
  let p = 0;
  for (let a = 0; a < count; a++) {
    for (let b = a; b < count; b++, p++) {
      if (a === b && sizes[a] === 1) continue;
      const k = Math.floor(rung[p]!);
      const f = curve[k]! + (rung[p]! - k) * (curve[k + 1]! - curve[k]!);
      factors[a * count + b] = f;
      factors[b * count + a] = f;
    }
  }
  return factors;
}
