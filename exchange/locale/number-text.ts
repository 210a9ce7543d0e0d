import type { Language } from '../../engine/index.js';

/**
 * A number as a reader of the language writes it: decimal comma and spaced thousands in French.
 *
 * Written by hand because `Intl` changes its spaces from one machine to the next. A value that is
 * not finite gives "–".
 */
export function numberText(value: number, digits: number, language: Language): string {
  if (!Number.isFinite(value)) return '–';
  const [whole = '0', decimals] = Math.abs(value).toFixed(digits).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'fr' ? '\u00a0' : ',');
  const unsigned = decimals === undefined ? grouped : `${grouped}${language === 'fr' ? ',' : '.'}${decimals}`;
  const isZero = !/[1-9]/.test(unsigned);
  return value < 0 && !isZero ? `-${unsigned}` : unsigned;
}

/** A share 0..1 in per cent: "4 %" in French, "4%" in English. */
export function percentText(share: number, language: Language): string {
  return `${numberText(share * 100, 0, language)}${language === 'fr' ? '\u00a0' : ''}%`;
}

/** A distance in whole kilometres: "128 km". */
export function kilometresText(km: number, language: Language): string {
  return `${numberText(km, 0, language)}\u00a0km`;
}
