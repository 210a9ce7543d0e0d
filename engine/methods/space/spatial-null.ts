import { EngineError } from '../../engine-error.js';
import type { Positions } from '../../model/positions.js';
import { checkWeights } from '../graph/check-weights.js';
import type { NullModel } from '../graph/null-model.js';
import { checkMembership } from '../graph/partition.js';
import type { WeightedGraph } from '../graph/weighted-graph.js';
import { CellNull } from './cell-null.js';
import { binnedDeterrence, type Deterrence } from './deterrence.js';
import { distanceClasses } from './distance-classes.js';
import { fittedDeterrence } from './fitted-deterrence.js';
import { placeFootprints } from './footprints.js';
import { type GravityData, gravityData } from './gravity-data.js';
import { constrainedGravityFit, gravityFit } from './gravity-fit.js';
import { logLikelihoodOf, withoutPull } from './gravity-pull.js';
import { type PlaceCells, placeCells, splitCells } from './place-cells.js';

/** What distance and masses alone would lead one to expect, to be given to `leiden` as its null model. */
export interface SpatialNull extends NullModel {
  /** P_ij, 0 for i = j */
  expected(i: number, j: number): number;
  /** N_i */
  readonly masses: Float64Array;
  /** f by distance, linear in between and flat outside */
  readonly deterrence: { readonly distancesKm: Float64Array; readonly factors: Float64Array };
  /** true where each place stands for itself; false where near places are gathered in cells */
  readonly exact: boolean;
  readonly cellCount: number;
  /** largest |Σ_j P_ij − k_i|, as a part of the mean of k */
  readonly imbalance: number;
  readonly rounds: number;
  /** how many times more is observed inside `communities` than outside, all else equal; 1 without any */
  readonly pull: number;
  /** log-likelihood of the weights as Poisson counts under the fit, pull included, up to what the weights alone decide */
  readonly logLikelihood: number;
}

export interface SpatialNullOptions {
  /** f distance by distance, or one fitted curve exp(a + b ln d + c d); `binned` if left out */
  readonly deterrence?: 'binned' | 'fitted';
  /** whether Σ_j P_ij = k_i for every place; true if left out */
  readonly constrained?: boolean;
  /** N_i of a null that is not constrained, finite numbers ≥ 0; the strengths if left out */
  readonly nodeWeights?: Float64Array;
  /**
   * communities already supposed, a label a place: how much more they hold together than distance
   * says (`pull`) is fitted along with f and left out of P, so that f does not take it for geography; constrained only
   */
  readonly communities?: Uint32Array;
  /** places are gathered beyond this many cells, 2 to 4,000 */
  readonly cells?: number;
}

interface Form {
  readonly deterrence: Deterrence;
  /** each class of distance so many times the last */
  readonly ratio: number;
  /** pairs of cells in each class */
  readonly fewest: number;
}

// A curve smooths by itself and wants distances told apart; values by class must not follow single pairs.
const forms: Readonly<Record<'binned' | 'fitted', Form>> = {
  binned: { deterrence: binnedDeterrence, ratio: 1.1, fewest: 3 },
  fitted: { deterrence: fittedDeterrence, ratio: 1.02, fewest: 1 },
};

/** Up to so many places each stands for itself; beyond, they are gathered in `cellsBeyond` cells. */
const exactUpTo = 2000;
// not a power of two, so that potentials do not all fall on the same lines of the cache
const cellsBeyond = 144;
const mostCells = 4000;
const mostRounds = 200;

