import type { Rng } from '../../random/rng.js';
import { shuffleFirst } from '../../random/shuffle.js';

const run = 8;

/**
 * Puts the nodes 0..order−1 in the first entries of `nodes`: runs of consecutive nodes, the runs in random order. As
 * good as single nodes in random order, and their rows are read from memory one after the other.
 */
export function drawVisitingOrder(nodes: Uint32Array, order: number, rng: Rng): void {
  const runs = Math.ceil(order / run);
  listRuns(nodes, runs);
  shuffleFirst(nodes, runs, rng);
  spellOutRuns(nodes, runs, order);
}

// One loop a function: what follows a long loop is compiled before it ever ran, and thrown away when it does.
function listRuns(nodes: Uint32Array, runs: number): void {
  for (let r = 0; r < runs; r++) nodes[r] = r;
}

/** From the numbers of runs to their nodes, from the back, so that no run is overwritten before it is read. */
function spellOutRuns(nodes: Uint32Array, runs: number, order: number): void {
  let first = order;
  for (let r = runs - 1; r >= 0; r--) {
    const from = nodes[r]! * run;
    const length = Math.min(run, order - from);
    first -= length;
    for (let k = 0; k < length; k++) nodes[first + k] = from + k;
  }
}
