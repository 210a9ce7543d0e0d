import { EVEN, ODD } from './alternating-tree.js';
import type { BlossomFamily } from './blossom-family.js';

/**
 * The dual variables: u[v] ≥ 0 of each vertex, z[b] ≥ 0 of each blossom (of a bare vertex it means nothing); `now` is how far the duals of the tree
 * have been shifted since its search began.
 *
 * As `now` grows, even vertices fall by as much, odd ones rise, z of outermost even blossoms rises twice as fast and
 * of odd ones falls. Nothing is written meanwhile: what is in the tree is held as the value it would have
 * had at now = 0 (u + now when even, u − now when odd), so that a shift costs nothing. What is outside the
 * tree, and z of blossoms inside others, are plain values.
 *
 * The slack u[v] + u[w] − 2 weight of an edge is never negative, and 0 for matched edges; those inside blossoms
 * lack as much as the z around them sum to. All values are whole numbers: within a tree all u have one
 * parity, and z is always even, so the halves that the search takes are whole too.
 */
export class Duals {
  readonly u: Float64Array;
  readonly z: Float64Array;
  now = 0;
  private readonly family: BlossomFamily;

  constructor(family: BlossomFamily, u: Float64Array) {
    this.family = family;
    this.u = u;
    this.z = new Float64Array(family.nodeCount);
  }

  /** Holds a plain outermost node as one that enters the tree. */
  hold(node: number, label: number): void {
    const sign = label === EVEN ? 1 : -1;
    this.addToLeaves(node, sign * this.now);
    this.z[node]! -= 2 * sign * this.now;
  }

  /** Makes a node that leaves the tree plain again. */
  release(node: number, label: number): void {
    const sign = label === EVEN ? 1 : -1;
    this.addToLeaves(node, -sign * this.now);
    this.z[node]! += 2 * sign * this.now;
  }

  /** Holds as even the children of a blossom just shrunk: those that were odd turn round. */
  holdShrunk(blossom: number, label: Uint8Array): void {
    const { next, firstChild } = this.family;
    const { z, now } = this;
    const first = firstChild[blossom]!;
    let child = first;
    do {
      if (label[child] === ODD) {
        this.addToLeaves(child, 2 * now);
        z[child]! -= 2 * now;
      } else {
        z[child]! += 2 * now;
      }
      child = next[child]!;
    } while (child !== first);
    z[blossom] = -2 * now;
  }

  /** Holds by its new label the child of an odd blossom just opened. */
  holdOpened(child: number, label: number): void {
    // its vertices are still held as odd, its z is plain
    if (label === ODD) {
      this.z[child]! += 2 * this.now;
    } else if (label === EVEN) {
      this.addToLeaves(child, 2 * this.now);
      this.z[child]! -= 2 * this.now;
    } else {
      this.addToLeaves(child, this.now);
    }
  }

  private addToLeaves(node: number, amount: number): void {
    const { firstLeaf, lastLeaf, nextLeaf } = this.family;
    const last = lastLeaf[node]!;
    for (let v = firstLeaf[node]!; ; v = nextLeaf[v]!) {
      this.u[v]! += amount;
      if (v === last) return;
    }
  }
}
