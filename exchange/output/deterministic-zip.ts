import { listZip } from '../read/zip-entries.js';

/** Noon on the first day that the format knows, as ZIP packs them (APPNOTE.TXT 6.3.10, 4.4.6: MS-DOS time, then date). */
const noon = 12 << 11;
const firstDay = (1 << 5) | 1;

/** where the time stands in a local header and in a record of the central directory; the date follows it */
const localTime = 10;
const recordTime = 12;

/**
 * A ZIP archive (an XLSX is one) with the same date on every entry, so that the same content gives the same bytes
 * whenever and wherever it was made. Nothing but dates is touched, and the archive given stays as it is.
 *
 * @throws RangeError if it is no ZIP archive
 */
export function withFixedTimestamps(archive: Uint8Array): Uint8Array {
  const dated = new Uint8Array(archive);
  const view = new DataView(dated.buffer);
  const entries = listZip(dated);
  if (!entries) throw new RangeError('not a ZIP archive');
  for (const { offset, recordOffset } of entries) {
    for (const at of [offset + localTime, recordOffset + recordTime]) {
      view.setUint16(at, noon, true);
      view.setUint16(at + 2, firstDay, true);
    }
  }
  return dated;
}
