/** One word of a text: as written, and as it is compared. */
export interface FoldedWord {
  /** as it stands in the text */
  readonly written: string;
  /** lower case, accents kept, without a plural ending */
  readonly accented: string;
  /** lower case, no accent, œ as oe, plural ending kept */
  readonly folded: string;
  /** `folded` without a plural ending */
  readonly singular: string;
}

/** Lower case, no accent, ligatures opened (œ → oe, æ → ae), typographic apostrophes made straight. */
export function foldText(text: string): string {
  const lowerCase = text.toLowerCase();
  if (/^[\x20-\x7e]*$/.test(lowerCase)) return lowerCase;
  return openLigatures(lowerCase)
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[’ʼ‘]/g, "'");
}

/** The words of a text in order; apostrophes, hyphens and punctuation separate words, elided articles are words of one letter. */
export function foldedWords(text: string): FoldedWord[] {
  const words: FoldedWord[] = [];
  for (const [written] of text.normalize('NFC').matchAll(/[\p{L}\p{N}]+/gu)) {
    const folded = foldText(written);
    const accented = withoutPlural(openLigatures(written.toLowerCase()));
    words.push({ written, accented, folded, singular: withoutPlural(folded) });
  }
  return words;
}

function openLigatures(lowerCase: string): string {
  return lowerCase.replaceAll('œ', 'oe').replaceAll('æ', 'ae');
}

/** locaux → local, écoles → école; words of three letters or fewer keep their ending: "gaz", "bus" and acronyms are rarely plurals. */
function withoutPlural(word: string): string {
  if (word.length > 5 && word.endsWith('aux') && !word.endsWith('eaux')) return `${word.slice(0, -3)}al`;
  return word.length > 3 && (word.endsWith('s') || word.endsWith('x')) ? word.slice(0, -1) : word;
}
