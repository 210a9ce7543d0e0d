import { affinityMatrix } from './affinity/affinity-matrix.js';
import { nearestNeighbours } from './affinity/nearest-neighbours.js';
import { findConcerns } from './community/find-concerns.js';
import { residualProfiles } from './geography/residual-profiles.js';
import { entryInput } from './ground/entry-input.js';
import { pairingGround } from './ground/pairing-ground.js';
import { sharedGround } from './ground/shared-ground.js';
import type { Assembly } from './model/assembly.js';
import { canonicalAssembly } from './model/canonical-assembly.js';
import type { Control, Stage } from './model/control.js';
import type { Plan } from './model/plan.js';
import type { PartialOptions } from './options.js';
import { composePairings } from './pairing/compose-pairings.js';
import { assemblePlan } from './plan/assemble-plan.js';
import { describePairings } from './plan/describe-pairings.js';
import { automaticResamplings, judgePlacements } from './plan/judge-placements.js';
import { weighAlternatives } from './plan/weigh-alternatives.js';
import { weighReplacements } from './plan/weigh-replacements.js';
import { createRng } from './random/rng.js';
import { readReferral } from './read/problems/referral-problems.js';
import { resolveOptions } from './resolve-options.js';
import { composeWorkshops } from './workshop/compose-workshops.js';

/**
 * The whole job: from an assembly to workshops, pairings, measures and reasons.
 *
 * The same assembly (in any order of its lists), options and seed give the same plan to the byte,
 * unless `shouldStop` cuts the search short or `remaining` paces it.
 *
 * @throws EngineError for an assembly or an option that cannot be used, and `infeasible` when no
 *   grouping keeps every hard rule; its value then holds the conflict and the smallest relaxation.
 */
export function composePlan(assembly: Assembly, options: PartialOptions = {}, control: Control = {}): Plan {
  return composePlanAround(composeWorkshops, assembly, options, control, automaticResamplings);
}

/**
 * The same around workshops that `compose` gives: composed afresh, or those of a plan that stands.
 *
 * @param resamplingsFor how often placements are judged where the options leave it open: never, for a change by hand
 * must be answered at once
 */
export function composePlanAround(
  compose: typeof composeWorkshops,
  assembly: Assembly,
  options: PartialOptions,
  control: Control,
  resamplingsFor: (order: number) => number = () => 0,
): Plan {
  const settings = resolveOptions(options);
  const input = canonicalAssembly(assembly);
  const referral =
    settings.workshop.entry === 'referral' ? readReferral(settings.workshop, input.taxonomy) : null;
  const rng = createRng(settings.general.seed);
  const enter = (stage: Stage, done = 0, total = 1) => control.onProgress?.({ stage, done, total });

  enter('profile');
  const { positions, overlap, ground } = sharedGround(input, settings);
  // before the long search: lists of pairs that cannot be used are refused at once
  const pairing = pairingGround(input, { ground, overlap }, settings.pairing);
  const { profiles } = ground;

  enter('geography');
  const { decoupling, bandwidthKm } = settings.geography;
  const residual = residualProfiles(profiles.features, positions, { strength: decoupling, bandwidthKm });

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
  const from = entryInput(input, { ground, overlap }, affinity, settings, referral);
  const composition = compose(from, settings.workshop, rng.stream('workshop'), {
    ...(control.shouldStop && { shouldStop: control.shouldStop }),
    ...(control.remaining && { remaining: control.remaining }),
    onProgress: (done, total) => enter('workshop', done, total),
  });

  enter('pairing');
  const pairings = describePairings(input, pairing, composePairings(pairing, settings.pairing));

  enter('explain');
  const { workshops } = composition;
  const alternatives = weighAlternatives(from, ground, workshops, settings);
  const rivals = weighReplacements(from, workshops, settings.workshop);
  const resamplings = settings.explain.robustness ?? resamplingsFor(input.territories.length);
  const place = { positions, overlap, bandwidthKm: residual.bandwidthKm };
  const companionship =
    resamplings > 0
      ? judgePlacements(input, { from, workshops }, place, settings, rng.stream('robustness'), {
          resamplings,
          ...(control.shouldStop && { shouldStop: control.shouldStop }),
          onDrawn: (done) => enter('explain', done, resamplings),
        })
      : undefined;
  return assemblePlan(
    {
      input,
      settings,
      ground,
      residual,
      graph,
      concerns,
      referral,
      composition,
      pairings,
      facts: from.facts,
      alternatives,
      rivals,
      companionship,
    },
    rng.stream('explain'),
  );
}
