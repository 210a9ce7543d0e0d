import { inflateRawSync } from 'node:zlib';

/** One file of a zip, as the central directory at its end declares it. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated */
  readonly method: number;
  readonly encrypted: boolean;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  /** where its local header begins */
  readonly offset: number;
  /** where its record of the central directory begins */
  readonly recordOffset: number;
}

const endSignature = 0x06054b50;
const endSize = 22;
/** the comment that may follow the end record is at most 65,535 bytes */
const longestComment = 0xffff;
const directorySignature = 0x02014b50;
const directorySize = 46;
const localSignature = 0x04034b50;
const localSize = 30;

/**
 * Lists a zip from its central directory, inflating nothing (APPNOTE.TXT 6.3.10, PKWARE 2022).
 *
 * null when there is no directory, or when it does not hold together: not a zip, or one cut short.
 * Sizes are those declared; in a zip64 they read as 4 GB, which every limit refuses.
 */
export function listZip(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return null;
  const entries: ZipEntry[] = [];
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + directorySize > end || view.getUint32(at, true) !== directorySignature) return null;
    const nameLength = view.getUint16(at + 28, true);
    const next =
      at + directorySize + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) return null;
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + directorySize, at + directorySize + nameLength)),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      packedBytes: view.getUint32(at + 20, true),
      unpackedBytes: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
      recordOffset: at,
    });
    at = next;
  }
  return entries;
}

/**
 * Unpacks one file of a zip, never beyond its declared size: a header that lies is found out, not obeyed.
 *
 * null when the data is broken, encrypted, packed in an unknown way, or not of the declared size.
 */
export function unpackEntry(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset } = entry;
  if (offset + localSize > bytes.length || view.getUint32(offset, true) !== localSignature) return null;
  const start = offset + localSize + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + entry.packedBytes > bytes.length || entry.encrypted) return null;
  const packed = bytes.subarray(start, start + entry.packedBytes);
  const unpacked =
    entry.method === 0 ? packed : entry.method === 8 ? inflate(packed, entry.unpackedBytes) : null;
  return unpacked?.length === entry.unpackedBytes ? unpacked : null;
}

function findEnd(view: DataView): number | null {
  const lowest = Math.max(0, view.byteLength - endSize - longestComment);
  for (let at = view.byteLength - endSize; at >= lowest; at--) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  return null;
}

function inflate(packed: Uint8Array, unpackedBytes: number): Uint8Array | null {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, unpackedBytes) });
  } catch {
    // zlib says in many ways that data is broken or too long; the caller needs only to know that it is
    return null;
  }
}
