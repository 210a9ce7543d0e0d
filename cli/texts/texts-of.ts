import type { Language } from '../../engine/index.js';
import { english } from './texts.en.js';
import { french } from './texts.fr.js';
import type { Texts } from './texts.js';

const texts: Readonly<Record<Language, Texts>> = { fr: french, en: english };

/** Those that the command speaks, in the order of the help. */
export const languages = Object.keys(texts) as readonly Language[];

export function textsOf(language: Language): Texts {
  return texts[language];
}
