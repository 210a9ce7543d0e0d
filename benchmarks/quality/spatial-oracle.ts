import type { Matrix } from '../../engine/index.js';
import type { MadeTerritories } from './spatial-territories.js';

const archetypes = 8;
/** logit of a declaration where no field and no archetype speaks */
const seldom = -3;
/** variance of what an archetype adds to a logit, as far as nobody knows it */
const spreadOfClasses = 4;
const rounds = 40;

/**
 * The archetype that makes what each territory declares by lot most likely, for one who knows the problems of all
 * archetypes, the regional fields and the lottery: nobody can do better (Bayes' rule, archetypes being equally likely).
 */
export function likeliestArchetypes({ profiles, typical, around }: MadeTerritories): Uint32Array {
  const { rows, columns, values } = profiles;
  return Uint32Array.from({ length: rows }, (_, i) => {
    let best = 0;
    let greatest = Number.NEGATIVE_INFINITY;
    for (let a = 0; a < archetypes; a++) {
      let logLikelihood = 0;
      for (let p = 0; p < columns; p++) {
        const logit = seldom + (typical[a * columns + p] === 1 ? 4 : 0) + around[i * columns + p]!;
        const declared = values[i * columns + p]! > 0;
        logLikelihood -= Math.log1p(Math.exp(declared ? -logit : logit));
      }
      if (logLikelihood <= greatest) continue;
      greatest = logLikelihood;
      best = a;
    }
    return best;
  });
}

/** What is declared beyond the probability of the regional field, for one who knows the fields: 0 or 1 less σ(−3 + field). */
export function beyondKnownFields({ profiles, around }: MadeTerritories): Matrix {
  return {
    ...profiles,
    values: profiles.values.map((x, at) => (x > 0 ? 1 : 0) - chance(seldom + around[at]!)),
  };
}

/**
 * Classes of territories for one who knows the fields and must learn what each class declares: logistic latent classes
 * by expectation and maximisation (Dempster, Laird, Rubin 1977), what a class adds to a logit being normal around 0.
 * Starts from the true archetypes, so that no start of one's own can be blamed.
 */
export function learntClasses({ profiles, archetype, around }: MadeTerritories): Uint32Array {
  const { rows, columns, values } = profiles;
  const share = new Float64Array(rows * archetypes);
  for (let i = 0; i < rows; i++) share[i * archetypes + archetype[i]!] = 1;
  const added = new Float64Array(archetypes * columns);
  for (let round = 0; round < rounds; round++) {
    for (let a = 0; a < archetypes; a++) {
      for (let p = 0; p < columns; p++) {
        const of = { a, p, columns, rows };
        added[a * columns + p] = likeliestAddition(added[a * columns + p]!, of, values, around, share);
      }
    }
    shareOut(profiles, around, added, share);
  }
  return Uint32Array.from({ length: rows }, (_, i) => {
    const own = share.subarray(i * archetypes, (i + 1) * archetypes);
    return own.indexOf(Math.max(...own));
  });
}

/** Newton's steps, none longer than 2. */
function likeliestAddition(
  from: number,
  { a, p, columns, rows }: { a: number; p: number; columns: number; rows: number },
  values: Float64Array,
  around: Float64Array,
  share: Float64Array,
): number {
  let addition = from;
  for (let step = 0; step < 6; step++) {
    let slope = -addition / spreadOfClasses;
    let bend = 1 / spreadOfClasses;
    for (let i = 0; i < rows; i++) {
      const weight = share[i * archetypes + a]!;
      const expected = chance(seldom + around[i * columns + p]! + addition);
      slope += weight * ((values[i * columns + p]! > 0 ? 1 : 0) - expected);
      bend += weight * expected * (1 - expected);
    }
    addition += Math.max(-2, Math.min(2, slope / bend));
  }
  return addition;
}

/** How likely each class is for each territory. */
function shareOut(
  { rows, columns, values }: Matrix,
  around: Float64Array,
  added: Float64Array,
  share: Float64Array,
): void {
  const sizes = new Float64Array(archetypes);
  for (let at = 0; at < share.length; at++) sizes[at % archetypes]! += share[at]!;
  for (let i = 0; i < rows; i++) {
    const logs = Float64Array.from(sizes, (size, a) => {
      let log = Math.log(size + 1);
      for (let p = 0; p < columns; p++) {
        const logit = seldom + around[i * columns + p]! + added[a * columns + p]!;
        log -= Math.log1p(Math.exp(values[i * columns + p]! > 0 ? -logit : logit));
      }
      return log;
    });
    const greatest = Math.max(...logs);
    const chances = logs.map((log) => Math.exp(log - greatest));
    const all = chances.reduce((sum, value) => sum + value, 0);
    for (let a = 0; a < archetypes; a++) share[i * archetypes + a] = chances[a]! / all;
  }
}

function chance(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
