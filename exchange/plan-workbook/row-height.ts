import { wrapWords } from '../locale/wrap-words.js';

/**
 * Height of a row in points so that every wrapped text can be read, given each text and the width of
 * its column in characters. Excel shows no row higher than 409 points.
 */
export function rowHeight(texts: readonly { readonly text: string; readonly width: number }[]): number {
  // a column of n characters holds n figures of the default font: words in it are a little narrower,
  // capitals wider, and the cell keeps a margin
  const lines = Math.max(1, ...texts.map(({ text, width }) => wrapWords(text, width - 1).length));
  return Math.min(409, lines * linePoints + marginPoints);
}

const linePoints = 14.5;
const marginPoints = 4;
