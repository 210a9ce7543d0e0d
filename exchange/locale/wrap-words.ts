/**
 * Breaks a text into lines of at most `width` characters, at spaces; a longer word is cut.
 *
 * Non-breaking spaces hold, line breaks in the text are kept; an empty text gives one empty line.
 */
export function wrapWords(text: string, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, Math.max(1, width)));
}

/** How many lines `wrapWords` makes of a text. */
export function lineCount(text: string, width: number): number {
  const room = Math.max(1, width);
  let count = 0;
  for (const paragraph of text.split('\n')) {
    // most cells are short: nothing to break
    count += paragraph.length <= room ? 1 : wrapParagraph(paragraph, room).length;
  }
  return count;
}

function wrapParagraph(paragraph: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(/[ \t]+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    let rest = word;
    while (rest.length > width) {
      lines.push(rest.slice(0, width));
      rest = rest.slice(width);
    }
    line = rest;
  }
  lines.push(line);
  return lines;
}
