import { type AlternatingForest, EVEN } from './alternating-forest.js';
import type { BlossomFamily } from './blossom-family.js';
import type { Duals } from './duals.js';
import type { Incidence } from './incidence.js';

/**
 * For each even blossom shrunk in this search, the half-edge of least slack from it to each vertex.
 *
 * Slacks from one even node to one vertex change together, so what is least stays least until the search
 * ends. A blossom gathers those of its children in O(order) a child: O(order²) a search (Galil 1986).
 */
export class BlossomReach {
  private readonly graph: Incidence;
  private readonly family: BlossomFamily;
  private readonly duals: Duals;
  /** by node: one half-edge a vertex, −1 where there is none */
  private readonly rows: (Int32Array | undefined)[];
  private readonly spare: Int32Array[] = [];

  constructor(graph: Incidence, family: BlossomFamily, duals: Duals) {
    this.graph = graph;
    this.family = family;
    this.duals = duals;
    this.rows = new Array(family.nodeCount);
  }

  /** Gathers what a blossom just shrunk reaches; its children forget theirs. */
  gather(blossom: number): void {
    const { order, firstChild, next } = this.family;
    const row = this.spare.pop() ?? new Int32Array(order);
    row.fill(-1);
    const first = firstChild[blossom]!;
    let child = first;
    do {
      this.addChild(child, row);
      child = next[child]!;
    } while (child !== first);
    this.rows[blossom] = row;
  }

  /** The half-edge of least slack from the blossom to another even node, −1 if there is none. */
  closestEven(blossom: number, { label }: AlternatingForest): number {
    const { order, top } = this.family;
    const row = this.rows[blossom];
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    if (!row) return best;
    for (let x = 0; x < order; x++) {
      const k = row[x]!;
      if (k === -1 || top[x] === blossom || label[top[x]!] !== EVEN) continue;
      const slack = this.duals.slack(k);
      if (slack < least) {
        least = slack;
        best = k;
      }
    }
    return best;
  }

  /** Forgets everything, at the end of a search. */
  clear(): void {
    for (const [node, row] of this.rows.entries()) if (row) this.release(node, row);
  }

  private addChild(child: number, into: Int32Array): void {
    const known = this.rows[child];
    if (known) {
      for (let x = 0; x < known.length; x++) if (known[x] !== -1) this.keepCloser(known[x]!, into);
      this.release(child, known);
      return;
    }
    const { firstLeaf, lastLeaf, nextLeaf } = this.family;
    const { first } = this.graph;
    const last = lastLeaf[child]!;
    for (let v = firstLeaf[child]!; ; v = nextLeaf[v]!) {
      const end = first[v + 1]!;
      for (let k = first[v]!; k < end; k++) this.keepCloser(k, into);
      if (v === last) return;
    }
  }

  private keepCloser(k: number, into: Int32Array): void {
    const x = this.graph.head[k]!;
    const known = into[x]!;
    if (known === -1 || this.duals.slack(k) < this.duals.slack(known)) into[x] = k;
  }

  private release(node: number, row: Int32Array): void {
    this.rows[node] = undefined;
    this.spare.push(row);
  }
}
