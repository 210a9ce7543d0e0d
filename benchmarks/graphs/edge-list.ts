import { graphFromEdges, type Rng, type WeightedGraph } from '../../engine/index.js';

/** An undirected graph as benchmarks hand it to every library: each edge once, no self-loop, in random order. */
export interface EdgeList {
  readonly name: string;
  readonly order: number;
  readonly sources: Uint32Array;
  readonly targets: Uint32Array;
  readonly weights: Float64Array;
}

/** A growing list of edges; what is drawn twice counts once, self-loops are dropped. */
export class EdgeDraws {
  private readonly sources: number[] = [];
  private readonly targets: number[] = [];
  private readonly weights: number[] = [];

  add(i: number, j: number, weight = 1): void {
    if (i === j) return;
    this.sources.push(i);
    this.targets.push(j);
    this.weights.push(weight);
  }

  /**
   * The places renumbered at random, so that no method learns a community from neighbouring numbers; edges drawn
   * several times keep their mean weight.
   */
  finish(name: string, order: number, rng: Rng): EdgeList {
    const numbers = shuffledNumbers(order, rng);
    const sources = Uint32Array.from(this.sources, (i) => numbers[i]!);
    const targets = Uint32Array.from(this.targets, (j) => numbers[j]!);
    const times = graphFromEdges(order, sources, targets);
    const sums = graphFromEdges(order, sources, targets, Float64Array.from(this.weights));
    const size = times.targets.length / 2;
    const list = {
      name,
      order,
      sources: new Uint32Array(size),
      targets: new Uint32Array(size),
      weights: new Float64Array(size),
    };
    let filled = 0;
    for (let i = 0; i < order; i++) {
      for (let at = times.offsets[i]!; at < times.offsets[i + 1]!; at++) {
        const j = times.targets[at]!;
        if (j < i) continue;
        const slot = rng.integer(++filled);
        const last = filled - 1;
        list.sources[last] = list.sources[slot]!;
        list.targets[last] = list.targets[slot]!;
        list.weights[last] = list.weights[slot]!;
        list.sources[slot] = i;
        list.targets[slot] = j;
        list.weights[slot] = sums.weights[at]! / times.weights[at]!;
      }
    }
    return list;
  }
}

export function graphOf(list: EdgeList): WeightedGraph {
  return graphFromEdges(list.order, list.sources, list.targets, list.weights);
}

function shuffledNumbers(order: number, rng: Rng): Uint32Array {
  const numbers = new Uint32Array(order);
  for (let i = 0; i < order; i++) {
    const slot = rng.integer(i + 1);
    numbers[i] = numbers[slot]!;
    numbers[slot] = i;
  }
  return numbers;
}
