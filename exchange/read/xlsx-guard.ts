import { listZip, unpackEntry, type ZipEntry } from './zip-entries.js';

/** What a workbook may weigh once unpacked, all its files together. */
const unpackedLimit = 200 * 1024 * 1024;
const entryLimit = 2_000;

/** A file above `ratioFloor` may not be packed tighter than this; spreadsheets are packed 5 to 60 times. */
const ratioLimit = 400;
const ratioFloor = 10 * 1024 * 1024;

const oleSignature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

export type XlsxRefusal =
  | 'password-protected'
  | 'old-excel-format'
  | 'not-an-xlsx'
  | 'broken-xlsx'
  | 'zip-bomb';

/**
 * Lets through to the XLSX reader only what is safe to read: the workbook's XML, each file unpacked here and checked
 * against the limits, so that nothing the archive says of itself is believed.
 *
 * @returns the XML files by their names in the archive, or why the workbook is refused
 */
export function unpackSafely(bytes: Uint8Array): Map<string, Uint8Array> | XlsxRefusal {
  if (oleSignature.every((byte, i) => bytes[i] === byte)) {
    return holdsUtf16(bytes, 'EncryptedPackage') ? 'password-protected' : 'old-excel-format';
  }
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return 'not-an-xlsx';
  const entries = listZip(bytes);
  if (entries === null) return 'broken-xlsx';
  if (isBomb(entries)) return 'zip-bomb';
  if (!entries.some(({ name }) => name === 'xl/workbook.xml')) return 'not-an-xlsx';
  const files = new Map<string, Uint8Array>();
  for (const entry of entries) {
    if (!entry.name.endsWith('.xml') && !entry.name.endsWith('.rels')) continue;
    const unpacked = unpackEntry(bytes, entry);
    if (unpacked === null) return 'broken-xlsx';
    files.set(entry.name, unpacked);
  }
  return files;
}

function isBomb(entries: readonly ZipEntry[]): boolean {
  const total = entries.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0);
  const tooTight = ({ unpackedBytes, packedBytes }: ZipEntry) =>
    unpackedBytes > ratioFloor && unpackedBytes > ratioLimit * packedBytes;
  return entries.length > entryLimit || total > unpackedLimit || entries.some(tooTight);
}

/** OLE compound files name their streams in UTF-16 (MS-CFB 2.6.1). */
function holdsUtf16(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name, 0, 'utf16le');
}
