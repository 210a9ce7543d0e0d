/** Temperatures in typical losses, found on instances of 120 to 500 units, random, Euclidean and territory-like. */
export const scattering = 0.35;
export const reheating = 0.23;
export const frozen = 0.1;

/** Where a cooling from scratch starts that has little time: above it a sweep costs up to ten times as much, and little forms. */
export const melting = 0.25;
