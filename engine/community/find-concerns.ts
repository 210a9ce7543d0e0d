import { EngineError } from '../engine-error.js';
import { consensusOf } from '../methods/graph/consensus.js';
import { modularity } from '../methods/graph/modularity.js';
import { stabilityAcross } from '../methods/graph/partition-stability.js';
import type { WeightedGraph } from '../methods/graph/weighted-graph.js';
import { type OverRepresented, overRepresented } from '../methods/over-representation/over-representation.js';
import type { ChoiceGrounds } from '../model/choice-grounds.js';
import type { Profiles } from '../model/profiles.js';
import type { Matrix } from '../numeric/matrix.js';
import type { Options } from '../options.js';
import type { Rng } from '../random/rng.js';
import { candidatesFor, unsure, worthiest } from './choose-candidate.js';
import type { CommunityInput, CommunityMethodName } from './community-method.js';
import { type Candidate, type JudgedCandidate, judgeCandidate } from './judge-candidate.js';

export interface Concerns {
  /** concern of each territory, 0..count−1, numbered by smallest member */
  readonly membership: Uint32Array;
  readonly count: number;
  /** modularity of the concerns in the affinity network at the resolution retained, whatever the method */
  readonly quality: number;
  /** what ties each concern together, the best first; empty for territories that declared nothing */
  readonly problems: readonly (readonly OverRepresented[])[];
  /** of each concern: how often its members are together from one run to another, 0..1 */
  readonly stability: Float64Array;
  readonly choice: ConcernChoice;
}

/** How the concerns were sought, and why so. */
export interface ConcernChoice {
  readonly method: CommunityMethodName;
  /** 1 for k-means, which has none */
  readonly resolution: number;
  readonly grounds: ChoiceGrounds;
}

/**
 * The concerns that territories share, and the problems that name them.
 *
 * What the options leave open is chosen from the data: Leiden at five resolutions, several runs each, judged by
 * stability (do the runs agree?) times distinction (are the problems of a concern more common in it than
 * elsewhere?), ties to the coarser. Where even the best runs hardly agree, k-means on the profiles is judged on
 * the same terms. Under Leiden and Louvain the concerns are the consensus of the runs; under k-means, the best run.
 *
 * A territory tied to nobody (an empty profile) is a concern of its own under Leiden and Louvain; k-means puts the
 * empty profiles together.
 *
 * @throws EngineError `lengths-differ` if graph, profiles and features are not of one order, and what the method throws
 */
export function findConcerns(
  graph: WeightedGraph,
  profiles: Profiles,
  features: Matrix,
  options: Options['community'],
  rng: Rng,
): Concerns {
  checkOrders(graph, profiles, features);
  const input = { graph, features, concernCount: options.concernCount };
  const judge = (candidate: Candidate): JudgedCandidate =>
    judgeCandidate(
      candidate,
      input,
      profiles.needs,
      rng.stream(`${candidate.method} ${candidate.resolution}`),
    );
  const judged = candidatesFor(options).map(judge);
  const surest = worthiest(judged);
  const byProfiles =
    options.method === 'automatic' && surest.stability < unsure
      ? judge({ method: 'kmeans', resolution: 1 })
      : null;
  const chosen = byProfiles && byProfiles.worth > surest.worth ? byProfiles : surest;
  const { membership, count, stability } = settled(chosen, input, rng.stream('agreement'));
  return {
    membership,
    count,
    quality: modularity(graph, membership, chosen.resolution),
    problems: overRepresented(profiles.needs, membership, count),
    stability,
    choice: {
      method: chosen.method,
      resolution: chosen.resolution,
      grounds: groundsOf(chosen, judged, options, graph, count),
    },
  };
}

function settled(
  { method, resolution, tally, best }: JudgedCandidate,
  { graph }: Pick<CommunityInput, 'graph'>,
  rng: Rng,
): Pick<Concerns, 'membership' | 'count' | 'stability'> {
  if (method !== 'kmeans') {
    const { membership, count, stability } = consensusOf(tally, graph, { resolution }, rng);
    return { membership, count, stability: stability.communities };
  }
  const { communities } = stabilityAcross(tally, best.membership, best.count);
  return { membership: best.membership, count: best.count, stability: communities };
}

function groundsOf(
  chosen: JudgedCandidate,
  judged: readonly JudgedCandidate[],
  options: Options['community'],
  graph: WeightedGraph,
  concernCount: number,
): ChoiceGrounds {
  const { method, resolution } = chosen;
  const stability = perCent(chosen.stability);
  if (method !== 'kmeans' && graph.targets.length === 0) {
    return { code: 'concerns-untied', facts: { territoryCount: graph.order } };
  }
  if (method === 'kmeans' && options.method === 'automatic') {
    const networkStability = perCent(worthiest(judged).stability);
    return { code: 'concerns-by-profiles', facts: { concernCount, stability, networkStability } };
  }
  if (judged.length === 1) {
    const asked = method === 'kmeans' ? 0 : resolution;
    return { code: 'concerns-as-asked', facts: { method, resolution: asked, concernCount, stability } };
  }
  const tried = judged.map((candidate) => String(candidate.resolution));
  const distinction = perCent(chosen.distinction);
  return {
    code: 'concerns-surest',
    facts: { method, resolution, tried, concernCount, stability, distinction },
  };
}

function perCent(share: number): number {
  return Math.round(100 * share);
}

function checkOrders(graph: WeightedGraph, profiles: Profiles, features: Matrix): void {
  if (graph.order === profiles.order && graph.order === features.rows) return;
  throw new EngineError(
    'lengths-differ',
    `The network has ${graph.order} places, the profiles ${profiles.order} rows, the features ${features.rows}.`,
    'build all three from the same territories.',
    [graph.order, profiles.order, features.rows],
  );
}
