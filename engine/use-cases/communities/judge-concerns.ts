import { communityMethods } from '../../community/community-methods.js';
import { concernReason } from '../../explain/reasons/concern-reasons.js';
import { concernNetwork, type Place } from '../../ground/concern-network.js';
import { bootstrapStability } from '../../methods/graph/bootstrap-stability.js';
import { partitionSignificance } from '../../methods/graph/significance.js';
import type { WeightedGraph } from '../../methods/graph/weighted-graph.js';
import type { Assembly } from '../../model/assembly.js';
import type { Communities } from '../../model/communities.js';
import type { Options } from '../../options.js';
import type { ConcernResults } from '../../plan/describe-concerns.js';
import { buildProfiles } from '../../profile/build-profiles.js';
import { dealtAnswers, resampledAnswers } from '../../profile/random-answers.js';
import type { Rng } from '../../random/rng.js';

/** How well each community stands, by its number. */
export interface ConcernJudgement {
  /** mean Jaccard index with the likest community when answers are drawn again */
  readonly robustness: Float64Array;
  /** chance of one as closed in on itself when answers are dealt out at random */
  readonly p: Float64Array;
  readonly significance: Communities['significance'];
  readonly replicates: number;
}

/** beyond chance: p at most, and from which excess of modularity clearly so */
const beyondChance = { p: 0.05, clearly: 0.05 };

/**
 * Draws the answers of an assembly again, and deals them out at random, each time through the whole chain from
 * answers to communities (same radius of the neighbourhood, same method and resolution).
 */
export function judgeConcerns(
  { input, concerns }: Omit<ConcernResults, 'ground'>,
  graph: WeightedGraph,
  place: Place & { readonly bandwidthKm: number },
  settings: Options,
  rng: Rng,
  onReplicate: (done: number, total: number) => void,
): ConcernJudgement {
  const { method, resolution } = concerns.choice;
  const replicates = replicatesFor(input.territories.length);
  let drawn = 0;
  const networkOf = (territories: Assembly['territories']) => {
    onReplicate(drawn++, 2 * replicates);
    const { features } = buildProfiles(territories, input.taxonomy, settings.profile);
    return concernNetwork(features, place, settings, place.bandwidthKm);
  };
  const communitiesOf = (territories: Assembly['territories'], draws: Rng) => {
    const { graph: network, residual } = networkOf(territories);
    const found = { graph: network, features: residual.features, resolution, concernCount: concerns.count };
    return communityMethods[method](found)(draws).membership;
  };
  const { communities: robustness } = bootstrapStability(
    concerns.membership,
    (draws) => communitiesOf(resampledAnswers(input.territories, draws), draws),
    { replicates, seed: rng.integer(2 ** 32) },
  );
  const against = partitionSignificance(graph, concerns.membership, {
    replicates,
    resolution,
    seed: rng.integer(2 ** 32),
    drawNull: (draws) => networkOf(dealtAnswers(input.territories, draws)).graph,
  });
  const { value: modularity, nullMean: byChance, z, p } = against.modularity;
  const isBeyond = p <= beyondChance.p;
  const level = !isBeyond ? 'none' : modularity - byChance < beyondChance.clearly ? 'slight' : 'clear';
  const facts = { modularity, byChance, p, replicates, level } as const;
  const reason = concernReason({ code: 'concerns-against-chance', facts }, input.taxonomy);
  return {
    robustness,
    p: Float64Array.from(against.communities, (community) => community.p),
    significance: { modularity, byChance, z, p, replicates, reason },
    replicates,
  };
}

/** A hundred for a region; fewer where each costs more, as order² does, and enough for p to reach 0.05. */
function replicatesFor(order: number): number {
  return Math.max(20, Math.min(100, Math.floor(2.5e6 / Math.max(1, order * order))));
}
