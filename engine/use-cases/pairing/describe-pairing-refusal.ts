import type { EngineError } from '../../engine-error.js';
import type { Language } from '../../model/local-text.js';

/** Tells an organiser why pairs or peers cannot be sought as asked; null for any other error, and in English. */
export function describePairingRefusal({ code, value }: EngineError, language: Language): string | null {
  return language === 'fr' ? (french[code]?.([value].flat().map(String)) ?? null) : null;
}

const french: Readonly<Record<string, (values: readonly string[]) => string>> = {
  'unknown-pair': ([text]) =>
    `« ${text} » ne désigne pas deux territoires de l’assemblée.\nDonnez deux identifiants joints par « + ».`,
  'pair-of-itself': ([text]) =>
    `Le jumelage « ${text} » cite deux fois le même territoire.\nCitez deux territoires.`,
  'pair-imposed-and-forbidden': (ids) =>
    `Le jumelage « ${ids.join('+')} » est à la fois imposé et exclu.\nRetirez-le de l’une des deux listes, ou l’une des règles.`,
  'too-many-imposed-pairs': ([id]) =>
    `« ${id} » a plus de jumelages imposés que de partenaires permis.\nImposez-en moins, ou permettez plusieurs partenaires par territoire (« --partners »).`,
  'unknown-theme': ([id]) => `Il n’y a pas de thème « ${id} » dans la taxonomie.`,
  'peer-query-out-of-range': ([count, minKm]) =>
    `On ne peut pas chercher ${count} pairs à partir de ${minKm} km.\nDonnez un nombre entier à partir de 1 et des kilomètres à partir de 0.`,
};
