import { EngineError } from '../../engine-error.js';

/** A field of `order` elements, written 0..order−1; 0 and 1 are its zero and its one. */
export interface FiniteField {
  readonly order: number;
  subtract(a: number, b: number): number;
  multiply(a: number, b: number): number;
}

/**
 * The field of q = p^e elements: an element is a polynomial of degree < e over the integers modulo p, its
 * coefficients being the digits of its number in base p; products are taken modulo the first polynomial of
 * degree e of which x is a primitive element (Lidl, Niederreiter, Finite Fields, 1997,
 * 10.1017/CBO9780511525926).
 *
 * @throws EngineError `not-a-prime-power`
 */
export function finiteField(order: number): FiniteField {
  const factors = primePowers(order);
  const [first] = factors;
  if (factors.length !== 1 || !first) {
    throw new EngineError(
      'not-a-prime-power',
      `There is no field of ${order} elements.`,
      'ask for a power of a prime: 2, 3, 4, 5, 7, 8, 9, 11…',
      order,
    );
  }
  const powers = powersOfPrimitive(first.prime, first.exponent, order);
  const logarithm = new Int32Array(order);
  for (let e = 0; e < order - 1; e++) logarithm[powers[e]!] = e;
  return {
    order,
    subtract: (a, b) => combineDigits(first.prime, a, b, -1),
    multiply: (a, b) => {
      if (a === 0 || b === 0) return 0;
      return powers[(logarithm[a]! + logarithm[b]!) % (order - 1)]!;
    },
  };
}

export interface PrimePower {
  readonly prime: number;
  readonly exponent: number;
  readonly value: number;
}

/** The powers of distinct primes whose product is n, smallest prime first; none for n < 2. */
export function primePowers(n: number): PrimePower[] {
  const found: PrimePower[] = [];
  let rest = n;
  for (let prime = 2; rest > 1; prime++) {
    if (prime * prime > rest) prime = rest;
    let exponent = 0;
    for (; rest % prime === 0; rest /= prime) exponent++;
    if (exponent > 0) found.push({ prime, exponent, value: prime ** exponent });
  }
  return found;
}

/** 1, g, g², … g^(order−2) for an element g that generates every element but 0. */
function powersOfPrimitive(prime: number, exponent: number, order: number): Int32Array {
  const powers = new Int32Array(order - 1);
  // for a prime field the candidates are its elements, otherwise the lower coefficients of the modulus
  for (let candidate = 1; candidate < order; candidate++) {
    let power = 1;
    let length = 0;
    do {
      powers[length++] = power;
      power = exponent === 1 ? (power * candidate) % prime : timesX(prime, order / prime, power, candidate);
    } while (power > 1 && length < order - 1);
    if (power === 1 && length === order - 1) return powers;
  }
  throw new EngineError(
    'no-primitive-element',
    `No primitive element was found among ${order}.`,
    'report this: every finite field has one.',
    order,
  );
}

/** x·a modulo x^e + (candidate, by its digits); `top` = p^(e−1). */
function timesX(prime: number, top: number, a: number, candidate: number): number {
  const leading = Math.floor(a / top);
  let result = (a % top) * prime;
  for (let k = 0; k < leading; k++) result = combineDigits(prime, result, candidate, -1);
  return result;
}

/** a + sign·b, digit by digit in base p without carry. */
function combineDigits(prime: number, a: number, b: number, sign: 1 | -1): number {
  let result = 0;
  for (let place = 1; a > 0 || b > 0; place *= prime) {
    result += place * ((((a % prime) + sign * (b % prime) + prime) % prime) | 0);
    a = Math.floor(a / prime);
    b = Math.floor(b / prime);
  }
  return result;
}
