import { type AlternatingForest, EVEN, ODD } from './alternating-forest.js';
import type { BlossomFamily } from './blossom-family.js';
import type { Incidence } from './incidence.js';

/**
 * The dual variables: u[v] of each vertex, z[b] ≥ 0 of each blossom.
 *
 * The slack u[v] + u[w] − 2 weight of an edge is never negative, and 0 for matched edges and those inside
 * blossoms. All values are whole numbers: even vertices have u of one parity, and z is always even, so the
 * halves that the search takes are whole too.
 */
export class Duals {
  readonly u: Float64Array;
  readonly z: Float64Array;
  private readonly graph: Incidence;

  constructor(graph: Incidence, nodeCount: number) {
    this.graph = graph;
    this.u = new Float64Array(graph.order).fill(graph.largest);
    this.z = new Float64Array(nodeCount);
  }

  slack(k: number): number {
    return this.u[this.graph.tail[k]!]! + this.u[this.graph.head[k]!]! - this.graph.doubled[k]!;
  }

  /** Lowers even vertices and raises odd ones by delta: tree edges stay tight, what lies between trees gets closer. */
  shift(delta: number, { order, nodeCount, top, parent }: BlossomFamily, { label }: AlternatingForest): void {
    if (delta === 0) return;
    const { u, z } = this;
    for (let v = 0; v < order; v++) {
      const of = label[top[v]!];
      if (of === EVEN) u[v]! -= delta;
      else if (of === ODD) u[v]! += delta;
    }
    for (let b = order; b < nodeCount; b++) {
      if (parent[b] !== -1) continue;
      if (label[b] === EVEN) z[b]! += 2 * delta;
      else if (label[b] === ODD) z[b]! -= 2 * delta;
    }
  }
}
