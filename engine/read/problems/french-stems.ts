import { stemmer } from '@orama/stemmers/french';

/**
 * The stem of a folded word (lower case, no accent, singular): French Snowball (Porter, 2001) as `@orama/stemmers` has it.
 *
 * Without accents Snowball no longer sees participles (rénovée → rénov, renovee → renove), so a final e
 * of the stem is cut as well. English words keep a stem of their own, the same wherever they are met.
 */
export function frenchStem(singular: string): string {
  const stem = stemmer(singular);
  return stem.length > 4 && stem.endsWith('e') ? stem.slice(0, -1) : stem;
}
