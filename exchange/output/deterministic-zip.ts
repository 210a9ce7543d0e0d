import { unzipSync, zipSync } from 'fflate';

/**
 * Rewrites a ZIP archive (an XLSX is one) with the same date on every entry, so that the same content
 * gives the same bytes whenever and wherever it was made.
 *
 * Entries keep their names, order and content; they are compressed again. Throws if it is no ZIP archive.
 */
export function withFixedTimestamps(archive: Uint8Array): Uint8Array {
  // ZIP dates have no time zone: fflate writes the local fields of the Date, so the Date is made from them.
  // Noon on the first day that the format knows: no time zone was changing its clocks then.
  const mtime = new Date(1980, 0, 1, 12);
  return zipSync(unzipSync(archive), { level: 6, mtime });
}
