import type { Positions } from '../../model/positions.js';
import { type LeidenCommunities, leiden } from '../graph/leiden.js';
import type { LeidenOptions } from '../graph/leiden-options.js';
import type { WeightedGraph } from '../graph/weighted-graph.js';
import { type SpatialNull, type SpatialNullOptions, spatialNull } from './spatial-null.js';

/** Communities beyond distance, and the null that was fitted together with them. */
export interface SpatialCommunities extends LeidenCommunities {
  readonly nullModel: SpatialNull;
}

export interface SpatialCommunitiesOptions
  extends Pick<SpatialNullOptions, 'deterrence' | 'cells'>,
    Pick<LeidenOptions, 'resolution' | 'seed' | 'iterations'> {}

/** fits of null and communities in turn, from each start */
const mostTurns = 8;
/** communities by modularity are taken if they explain so many times more than those beyond distance */
const clearly = 1.02;

/**
 * Communities beyond distance, fitted together with the deterrence: Leiden under a spatial null whose curve was
 * estimated with the pull of the communities beside it, in turn until both stand still.
 *
 * `spatialNull` by itself estimates how weight falls with distance as if there were no communities, and where these
 * follow space (two towns, each for itself) the curve takes them for geography. With the pull fitted beside, what the
 * curve claims must hold inside communities and between them. Two starts: the communities under the null without
 * pull, and those by modularity, which are taken only if they raise the likelihood (Poisson, as for block
 * models: Karrer, Newman 2011, 10.1103/PhysRevE.83.016107) by 2 % more than the first do over none. That ratio does
 * not depend on the unit of the weights.
 *
 * Deterrence is taken to be of the form given, one curve (`fitted`) if left out: a form far from the truth misleads
 * the choice. Without communities beyond distance this finds what `spatialNull` and `leiden` find, at some
 * ten times the cost.
 *
 * @throws EngineError as `spatialNull` and `leiden` do
 */
export function spatialCommunities(
  graph: WeightedGraph,
  positions: Positions,
  options: SpatialCommunitiesOptions = {},
): SpatialCommunities {
  const { deterrence = 'fitted', cells, ...run } = options;
  const form = { deterrence, ...(cells !== undefined && { cells }) };
  const alone = spatialNull(graph, positions, form);
  const beyond = inTurn(leiden(graph, { ...run, nullModel: alone }), graph, positions, form, run);
  const plain = inTurn(leiden(graph, run), graph, positions, form, run);
  const gained = ({ nullModel }: Fitted): number => nullModel.logLikelihood - alone.logLikelihood;
  const { found, nullModel } = gained(plain) > clearly * gained(beyond) ? plain : beyond;
  return { ...found, nullModel };
}

interface Fitted {
  readonly found: LeidenCommunities;
  readonly nullModel: SpatialNull;
}

/** From a partition, null and communities in turn as long as the likelihood grows. */
function inTurn(
  start: LeidenCommunities,
  graph: WeightedGraph,
  positions: Positions,
  form: Pick<SpatialNullOptions, 'deterrence' | 'cells'>,
  run: LeidenOptions,
): Fitted {
  let nullModel = spatialNull(graph, positions, { ...form, communities: start.membership });
  let found = better(start.membership, graph, nullModel, run);
  for (let turn = 1; turn < mostTurns; turn++) {
    const next = spatialNull(graph, positions, { ...form, communities: found.membership });
    if (!(next.logLikelihood > nullModel.logLikelihood)) break;
    const reached = better(found.membership, graph, next, run);
    nullModel = next;
    const same = reached.membership.every((c, i) => c === found.membership[i]);
    found = reached;
    if (same) break;
  }
  return { found, nullModel };
}

/** From the communities of the turn before, which may be too fine to leave, or anew: whichever fits better. */
function better(
  membership: Uint32Array,
  graph: WeightedGraph,
  nullModel: SpatialNull,
  run: LeidenOptions,
): LeidenCommunities {
  const onwards = leiden(graph, { ...run, nullModel, initial: membership });
  const anew = leiden(graph, { ...run, nullModel });
  return anew.quality > onwards.quality ? anew : onwards;
}
