import { createRng, graphFromEdges, type Rng, type WeightedGraph } from '../engine/index.js';

/** A network of profiles whose archetypes are known. */
export interface KnownNetwork {
  readonly graph: WeightedGraph;
  /** archetype of each territory */
  readonly archetypes: Uint32Array;
}

const problems = 60;
const archetypeCount = 8;
const neighbours = 12;

/**
 * Territories uniform in a square, each of one of 8 archetypes independent of its place; intensities of 60 problems are
 * noise, plus 1.6 for the problems of the archetype, plus smooth regional fields of the strength given; an edge to
 * each of the 12 nearest profiles by weighted Jaccard.
 */
export function knnProfiles(options: {
  readonly order: number;
  readonly regional: number;
  readonly seed: number;
  readonly boost?: number;
}): KnownNetwork {
  const { order, regional, seed, boost = 0.85 } = options;
  const rng = createRng(seed);
  const archetypes = Uint32Array.from({ length: order }, (_, i) => i % archetypeCount);
  const fields = Array.from({ length: problems }, () => smoothField(rng));
  const profiles = Array.from(archetypes, (archetype) => {
    const [x, y] = [rng.next(), rng.next()];
    return Float64Array.from({ length: problems }, (_, p) =>
      Math.max(
        0,
        normal(rng) * 0.5 +
          (p % archetypeCount === archetype ? boost : 0) +
          regional * Math.max(0, fields[p]!(x, y) - 0.5),
      ),
    );
  });
  return { graph: nearestProfiles(profiles), archetypes };
}

/** A wave of random direction, one to two periods over the square, −1..1. */
function smoothField(rng: Rng): (x: number, y: number) => number {
  const angle = 2 * Math.PI * rng.next();
  const periods = 1 + rng.next();
  const phase = 2 * Math.PI * rng.next();
  return (x, y) => Math.sin(2 * Math.PI * periods * (x * Math.cos(angle) + y * Math.sin(angle)) + phase);
}

/** Box, Muller 1958. */
function normal(rng: Rng): number {
  return Math.sqrt(-2 * Math.log(1 - rng.next())) * Math.cos(2 * Math.PI * rng.next());
}

function nearestProfiles(profiles: readonly Float64Array[]): WeightedGraph {
  const weightOf = new Map<number, number>();
  const order = profiles.length;
  for (const [i, profile] of profiles.entries()) {
    const others = profiles
      .map((other, j) => ({ j, weight: weightedJaccard(profile, other) }))
      .filter(({ j }) => j !== i)
      .sort((a, b) => b.weight - a.weight || a.j - b.j);
    for (const { j, weight } of others.slice(0, neighbours)) {
      if (weight > 0) weightOf.set(Math.min(i, j) * order + Math.max(i, j), weight);
    }
  }
  const keys = [...weightOf.keys()];
  return graphFromEdges(
    order,
    Uint32Array.from(keys, (key) => Math.floor(key / order)),
    Uint32Array.from(keys, (key) => key % order),
    Float64Array.from(weightOf.values()),
  );
}

function weightedJaccard(a: Float64Array, b: Float64Array): number {
  let least = 0;
  let most = 0;
  for (let p = 0; p < a.length; p++) {
    least += Math.min(a[p]!, b[p]!);
    most += Math.max(a[p]!, b[p]!);
  }
  return most > 0 ? least / most : 0;
}
