import { EngineError } from '../../engine-error.js';
import { firstLevel, type LeidenLevel } from './leiden-level.js';
import { checkResolution } from './modularity.js';
import type { NullModel } from './null-model.js';
import { checkMembership, renumbered } from './partition.js';
import { constantPottsNull, nullOfStrengths } from './product-null.js';
import type { WeightedGraph } from './weighted-graph.js';

/** What Leiden maximises and how long it looks. */
export interface LeidenOptions {
  /** weight against chance (modularity, the default) or against a density (constant Potts model) */
  readonly objective?: 'modularity' | 'cpm';
  /** γ ≥ 0, 1 by default: the larger, the more communities; for CPM the density that a community must exceed */
  readonly resolution?: number;
  /** whole number ≥ 0; 1 by default */
  readonly seed?: number;
  /** rounds over the whole graph, each starting from the last; 2 by default; Infinity: until a round moves nobody */
  readonly iterations?: number;
  /** community of each place to start from, any whole numbers; each place alone if left out */
  readonly initial?: Uint32Array;
  /** sizes n_i of the places for CPM, finite and ≥ 0; 1 each if left out */
  readonly nodeWeights?: Float64Array;
  /** takes the place of the configuration null of modularity */
  readonly nullModel?: NullModel;
  /** randomness of the refinement in mean edge weights, > 0; 0.01 by default; the smaller, the greedier */
  readonly theta?: number;
}

/** A graph and options that were found fit, in the form that the algorithm wants. */
export interface CheckedLeiden {
  readonly base: LeidenLevel;
  readonly nullModel: NullModel;
  readonly resolution: number;
  /** in units of the weights */
  readonly theta: number;
  readonly iterations: number;
  readonly initial: Uint32Array | null;
  readonly qualityOf: (membership: Uint32Array) => number;
}

/** @throws EngineError as told at `leiden` */
export function checkLeiden(graph: WeightedGraph, options: LeidenOptions): CheckedLeiden {
  const { objective = 'modularity', resolution = 1, iterations = 2, theta = 0.01, initial } = options;
  checkObjective(objective, options);
  checkResolution(resolution);
  checkSeed(options.seed ?? 1);
  if (!(iterations >= 1 && (Number.isInteger(iterations) || iterations === Number.POSITIVE_INFINITY))) {
    throw new EngineError(
      'iterations-not-usable',
      `Leiden cannot make ${iterations} iterations.`,
      'give a whole number, 1 or more, or Infinity to go on until nobody moves.',
      iterations,
    );
  }
  if (!(theta > 0 && theta < Number.POSITIVE_INFINITY)) {
    throw new EngineError(
      'theta-not-usable',
      `The randomness θ of the refinement cannot be ${theta}.`,
      'give a finite number above 0; values from 0.0005 to 0.1 do about as well as each other.',
      theta,
    );
  }
  const weight = weigh(graph);
  if (initial) checkMembership(initial, graph.order);
  const nullModel = options.nullModel ?? nullOf(weight.strength, objective, options.nodeWeights);
  checkOrder(nullModel.order, graph.order, 'nodes in the null model');
  return {
    base: firstLevel(graph, weight.needless, weight.strength),
    nullModel,
    resolution,
    theta: weight.edges > 0 ? (theta * weight.total) / weight.edges : theta,
    iterations,
    initial: initial ? renumbered(initial).membership : null,
    qualityOf: (membership) => {
      const inside = weightInside(graph, membership) - resolution * nullModel.expectedInside(membership);
      if (objective === 'cpm') return inside / 2;
      return weight.total > 0 ? inside / weight.total : 0;
    },
  };
}

