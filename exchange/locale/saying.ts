import type { Language } from '../../engine/index.js';

/** Picks the words of a language where they stand side by side: `say('Atelier', 'Workshop')`. */
export function saying(language: Language): (fr: string, en: string) => string {
  return language === 'fr' ? (fr) => fr : (_fr, en) => en;
}
