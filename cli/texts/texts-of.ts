import type { Language } from '../../engine/index.js';
import { english } from './texts.en.js';
import { french } from './texts.fr.js';
import type { Texts } from './texts.js';

export function textsOf(language: Language): Texts {
  return { fr: french, en: english }[language];
}