/**
 * A spatial null for `leiden`: P_ij = N_i N_j f(d_ij), what masses and distance alone would lead one to expect, in
 * place of the configuration null, so that communities tell what places share beyond being neighbours
 * (Expert, Evans, Blondel, Lambiotte 2011, 10.1073/pnas.1018962108).
 *
 * f is estimated from the graph, by classes of distance or as one curve (`binnedDeterrence`, `fittedDeterrence`),
 * such that ΣP = ΣA. Unless `constrained` is false, so are the masses, such that Σ_j P_ij = k_i (Cazabet, Borgnat,
 * Jensen 2017, 10.1007/978-3-319-54241-6_6); plain gravity takes real communities for geography. k and A leave
 * self-loops out, and P_ii = 0: distance says nothing of them.
 *
 * Up to 2,000 places this is exact, with a number a pair of places. Beyond, places are gathered in 144 cells
 * (`cells`) and two pairs of places in the same two cells are as far apart, at the root mean square of the
 * distances; masses stay those of each place, and both sums hold. Memory grows with places + cells².
 *
 * With `communities`, how much more these hold together than distance says is fitted beside f and left out of P
 * (`spatialCommunities` does so in turn with Leiden); only ΣP = ΣA holds then, as the strengths hold with the pull.
 *
 * Unknown positions (NaN in both coordinates): pairs of unknown distance are one more class, with its own factor.
 * If none is known, or all are equal, f is one number and P is the configuration null without its diagonal.
 * A graph without weight, or with fewer than two places, has P = 0. A place without weight has mass 0.
 * Margins that no positive masses give (a star's) are approached as far as 200 rounds go: see `imbalance`.
 *
 * @param positions one entry a place, decimal degrees
 * @throws EngineError `lengths-differ`, `position-not-usable`, `weight-not-usable`, `cells-not-usable`,
 *   `deterrence-not-known`, `node-weights-not-usable`, `membership-not-usable`, `options-contradict`,
 *   `communities-too-many`
 */
export function spatialNull(
  graph: WeightedGraph,
  positions: Positions,
  options: SpatialNullOptions = {},
): SpatialNull {
  const { deterrence = 'binned', constrained = true } = options;
  const form = forms[deterrence];
  checkUse(graph, positions, options);
  const mostCells = options.cells ?? (graph.order > exactUpTo ? cellsBeyond : exactUpTo);
  const cells = options.communities
    ? cellsWithin(options.communities, positions, mostCells)
    : placeCells(positions, mostCells);
  const classes = distanceClasses(cells, form.ratio, form.fewest);
  const data = gravityData(graph, cells, classes, options.communities ?? null);
  const fit = constrained
    ? constrainedGravityFit(data, form.deterrence, mostRounds)
    : gravityFit(data, options.nodeWeights ?? data.strengths, form.deterrence);
  const { masses, curve, rounds, pull } = fit;
  const logLikelihood = logLikelihoodOf(data, fit);
  const factors = pull === 1 ? fit.factors : withoutPull(data, fit);
  const { count, cellOf } = cells;
  const footprints = placeFootprints(cellOf, count, masses);
  const withThemselves = masses.reduce(
    (sum, mass, i) => sum + mass * mass * own(factors, count, cellOf[i]!),
    0,
  );
  return Object.assign(new CellNull(footprints, factors, withThemselves), {
    expected: (i: number, j: number): number =>
      i === j ? 0 : masses[i]! * masses[j]! * factors[cellOf[i]! * count + cellOf[j]!]!,
    masses,
    deterrence: { distancesKm: classes.knots, factors: curve.slice(0, classes.knots.length) },
    exact: count === graph.order,
    cellCount: count,
    imbalance: imbalanceOf(data, masses, factors),
    rounds,
    pull,
    logLikelihood,
  });
}

/** Cells cut by community, fewer where there are many communities, so that work on pairs of them stays bounded. */
function cellsWithin(communities: Uint32Array, positions: Positions, mostCells: number): PlaceCells {
  const count = new Set(communities).size;
  if (communities.length <= mostCells) return placeCells(positions, mostCells);
  const fewer = Math.max(2, Math.min(mostCells, Math.floor(exactUpTo / count)));
  const cells = splitCells(placeCells(positions, fewer), communities, positions);
  if (cells.count <= mostCells || cells.count <= 2 * exactUpTo) return cells;
  throw new EngineError(
    'communities-too-many',
    `${count} communities cut the places into ${cells.count} cells, more than ${2 * exactUpTo}.`,
    'merge the smallest, or lower the resolution that they were found with.',
    count,
  );
}

