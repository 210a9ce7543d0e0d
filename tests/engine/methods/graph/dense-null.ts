import type { NullModel } from '../../../../engine/methods/graph/null-model.js';

/** Any null, written out pair by pair, and counted anew at every call: slow and plain, to hold others against. */
export class DenseNull implements NullModel {
  readonly order: number;
  private readonly expected: readonly (readonly number[])[];
  private readonly membership: number[];

  constructor(expected: readonly (readonly number[])[]) {
    this.order = expected.length;
    this.expected = expected;
    this.membership = expected.map((_, i) => i);
  }

  scatter(): void {
    this.membership.forEach((_, i) => {
      this.membership[i] = i;
    });
  }

  place(membership: Uint32Array): void {
    for (let i = 0; i < this.order; i++) this.membership[i] = membership[i]!;
  }

  subtractExpected(
    node: number,
    own: number,
    communities: Uint32Array,
    count: number,
    resolution: number,
    gains: Float64Array,
  ): void {
    if (this.membership[node] !== own) throw new Error(`node ${node} is not in ${own}`);
    for (const c of communities.subarray(0, count)) {
      this.membership.forEach((community, j) => {
        if (community === c && j !== node) gains[c]! -= resolution * this.expected[node]![j]!;
      });
    }
  }

  subtractFromContenders(
    node: number,
    own: number,
    communities: Uint32Array,
    count: number,
    resolution: number,
    gains: Float64Array,
  ): void {
    this.subtractExpected(node, own, communities, count, resolution, gains);
  }

  subtractFromLikely(
    node: number,
    communities: Uint32Array,
    count: number,
    resolution: number,
    gains: Float64Array,
  ): void {
    this.subtractExpected(node, this.membership[node]!, communities, count, resolution, gains);
  }

  move(node: number, from: number, to: number): void {
    if (this.membership[node] !== from || from === to) throw new Error(`node ${node}: ${from} to ${to}`);
    this.membership[node] = to;
  }

  aggregate(membership: Uint32Array, count: number): DenseNull {
    const sums = Array.from({ length: count }, () => new Array<number>(count).fill(0));
    this.expected.forEach((row, i) => {
      row.forEach((value, j) => {
        sums[membership[i]!]![membership[j]!]! += value;
      });
    });
    return new DenseNull(sums);
  }

  expectedInside(membership: Uint32Array): number {
    let sum = 0;
    this.expected.forEach((row, i) => {
      row.forEach((value, j) => {
        if (membership[i] === membership[j]) sum += value;
      });
    });
    return sum;
  }
}
