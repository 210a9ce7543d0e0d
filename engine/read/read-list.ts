import type { Cell } from './sheets.js';

/** The items of list cells, in order: JSON lists as they are, texts cut at | ; and line ends. */
export function itemsOf(cells: readonly Cell[]): { item: unknown; cell: Cell }[] {
  return cells.flatMap((cell) => {
    const items: readonly unknown[] = Array.isArray(cell.value) ? cell.value : [cell.value];
    return items.flatMap((item) => splitItem(item).map((part) => ({ item: part, cell })));
  });
}

/** The items of list cells as texts, cut at commas too; what is no text or number is left out. */
export function codesOf(cells: readonly Cell[], separator: RegExp): { code: string; cell: Cell }[] {
  return cells.flatMap((cell) =>
    splitList(cell.value)
      .flatMap((text) => text.split(separator))
      .map((code) => code.trim())
      .filter((code) => code !== '')
      .map((code) => ({ code, cell })),
  );
}

/** The texts of a list, whatever its form: a JSON list, or a text cut at | ; and line ends. */
export function splitList(value: unknown): string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.flatMap(splitItem).flatMap((item) => {
    const isWord = typeof item === 'string' || typeof item === 'number';
    return isWord ? [String(item)] : [];
  });
}

function splitItem(item: unknown): unknown[] {
  if (typeof item !== 'string') return item === null || item === undefined ? [] : [item];
  return item
    .split(/[|;\n\r]+/)
    .map((part) => part.replace(/^\s*[•*–-]\s+/u, '').trim())
    .filter((part) => part !== '');
}
