import { affinityMatrix } from '../affinity/affinity-matrix.js';
import { expectAffinityByDistance } from '../explain/measures/distance-expectation.js';
import type { Ground } from '../explain/measures/measure-grouping.js';
import { distancesBetween } from '../geography/distances-between.js';
import { perimeterOverlap } from '../geography/perimeter-overlap.js';
import { positionsOf } from '../geography/positions-of.js';
import type { Assembly } from '../model/assembly.js';
import type { PerimeterOverlap } from '../model/distances.js';
import type { Positions } from '../model/positions.js';
import type { Options } from '../options.js';
import { buildProfiles } from '../profile/build-profiles.js';

/** What a plan and the evaluation of a grouping made elsewhere both stand on. */
export interface SharedGround {
  readonly positions: Positions;
  readonly overlap: PerimeterOverlap;
  /** profiles, distances and the plain likeness every grouping is judged by */
  readonly ground: Ground;
}

/** Builds the ground of an assembly in canonical order. */
export function sharedGround(input: Assembly, settings: Options): SharedGround {
  const { territories, taxonomy } = input;
  const profiles = buildProfiles(territories, taxonomy, settings.profile);
  const positions = positionsOf(territories);
  const distances = distancesBetween(positions);
  const overlap = perimeterOverlap(territories);
  const plain = { ...settings.affinity, samePerimeterDiscount: 0 };
  const affinity = affinityMatrix(profiles.features, overlap, plain);
  const expected = expectAffinityByDistance(affinity, distances);
  return { positions, overlap, ground: { affinity, distances, territories, profiles, expected } };
}
