import { strFromU8, strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { unpackSafely } from '../../../exchange/read/xlsx-guard.js';
import { textRow, workbookBytes } from './workbook-bytes.js';

const good = workbookBytes({ Territoires: textRow(1, ['id', 'nom']) });

/** An OLE compound file, in as far as the guard looks at it: its signature and the name of a stream. */
function compoundFile(streamName: string): Uint8Array {
  const bytes = Buffer.alloc(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.write(streamName, 1152, 'utf16le');
  return bytes;
}

/** Rewrites the declared size of a file of a zip, in its local header and in the directory. */
function declareSize(archive: Uint8Array, name: string, declared: number): Uint8Array {
  const bytes = Buffer.from(archive);
  for (let at = bytes.indexOf(name); at >= 0; at = bytes.indexOf(name, at + 1)) {
    if (bytes.readUInt32LE(at - 30) === 0x04034b50) bytes.writeUInt32LE(declared, at - 30 + 22);
    else if (bytes.readUInt32LE(at - 46) === 0x02014b50) bytes.writeUInt32LE(declared, at - 46 + 24);
  }
  return bytes;
}

describe('the guard before the XLSX reader', () => {
  test('lets the XML of a workbook through, and nothing else', () => {
    const passed = unpackSafely(
      workbookBytes({ T: '<row r="1"/>' }, { 'xl/media/image1.png': strToU8('png') }),
    );
    if (typeof passed === 'string') throw new Error(passed);
    expect([...passed.keys()]).toEqual([
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/worksheets/sheet1.xml',
    ]);
    expect(strFromU8(passed.get('xl/worksheets/sheet1.xml') ?? new Uint8Array())).toContain('<row r="1"/>');
  });

  test('tells a workbook under a password from an old .xls', () => {
    expect(unpackSafely(compoundFile('EncryptedPackage'))).toBe('password-protected');
    expect(unpackSafely(compoundFile('Workbook'))).toBe('old-excel-format');
  });

  test('tells what is no workbook at all', () => {
    expect(unpackSafely(Buffer.from('id;nom\n1;Albi\n'))).toBe('not-an-xlsx');
    expect(unpackSafely(Buffer.from('<html><table></table></html>'))).toBe('not-an-xlsx');
    expect(unpackSafely(zipSync({ 'content.xml': strToU8('<office/>') }))).toBe('not-an-xlsx');
  });

  test('tells a workbook cut anywhere', () => {
    for (const length of [2, 30, 100, good.length - 30, good.length - 1]) {
      expect(unpackSafely(good.subarray(0, length))).toBe('broken-xlsx');
    }
  });

  test('refuses too many files', () => {
    const many = Object.fromEntries(
      Array.from({ length: 2000 }, (_, i) => [`xl/x${i}.xml`, new Uint8Array()]),
    );
    expect(unpackSafely(workbookBytes({ T: '' }, many))).toBe('zip-bomb');
  });

  test.each([
    [22, 'more than 200 MB', true],
    [20, 'less', false],
  ])('with %i files declaring 9.5 MiB each, %s in all, refused: %s', (count, _, refused) => {
    const names = Array.from({ length: count }, (_, i) => `xl/media/${i + 100}.bin`);
    let bytes = workbookBytes({ T: '' }, Object.fromEntries(names.map((name) => [name, strToU8('x')])));
    for (const name of names) bytes = declareSize(bytes, name, 9.5 * 1024 * 1024);
    expect(unpackSafely(bytes) === 'zip-bomb').toBe(refused);
  });

  test('refuses a file packed tighter than any spreadsheet', () => {
    const zeros = new Uint8Array(11 * 1024 * 1024);
    expect(unpackSafely(workbookBytes({ T: '' }, { 'xl/styles.xml': zeros }))).toBe('zip-bomb');
  });

  test('finds out a file that declares less than it holds, without unpacking the rest', () => {
    const bomb = workbookBytes(
      { T: '' },
      { 'xl/styles.xml': [new Uint8Array(30 * 1024 * 1024), { level: 1 }] },
    );
    const lying = declareSize(bomb, 'xl/styles.xml', 1000);
    const before = process.memoryUsage().arrayBuffers;
    expect(unpackSafely(lying)).toBe('broken-xlsx');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10 * 1024 * 1024);
  });

  test('finds out a file that declares more than it holds', () => {
    expect(unpackSafely(declareSize(good, 'xl/workbook.xml', 5000))).toBe('broken-xlsx');
  });
});
