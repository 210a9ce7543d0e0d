import type { CellObject } from 'write-excel-file/node';

/** The look of the workbook: one dark header, two shades, thin lines, text at the top of its cell. */
export const headerStyle = {
  fontWeight: 'bold',
  textColor: '#ffffff',
  backgroundColor: '#1d3f5e',
  align: 'left',
  alignVertical: 'center',
  wrap: true,
  borderColor: '#1d3f5e',
  borderStyle: 'thin',
} as const satisfies CellObject;

export const bodyStyle = {
  alignVertical: 'top',
  wrap: true,
  borderColor: '#d4dae0',
  borderStyle: 'thin',
} as const satisfies CellObject;

export const sectionStyle = {
  fontWeight: 'bold',
  fontSize: 13,
  textColor: '#1d3f5e',
  alignVertical: 'bottom',
} as const satisfies CellObject;

export const noticeStyle = {
  fontWeight: 'bold',
  textColor: '#7a2e00',
  backgroundColor: '#ffe8d1',
  alignVertical: 'center',
  wrap: true,
} as const satisfies CellObject;

/** Two workshops that follow each other never have the same shade. */
export function shadeOf(place: number): string {
  return place % 2 === 0 ? '#ffffff' : '#eef3f8';
}
