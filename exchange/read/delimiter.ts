/** In the order of French habits, which settles a tie. The bar `|` is not one of them: it stands inside list cells. */
const candidates = [';', '\t', ','] as const;

/** how many lines are looked at, and how many characters at most */
const sampleLines = 40;
const sampleCharacters = 200_000;

/**
 * Finds the one delimiter of a text table: the one under which most of the first lines have as many cells as
 * the header, or fewer.
 *
 * Delimiters inside quotes do not count. The header of a candidate is the first line it cuts in two cells or
 * more, the next line being cut too; lines above it (a title) count against the candidate, which is why the
 * decimal commas of `43,5;1,4` never beat the semicolons of `lat;lon`. A text that nothing cuts gives `;`.
 */
export function detectDelimiter(text: string): string {
  const sample = text.slice(0, sampleCharacters);
  let best = { delimiter: ';', agreement: 0, width: 0 };
  for (const delimiter of candidates) {
    const found = { delimiter, ...agreementOf(cellsPerLine(sample, delimiter)) };
    const better =
      found.agreement > best.agreement || (found.agreement === best.agreement && found.width > best.width);
    if (found.width > 1 && better) best = found;
  }
  return best.delimiter;
}

/** The share of lines that fit the header (from 2 cells to its width), and that width. */
function agreementOf(widths: readonly number[]): { agreement: number; width: number } {
  const followed = widths.findIndex((width, i) => width > 1 && (widths[i + 1] ?? 0) > 1);
  const header = followed >= 0 ? followed : widths.findIndex((width) => width > 1);
  const width = widths[header] ?? 1;
  let fitting = 0;
  for (const cells of widths.slice(Math.max(header, 0))) if (cells > 1 && cells <= width) fitting++;
  return { agreement: widths.length === 0 ? 0 : fitting / widths.length, width };
}

/** How many cells the delimiter makes of each of the first lines; blank lines are left out. */
function cellsPerLine(text: string, delimiter: string): number[] {
  const widths: number[] = [];
  let cells = 1;
  let blank = true;
  let quoted = false;
  let atCellStart = true;
  for (let i = 0; i < text.length && widths.length < sampleLines; i++) {
    const character = text[i];
    if (quoted) {
      if (character !== '"') continue;
      if (text[i + 1] === '"') i++;
      else quoted = false;
    } else if (character === '\n' || character === '\r') {
      if (!blank) widths.push(cells);
      cells = 1;
      blank = true;
      atCellStart = true;
    } else if (character === delimiter) {
      cells++;
      blank = false;
      atCellStart = true;
    } else {
      // as in Excel, a quote opens a quoted cell only where the cell starts
      if (character === '"' && atCellStart) quoted = true;
      if (character !== ' ') blank = false;
      atCellStart = false;
    }
  }
  if (!blank && widths.length < sampleLines) widths.push(cells);
  return widths;
}
