import { affinityMatrix } from './affinity/affinity-matrix.js';
import { nearestNeighbours } from './affinity/nearest-neighbours.js';
import { assemblePlan } from './assemble-plan.js';
import { findConcerns } from './community/find-concerns.js';
import { distancesBetween } from './geography/distances-between.js';
import { perimeterOverlap } from './geography/perimeter-overlap.js';
import { positionsOf } from './geography/positions-of.js';
import { residualProfiles } from './geography/residual-profiles.js';
import type { Assembly } from './model/assembly.js';
import { canonicalAssembly } from './model/canonical-assembly.js';
import type { Plan } from './model/plan.js';
import { type PartialOptions, resolveOptions } from './options.js';
import { composePairings } from './pairing/compose-pairings.js';
import { buildProfiles } from './profile/build-profiles.js';
import { createRng } from './random/rng.js';
import { composeWorkshops } from './workshop/compose-workshops.js';

export const stages = [
  'profile',
  'geography',
  'affinity',
  'community',
  'workshop',
  'pairing',
  'explain',
] as const;
export type Stage = (typeof stages)[number];

/** How far the work is; `done` of `total` within the stage. */
export interface Progress {
  readonly stage: Stage;
  readonly done: number;
  readonly total: number;
}

export interface Control {
  /** asked now and then by the search: true ends it with the best feasible grouping so far */
  readonly shouldStop?: () => boolean;
  readonly onProgress?: (progress: Progress) => void;
}

/**
 * The whole job: from an assembly to workshops, pairings, measures and reasons.
 *
 * The same assembly (in any order of its lists), options and seed give the same plan to the byte,
 * unless `shouldStop` cuts the search short.
 *
 * @throws EngineError for an assembly or an option that cannot be used, and `infeasible` when no
 *   grouping keeps every hard rule; its value then holds the conflict and the smallest relaxation.
 */
export function composePlan(assembly: Assembly, options: PartialOptions = {}, control: Control = {}): Plan {
  const settings = resolveOptions(options);
  const input = canonicalAssembly(assembly);
  const { territories, taxonomy, rules } = input;
  const rng = createRng(settings.general.seed);
  const enter = (stage: Stage) => control.onProgress?.({ stage, done: 0, total: 1 });

  enter('profile');
  const profiles = buildProfiles(territories, taxonomy, settings.profile);

  enter('geography');
  const positions = positionsOf(territories);
  const distances = distancesBetween(positions);
  const overlap = perimeterOverlap(territories);
  const residual = residualProfiles(profiles.features, positions, {
    strength: settings.geography.decoupling,
    bandwidthKm: settings.geography.bandwidthKm,
  });

  enter('affinity');
  const affinity = affinityMatrix(residual.features, overlap, settings.affinity);
  const graph = nearestNeighbours(affinity, settings.affinity.neighbours);

  enter('community');
  const concerns = findConcerns(
    graph,
    profiles,
    residual.features,
    settings.community,
    rng.stream('community'),
  );

  enter('workshop');
  const territoryIds = territories.map(({ id }) => id);
  const composition = composeWorkshops(
    { territoryIds, affinity, distances, rules },
    settings.workshop,
    rng.stream('workshop'),
    searchControl(control),
  );

  enter('pairing');
  const likeness = plainAffinity(profiles.features, settings);
  const pairings = composePairings(
    {
      profiles,
      affinity: likeness,
      distances,
      overlap,
      traits: territories.map(({ traits }) => traits),
      metBefore: pairsMetBefore(input, territoryIds),
    },
    settings.pairing,
  );

  enter('explain');
  return assemblePlan(
    {
      input,
      settings,
      profiles,
      distances,
      likeness,
      residual,
      affinity,
      graph,
      concerns,
      composition,
      pairings,
    },
    rng.stream('explain'),
  );
}
