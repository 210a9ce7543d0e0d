import type { Matrix, Positions, Rng } from '../../engine/index.js';
import { gaussian } from './spatial-two-towns.js';

/** Territories that were made up: what they declare, where they are, what was put into them. */
export interface MadeTerritories {
  /** order × 60, ≥ 0 */
  readonly profiles: Matrix;
  readonly positions: Positions;
  /** one of 8, independent of space */
  readonly archetype: Uint32Array;
  /** one of 9 blocks of the square */
  readonly region: Uint32Array;
  /** archetype × problem: 1 where the problem is the archetype's own */
  readonly typical: Uint8Array;
  /** order × problem: the regional field, times its strength */
  readonly around: Float64Array;
}

const problems = 60;
const archetypes = 8;
const typical = 12;
const kmPerDegree = 111.2;

/** How archetype, region and chance make an entry of the profile. */
type Declaring = (isTypical: boolean, around: number, rng: Rng) => number;

/**
 * Needs add up: what the archetype brings (0.5..1.5 for its own problems), what the region brings where its field
 * is above zero, Gaussian noise of deviation 0.4; below zero is none.
 */
const addedUp: Declaring = (isTypical, around, rng) => {
  const own = 0.5 + rng.next();
  return Math.max(0, (isTypical ? own : 0) + 0.4 * Math.max(0, around) + 0.4 * gaussian(rng));
};

/**
 * Needs are declared by lot, with a probability of logit −3 + 4 [own problem] + field, at 0.3..1: a strong field
 * drowns the archetype for a likeness of residual profiles, though not for the rule that knows the field.
 */
const byLot: Declaring = (isTypical, around, rng) => {
  const declares = rng.next() < 1 / (1 + Math.exp(3 - (isTypical ? 4 : 0) - around));
  const intensity = 0.3 + 0.7 * rng.next();
  return declares ? intensity : 0;
};

export const declaringWays = { addedUp, byLot };

/**
 * Territories uniform in a square of 350 × 350 km around 44° N, of 8 archetypes drawn whatever the place, each with
 * 12 of 60 problems of its own; each problem has a smooth regional field, `regional` × a sum of eight waves of 250 km
 * or more, of variance 1.
 */
export function madeTerritories(
  order: number,
  regional: number,
  way: keyof typeof declaringWays,
  rng: Rng,
): MadeTerritories {
  const sizeKm = 350;
  const x = Float64Array.from({ length: order }, () => sizeKm * rng.next());
  const y = Float64Array.from({ length: order }, () => sizeKm * rng.next());
  const archetype = Uint32Array.from({ length: order }, () => rng.integer(archetypes));
  const region = x.map((v, i) => 3 * Math.floor((3 * v) / sizeKm) + Math.floor((3 * y[i]!) / sizeKm));
  const isTypical = typicalProblems(rng);
  const fields = Array.from({ length: problems }, () => smoothField(rng));
  const values = new Float64Array(order * problems);
  const around = new Float64Array(order * problems);
  for (let i = 0; i < order; i++) {
    for (const [p, field] of fields.entries()) {
      const own = isTypical[archetype[i]! * problems + p] === 1;
      around[i * problems + p] = regional * field(x[i]!, y[i]!);
      values[i * problems + p] = declaringWays[way](own, around[i * problems + p]!, rng);
    }
  }
  return {
    profiles: { rows: order, columns: problems, values },
    positions: {
      lat: y.map((v) => 44 + (v - sizeKm / 2) / kmPerDegree),
      lon: x.map((v) => 2 + (v - sizeKm / 2) / (kmPerDegree * Math.cos((44 * Math.PI) / 180))),
    },
    archetype,
    region: Uint32Array.from(region),
    typical: isTypical,
    around,
  };
}

/** Twelve problems drawn for each archetype. */
function typicalProblems(rng: Rng): Uint8Array {
  const drawn = new Uint8Array(archetypes * problems);
  for (let a = 0; a < archetypes; a++) {
    for (let left = typical; left > 0; ) {
      const at = a * problems + rng.integer(problems);
      if (drawn[at] === 1) continue;
      drawn[at] = 1;
      left--;
    }
  }
  return drawn;
}

function smoothField(rng: Rng): (x: number, y: number) => number {
  const waves = Array.from({ length: 8 }, () => {
    const angle = 2 * Math.PI * rng.next();
    const turns = (2 * Math.PI) / (250 + 350 * rng.next());
    return {
      across: turns * Math.cos(angle),
      up: turns * Math.sin(angle),
      phase: 2 * Math.PI * rng.next(),
      height: gaussian(rng),
    };
  });
  const size = Math.sqrt(waves.reduce((sum, { height }) => sum + (height * height) / 2, 0));
  return (x, y) =>
    waves.reduce(
      (sum, { across, up, phase, height }) => sum + height * Math.cos(across * x + up * y + phase),
      0,
    ) / size;
}
