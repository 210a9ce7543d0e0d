import type { MadeTerritories } from './spatial-territories.js';

const archetypes = 8;

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
        const logit = -3 + (typical[a * columns + p] === 1 ? 4 : 0) + around[i * columns + p]!;
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
