import type { LeidenLevel } from './leiden-level.js';

/**
 * Memory of a Leiden run, laid out once for the first level and reused on every level and iteration: a level of
 * n nodes uses the first n entries of each array.
 */
export interface LeidenScratch {
  /** community of each node of the level, labels < order of the level */
  readonly membership: Uint32Array;
  /** refined community of each node of the level */
  readonly refined: Uint32Array;
  /** number of nodes in each community */
  readonly sizes: Uint32Array;
  /** number of nodes in each refined community */
  readonly refinedSizes: Uint32Array;
  /** the nodes in the order in which they are visited */
  readonly nodes: Uint32Array;
  /** how much each node can lose before it is to be visited; below 0 it is restless */
  readonly slack: Float64Array;
  /** labels without a node, a stack; between moves of no meaning */
  readonly empty: Uint32Array;
  /** weight between the node visited and each community, then its gain; all 0 between visits */
  readonly gains: Float64Array;
  /** the communities whose gain is not untouched */
  readonly touched: Uint32Array;
  /** weight between each node and the others of its community when last weighed */
  readonly inside: Float64Array;
  /** weight beyond expectation between each refined community and the rest of its community */
  readonly surplus: Float64Array;
  /** sums of the chances of refined communities, up to each that a node may join */
  readonly chances: Float64Array;
  /** new label of each old one, or nodes by community */
  readonly relabel: Uint32Array;
  /** ends of the groups in a counting sort */
  readonly ends: Uint32Array;
  /** two sets of rows that aggregated levels use in turn; without room at first */
  readonly rows: readonly [Rows, Rows];
}

/** Room for the rows of an aggregated level. */
export interface Rows {
  strength: Float64Array;
  offsets: Uint32Array;
  targets: Uint32Array;
  weights: Float64Array;
}

/**
 * Nothing beside any weight, but not 0: put in `gains` for the one community that must not be listed as touched.
 */
export const untied = 1e-300;

/** Lays out the memory for a graph and everything aggregated from it. */
export function leidenScratch(graph: LeidenLevel): LeidenScratch {
  const { order } = graph;
  return {
    membership: new Uint32Array(order),
    refined: new Uint32Array(order),
    sizes: new Uint32Array(order),
    refinedSizes: new Uint32Array(order),
    nodes: new Uint32Array(order),
    slack: new Float64Array(order),
    empty: new Uint32Array(order),
    gains: new Float64Array(order),
    touched: new Uint32Array(order + 1),
    inside: new Float64Array(order),
    surplus: new Float64Array(order),
    chances: new Float64Array(order),
    relabel: new Uint32Array(order),
    ends: new Uint32Array(order + 1),
    rows: [rowsFor(0, 0), rowsFor(0, 0)],
  };
}

/** Makes sure that a level of so many nodes and entries fits; what was there may be lost. */
export function makeRoom(rows: Rows, order: number, entries: number): void {
  if (rows.strength.length < order || rows.targets.length < entries)
    Object.assign(rows, rowsFor(order, entries));
}

function rowsFor(order: number, entries: number): Rows {
  return {
    strength: new Float64Array(order),
    offsets: new Uint32Array(order + 1),
    targets: new Uint32Array(entries),
    weights: new Float64Array(entries),
  };
}
