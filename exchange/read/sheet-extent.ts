/** What a worksheet's XML asks a reader to build, counted from 1; 0 for an empty sheet. */
export interface SheetExtent {
  /** the last row named, even if it holds nothing (colour down to the bottom is usual) */
  readonly lastRow: number;
  /** the last row and column that hold a value: the rectangle a reader fills */
  readonly rows: number;
  readonly columns: number;
  /** rows that hold a value */
  readonly filledRows: number;
}

/** the longest opening tag of a cell or row; real ones take about 60 characters */
const longestTag = 2_000;

const cellOrRow = /^(?:[^\s/:]*:)?(c|row)(?=[\s/]|$)/;
const addressAttributes = /[\s:]r\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const plainAddress = /^([A-Z]{0,3})(\d{1,7})$/;

/**
 * Measures a worksheet from its XML before it is built; null when a cell or row is written as no spreadsheet does.
 *
 * A reader fills the rectangle down to the last value: one in XFD1048576 would be 17 thousand million cells.
 * A cell without a value (`<c r="A1" s="3"/>`, mere colour) does not count, as readers leave it out.
 * Anything a reader could understand otherwise (a `>` in an attribute, an address in character references) is null.
 */
export function measureSheet(xml: string): SheetExtent | null {
  let lastRow = 0;
  let rows = 0;
  let columns = 0;
  let filledRows = 0;
  let currentRow = 0;
  let rowIsFilled = false;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) {
    const close = xml.indexOf('>', at);
    if (close < 0) return null;
    const tag = xml.slice(at + 1, Math.min(close, at + longestTag));
    const kind = cellOrRow.exec(tag)?.[1];
    if (!kind) continue;
    const address = close - at < longestTag && !endsInsideQuotes(tag) ? readAddress(tag) : null;
    if (address === null) return null;
    lastRow = Math.max(lastRow, address.row);
    if (kind === 'row') {
      currentRow = address.row;
      rowIsFilled = false;
    } else if (!tag.endsWith('/')) {
      if (!rowIsFilled) filledRows++;
      rowIsFilled = true;
      rows = Math.max(rows, address.row, currentRow);
      columns = Math.max(columns, address.column);
    }
  }
  return { lastRow, rows, columns, filledRows };
}

/** The farthest row and column that the `r` attributes of a tag name; 0 where they name none, null if unclear. */
function readAddress(tag: string): { row: number; column: number } | null {
  let row = 0;
  let column = 0;
  for (const [, double, single] of tag.matchAll(addressAttributes)) {
    const address = plainAddress.exec(double ?? single ?? '');
    if (!address) return null;
    row = Math.max(row, Number(address[2]));
    column = Math.max(column, columnNumber(address[1] ?? ''));
  }
  return { row, column };
}

function endsInsideQuotes(tag: string): boolean {
  let open = '';
  for (const character of tag) {
    if (open === '' && (character === '"' || character === "'")) open = character;
    else if (character === open) open = '';
  }
  return open !== '';
}

/** A → 1, Z → 26, AA → 27. */
function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}
