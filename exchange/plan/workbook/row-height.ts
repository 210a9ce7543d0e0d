import { lineCount } from '../../locale/wrap-words.js';

/**
 * Height of a row in points so that every wrapped text can be read, given each text and the width of
 * its column in characters. Excel shows no row higher than 409 points.
 */
export function rowHeight(texts: readonly { readonly text: string; readonly width: number }[]): number {
  // a column of n characters holds n figures of the default font; letters are narrower by a fifth on
  // average: half of that is counted on, for lines rich in capitals
  const lines = Math.max(
    1,
    ...texts.map(({ text, width }) => lineCount(text, Math.floor((width - marginCharacters) * 1.1))),
  );
  return Math.min(409, lines * linePoints + marginPoints);
}

const linePoints = 15;
const marginPoints = 4;
const marginCharacters = 2;
