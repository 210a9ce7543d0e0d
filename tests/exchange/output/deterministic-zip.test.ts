import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { withFixedTimestamps } from '../../../exchange/output/deterministic-zip.js';

const content = { 'xl/b.xml': strToU8('<b>é</b>'), 'a.txt': strToU8('a'.repeat(500)) };

describe('withFixedTimestamps', () => {
  it('gives the same bytes for archives that differ only by their dates', () => {
    const early = zipSync(content, { mtime: new Date(2016, 10, 4, 9) });
    const late = zipSync(content, { mtime: new Date(2026, 5, 1, 18) });
    expect(Buffer.from(early).equals(Buffer.from(late))).toBe(false);
    expect(Buffer.from(withFixedTimestamps(early)).equals(Buffer.from(withFixedTimestamps(late)))).toBe(true);
  });

  it('keeps the names, the order and the content of the entries', () => {
    const read = unzipSync(withFixedTimestamps(zipSync(content)));
    expect(Object.keys(read)).toEqual(['xl/b.xml', 'a.txt']);
    expect(strFromU8(read['xl/b.xml'] ?? new Uint8Array())).toBe('<b>é</b>');
    expect(read['a.txt']).toHaveLength(500);
  });

  it('writes the first day of the format, whatever the time zone of the machine', () => {
    const bytes = withFixedTimestamps(zipSync({ a: strToU8('a') }));
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    // local file header: time at byte 10, date at byte 12 (APPNOTE 4.3.7); 12:00 is 12 << 11, 1 January 1980 is 1 << 5 | 1
    expect(view.getUint16(10, true)).toBe(12 << 11);
    expect(view.getUint16(12, true)).toBe((1 << 5) | 1);
  });

  it('refuses what is not an archive', () => {
    expect(() => withFixedTimestamps(strToU8('not a zip archive, only text'))).toThrow();
  });
});
