import { wrapWords } from '../../exchange/locale/wrap-words.js';

/** Columns that every text of the command fits in. */
export const terminalWidth = 100;

/** Wraps a text under a first prefix, the following lines under blanks of the same width. */
export function wrapped(prefix: string, text: string, style: (line: string) => string = same): string[] {
  const blank = ' '.repeat(prefix.length);
  return wrapWords(text, terminalWidth - prefix.length).map(
    (line, place) => `${place === 0 ? prefix : blank}${style(line)}`,
  );
}

function same(line: string): string {
  return line;
}
