/**
 * Estimates how weight falls with distance: factor f of each class of distance from what is observed in it and
 * what the masses alone would give (Σ N_i N_j over its pairs), so that Σ f × byMasses = Σ observed.
 * Classes go by growing distance (km, > 0 but where all places coincide).
 */
export type Deterrence = (
  observed: Float64Array,
  byMasses: Float64Array,
  distancesKm: Float64Array,
) => Float64Array;

/**
 * Distance by distance, f = observed / byMasses: nothing is assumed of its shape (Expert, Evans, Blondel,
 * Lambiotte 2011, 10.1073/pnas.1018962108). 0 where there is no mass.
 */
export const binnedDeterrence: Deterrence = (observed, byMasses) =>
  observed.map((weight, k) => (byMasses[k]! > 0 ? weight / byMasses[k]! : 0));
