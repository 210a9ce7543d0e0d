/** A seeded source of numbers; the engine knows no other. */
export interface Rng {
  /** uniform in [0, 1), 32 bits */
  next(): number;
  /** uniform integer in [0, bound); bound ≥ 1 */
  integer(bound: number): number;
  /** an independent stream, a function of this stream's origin and the name only, not of what was drawn */
  stream(name: string): Rng;
}

/**
 * Makes the generator of a seed: sfc32 (Doty-Humphrey, PractRand, 2010), 128 bits of state,
 * seeded through a 32-bit finaliser (Appleby, MurmurHash3, 2011).
 * The same seed gives the same numbers on every machine.
 */
export function createRng(seed: number): Rng {
  const low = mix(seed >>> 0);
  const high = Math.floor(seed / 2 ** 32) >>> 0;
  return streamFrom(high === 0 ? low : mix(low ^ mix(high ^ 0x5bd1e995)));
}

function streamFrom(origin: number): Rng {
  let a = mix(origin ^ 0x9e3779b9);
  let b = mix(a ^ 0x243f6a88);
  let c = mix(b ^ 0xb7e15162);
  let counter = 1;

  const draw = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let warmUp = 0; warmUp < 12; warmUp++) draw();

  return {
    next: () => draw() / 2 ** 32,
    integer: (bound) => Math.floor((draw() / 2 ** 32) * bound),
    stream: (name) => streamFrom(mix(origin ^ hashOfName(name))),
  };
}

function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) | 0;
}

/** FNV-1a over UTF-16 units (Fowler, Noll, Vo, 1991). */
function hashOfName(name: string): number {
  let h = 0x811c9dc5;
  for (let k = 0; k < name.length; k++) h = Math.imul(h ^ name.charCodeAt(k), 0x01000193);
  return h | 0;
}
