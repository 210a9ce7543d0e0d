import type { Rng } from './rng.js';

/** Permutes an array of indices in place, every order equally likely (Fisher–Yates; Durstenfeld 1964, 10.1145/364520.364540). */
export function shuffle(indices: Uint32Array | Int32Array, rng: Rng): void {
  shuffleFirst(indices, indices.length, rng);
}

/** Permutes the first `count` entries of an array in place and leaves the others. */
export function shuffleFirst(indices: Uint32Array | Int32Array, count: number, rng: Rng): void {
  for (let last = count - 1; last > 0; last--) {
    const pick = rng.integer(last + 1);
    const held = indices[last]!;
    indices[last] = indices[pick]!;
    indices[pick] = held;
  }
}
