import { foldText } from '../problems/folded-text.js';

/**
 * What two spellings of the same words have in common: folded letters, & as et,
 * every apostrophe, hyphen and other sign a single space.
 */
export function plainText(text: string): string {
  return foldText(text.replace(invisible, ''))
    .replace(/&/g, ' et ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The text as it was meant: invisible characters gone, every run of spaces (non-breaking too) one space. */
export function tidyText(text: string): string {
  return text.replace(invisible, '').replace(/\s+/g, ' ').trim();
}

/** An identifier made from a name: folded words joined by hyphens; never empty. */
export function slugOf(name: string): string {
  const slug = plainText(name).replaceAll(' ', '-');
  if (slug !== '') return slug;
  // a name of signs only ("?!") still deserves an id of its own
  return `t-${[...name].map((sign) => (sign.codePointAt(0) ?? 0).toString(16)).join('-')}`;
}

/** Soft hyphens, zero-width spaces and joiners, byte order marks: pasted from a page, never meant. */
const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
