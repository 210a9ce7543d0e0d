import type { Cell } from '../tables/sheets.js';

/** The items of list cells, in order: those of a JSON list as they are, a text cut at | ; and line ends. */
export function itemsOf(cells: readonly Cell[]): { item: unknown; cell: Cell }[] {
  return cells.flatMap((cell) => itemsIn(cell.value).map((item) => ({ item, cell })));
}

/** The texts of a list, whatever its form; what is neither a text nor a number is left out. */
export function splitList(value: unknown): string[] {
  return itemsIn(value).flatMap((item) => {
    const text = typeof item === 'string' || typeof item === 'number' ? String(item).trim() : '';
    return text === '' ? [] : [text];
  });
}

/** The texts of list cells, with the cell of each; those of a text cell are cut at `separator` too. */
export function codesOf(cells: readonly Cell[], separator: RegExp): { code: string; cell: Cell }[] {
  return cells.flatMap((cell) => {
    const texts = splitList(cell.value);
    const codes = typeof cell.value === 'string' ? texts.flatMap((text) => text.split(separator)) : texts;
    return codes
      .map((code) => code.trim())
      .filter((code) => code !== '')
      .map((code) => ({ code, cell }));
  });
}

function itemsIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.filter((item) => item !== null && item !== undefined);
  if (typeof value !== 'string') return [value];
  return value
    .split(/[|;\n\r]+/)
    .map((part) => part.replace(/^\s*[•*–-]\s+/u, '').trim())
    .filter((part) => part !== '');
}
