import type { CellObject } from 'write-excel-file/node';
import type { CellKind, TableCell } from '../tables/table.js';
import { workshopColour } from '../workshop-colours.js';

/**
 * A cell of a sheet: numbers typed and formatted, everything else text that Excel never runs or converts. What it needs
 * goes over the style given.
 */
export function typedCell(cell: TableCell, kind: CellKind, style: CellObject = {}): CellObject {
  if (cell === null) return style;
  if (kind === 'day' && typeof cell === 'string') {
    const value = new Date(`${cell}T00:00:00Z`);
    return { ...style, value, type: Date, format: formats.day, align: 'left', indent: 1 };
  }
  if (typeof cell !== 'number') {
    // the text format only where digits would tempt Excel: it shows a long text in it as ####
    const format = kind === 'code' ? { format: '@' } : {};
    return { ...style, value: textOf(cell), type: String, align: 'left', indent: 1, wrap: true, ...format };
  }
  if (kind === 'badge') return { ...style, ...badge(cell) };
  return {
    ...style,
    value: cell,
    type: Number,
    format: formats[kind],
    align: 'right',
    indent: 1,
    wrap: false,
  };
}

/** The text a cell shows, a list on several lines; Excel refuses more than 32,767 characters. */
export function textOf(cell: TableCell): string {
  const text = Array.isArray(cell) ? cell.join('\n') : String(cell ?? '');
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

const longest = 32_000;

const formats: Readonly<Record<CellKind, string>> = {
  text: '0',
  code: '0',
  badge: '0',
  integer: '#,##0',
  decimal: '0.00',
  mark: '0.0',
  day: 'dd/mm/yyyy',
  percent: '0%',
  km: '#,##0" km"',
  degrees: '0.0000',
};

/** The number of a workshop in the colour it has on the map. */
function badge(number: number): CellObject {
  return {
    value: number,
    type: Number,
    format: '0',
    align: 'center',
    alignVertical: 'center',
    fontWeight: 'bold',
    textColor: '#ffffff',
    backgroundColor: workshopColour(number),
  };
}
