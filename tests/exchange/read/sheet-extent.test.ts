import { describe, expect, test } from 'vitest';
import { measureSheet } from '../../../exchange/read/sheet-extent.js';

const sheet = (data: string) => `<worksheet><sheetData>${data}</sheetData></worksheet>`;

describe('the extent of a worksheet', () => {
  test('is that of its values', () => {
    const xml = sheet(
      '<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="7"><c r="AA7"><v>2</v></c></row>',
    );
    expect(measureSheet(xml)).toEqual({ lastRow: 7, rows: 7, columns: 27, filledRows: 2 });
  });

  test('leaves out cells without a value, but not the rows they name', () => {
    const xml = sheet('<row r="2"><c r="B2"><v>1</v></c></row><row r="900"><c r="ZZ900" s="4"/></row>');
    expect(measureSheet(xml)).toEqual({ lastRow: 900, rows: 2, columns: 2, filledRows: 1 });
  });

  test('believes neither the row nor the cell alone', () => {
    expect(measureSheet(sheet('<row r="5000"><c r="A1"><v>1</v></c></row>'))?.rows).toBe(5000);
    expect(measureSheet(sheet('<row r="1"><c r="A5000"><v>1</v></c></row>'))?.rows).toBe(5000);
  });

  test('sees through namespaces, of elements and of attributes', () => {
    const xml = sheet("<x:row x:r='44'><x:c r='C44'><x:v>1</x:v></x:c></x:row>");
    expect(measureSheet(xml)).toEqual({ lastRow: 44, rows: 44, columns: 3, filledRows: 1 });
    expect(measureSheet(sheet('<row r="1" z:r="999"/>'))?.lastRow).toBe(999);
  });

  test('is not misled by other tags that begin alike', () => {
    expect(measureSheet('<cols><col r="A9"/></cols><rowBreaks r="8"/><comment r="A7"/>')).toEqual({
      lastRow: 0,
      rows: 0,
      columns: 0,
      filledRows: 0,
    });
  });

  test.each([
    ['an address in character references', '<row r="&#49;000000000">'],
    ['an address that is none', '<c r="99A">'],
    ['a row beyond seven figures', '<row r="100000000">'],
    ['a > inside an attribute', '<row x=">" r="1000000">'],
    ['quotes inside quotes', `<row a='"' x=">" r="1000000">`],
    ['a tag that never ends', '<row r="1"'],
    ['a tag too long to be one', `<row ${' '.repeat(3000)} r="1000000">`],
  ])('is unknown with %s', (_, xml) => {
    expect(measureSheet(xml)).toBeNull();
  });
});