function own(factors: Float64Array, count: number, cell: number): number {
  return factors[cell * count + cell]!;
}

function imbalanceOf({ cells, strengths }: GravityData, masses: Float64Array, factors: Float64Array): number {
  const { count, cellOf } = cells;
  const sums = new Float64Array(count);
  for (let i = 0; i < masses.length; i++) sums[cellOf[i]!] = sums[cellOf[i]!]! + masses[i]!;
  const potentials = sums.map((_, a) => {
    let felt = 0;
    for (let b = 0; b < count; b++) felt += factors[a * count + b]! * sums[b]!;
    return felt;
  });
  let worst = 0;
  let total = 0;
  for (let i = 0; i < masses.length; i++) {
    const a = cellOf[i]!;
    const expected = masses[i]! * (potentials[a]! - masses[i]! * own(factors, count, a));
    worst = Math.max(worst, Math.abs(expected - strengths[i]!));
    total += strengths[i]!;
  }
  return total > 0 ? (worst * masses.length) / total : 0;
}

function checkUse(graph: WeightedGraph, positions: Positions, options: SpatialNullOptions): void {
  const { deterrence = 'binned', constrained = true, nodeWeights, cells } = options;
  if (!(deterrence in forms)) {
    throw new EngineError(
      'deterrence-not-known',
      `There is no deterrence "${deterrence}".`,
      `choose one of ${Object.keys(forms).join(', ')}.`,
      deterrence,
    );
  }
  if (positions.lat.length !== graph.order) {
    throw new EngineError(
      'lengths-differ',
      `There are ${graph.order} places in the graph and ${positions.lat.length} positions.`,
      'give one position a place, in the same order, NaN in both coordinates where it is unknown.',
      [graph.order, positions.lat.length],
    );
  }
  if (cells !== undefined && !(Number.isInteger(cells) && cells >= 2 && cells <= mostCells)) {
    throw new EngineError(
      'cells-not-usable',
      `Places cannot be gathered in ${cells} cells.`,
      `give a whole number from 2 to ${mostCells}, or leave it out.`,
      cells,
    );
  }
  checkWeights(graph);
  if (options.communities) checkCommunities(options.communities, graph.order, constrained);
  if (nodeWeights !== undefined) checkNodeWeights(nodeWeights, graph.order, constrained);
}

function checkCommunities(communities: Uint32Array, order: number, constrained: boolean): void {
  checkMembership(communities, order);
  if (constrained) return;
  throw new EngineError(
    'options-contradict',
    'Communities were given for a null that is not constrained, which has no pull to fit.',
    'leave them out, or leave constrained out.',
    communities.length,
  );
}

function checkNodeWeights(nodeWeights: Float64Array, order: number, constrained: boolean): void {
  if (constrained) {
    throw new EngineError(
      'node-weights-not-usable',
      'Node weights were given for a constrained null, whose masses are estimated.',
      'leave them out, or set constrained to false.',
      nodeWeights.length,
    );
  }
  if (nodeWeights.length !== order) {
    throw new EngineError(
      'node-weights-not-usable',
      `There are ${nodeWeights.length} node weights for ${order} places.`,
      'give one a place.',
      nodeWeights.length,
    );
  }
  const wrong = nodeWeights.findIndex((weight) => !(weight >= 0 && weight < Number.POSITIVE_INFINITY));
  if (wrong < 0) return;
  throw new EngineError(
    'node-weights-not-usable',
    `Place ${wrong} has node weight ${nodeWeights[wrong]}.`,
    'give finite numbers, zero or more.',
    [wrong, nodeWeights[wrong]],
  );
}