function checkObjective(objective: string, options: LeidenOptions): void {
  if (objective !== 'modularity' && objective !== 'cpm') {
    throw new EngineError(
      'objective-not-known',
      `Leiden has no objective "${objective}".`,
      `give 'modularity' or 'cpm'.`,
      objective,
    );
  }
  const contradiction =
    options.nullModel && (options.nodeWeights || objective === 'cpm')
      ? 'A null model of one’s own replaces that of modularity, so CPM and its node weights have no part.'
      : options.nodeWeights && objective !== 'cpm'
        ? 'Node weights are for CPM: in modularity the strength of a place is its weight.'
        : null;
  if (!contradiction) return;
  throw new EngineError(
    'options-contradict',
    contradiction,
    `keep one of nullModel and objective 'cpm', and nodeWeights with 'cpm' only.`,
    Object.keys(options),
  );
}

function checkSeed(seed: number): void {
  if (Number.isSafeInteger(seed) && seed >= 0) return;
  throw new EngineError(
    'seed-not-usable',
    `The seed cannot be ${seed}.`,
    'give a whole number, 0 or more.',
    seed,
  );
}

function checkOrder(given: number, order: number, what: string): void {
  if (given === order) return;
  throw new EngineError(
    'lengths-differ',
    `There are ${given} ${what} for ${order} places.`,
    'give one a place.',
    [given, order],
  );
}

function nullOf(
  strength: Float64Array,
  objective: 'modularity' | 'cpm',
  nodeWeights: Float64Array = new Float64Array(objective === 'cpm' ? strength.length : 0).fill(1),
): NullModel {
  if (objective === 'modularity') return nullOfStrengths(strength);
  checkOrder(nodeWeights.length, strength.length, 'node weights');
  const wrong = nodeWeights.findIndex((size) => !(size >= 0 && size < Number.POSITIVE_INFINITY));
  if (wrong < 0) return constantPottsNull(nodeWeights);
  throw new EngineError(
    'node-weight-not-usable',
    `Place ${wrong} has the size ${nodeWeights[wrong]}.`,
    'give finite sizes, zero or more.',
    [wrong, nodeWeights[wrong]],
  );
}

interface Weighed {
  /** sum of the weights at each place; a self-loop counts twice */
  readonly strength: Float64Array;
  /** sum of the strengths */
  readonly total: number;
  /** entries of the rows that tie two places, two an edge */
  readonly edges: number;
  /** entries that tie nobody to anybody: self-loops and weights of 0 */
  readonly needless: number;
}

/** Looks at every weight. */
function weigh({ order, offsets, targets, weights }: WeightedGraph): Weighed {
  const strength = new Float64Array(order);
  let total = 0;
  let needless = 0;
  let entries = 0;
  for (let i = 0; i < order; i++) {
    let sum = 0;
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) {
      const weight = weights[at]!;
      if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY)) refuseWeight(i, targets[at]!, weight);
      entries++;
      if (targets[at] === i) {
        sum += 2 * weight;
        needless++;
      } else {
        sum += weight;
        if (weight === 0) needless++;
      }
    }
    strength[i] = sum;
    total += sum;
  }
  if (total < Number.POSITIVE_INFINITY) return { strength, total, edges: entries - needless, needless };
  throw new EngineError(
    'weight-not-usable',
    'The weights add up to more than a number can hold.',
    'divide them all by their greatest; communities do not change.',
    total,
  );
}

function refuseWeight(i: number, j: number, weight: number): never {
  throw new EngineError(
    'weight-not-usable',
    `The edge between ${i} and ${j} weighs ${weight}.`,
    'give finite weights, zero or more; graphFromEdges says which edge it is.',
    [i, j, weight],
  );
}

/** Σ A_ij over ordered pairs in one community; a self-loop counts twice. */
function weightInside(graph: WeightedGraph, membership: Uint32Array): number {
  const { order, offsets, targets, weights } = graph;
  let inside = 0;
  for (let i = 0; i < order; i++) {
    const own = membership[i]!;
    for (let at = offsets[i]!; at < offsets[i + 1]!; at++) {
      const j = targets[at]!;
      inside += weights[at]! * (+(membership[j] === own) + +(j === i));
    }
  }
  return inside;
}
