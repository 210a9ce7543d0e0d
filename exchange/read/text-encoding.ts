/**
 * Windows-1252 from 0x80 to 0x9F (WHATWG Encoding, index-windows-1252); the five unassigned stay control characters.
 * Written out because Node 20's own decoder takes these bytes for Latin-1: no œ, no €, no typographic apostrophe.
 */
const above7f = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F' + '\x90‘’“”•–—˜™š›œ\x9DžŸ';

export interface DecodedText {
  /** without its byte order mark */
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  /** characters that could not be read and stand as U+FFFD */
  readonly unreadable: number;
}

/**
 * Turns the bytes of a text file into text: a byte order mark decides (UTF-8, UTF-16 LE or BE), else UTF-8,
 * else Windows-1252, what French Excel writes under "CSV (séparateur : point-virgule)".
 *
 * A file that is UTF-8 but for a few bytes stays UTF-8, its bad characters counted: read as Windows-1252,
 * every accent of it would be lost. An empty file gives an empty text.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = encodingOfMark(bytes);
  if (marked) return lenient(bytes, marked);
  try {
    return {
      text: new TextDecoder('utf-8', { fatal: true }).decode(bytes),
      encoding: 'utf-8',
      unreadable: 0,
    };
  } catch {
    // the only way a fatal decoder says "not UTF-8"
    const damaged = lenient(bytes, 'utf-8');
    if (count(damaged.text, isBeyondAscii) > 2 * damaged.unreadable) return damaged;
    return { text: decodeWindows1252(bytes), encoding: 'windows-1252', unreadable: 0 };
  }
}

function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin1.replace(/[\x80-\x9f]/g, (character) => above7f.charAt(character.charCodeAt(0) - 0x80));
}

function encodingOfMark(bytes: Uint8Array): DecodedText['encoding'] | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function lenient(bytes: Uint8Array, encoding: DecodedText['encoding']): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, encoding, unreadable: count(text, isReplacement) };
}

function count(text: string, wanted: (code: number) => boolean): number {
  let found = 0;
  for (let i = 0; i < text.length; i++) if (wanted(text.charCodeAt(i))) found++;
  return found;
}

function isReplacement(code: number): boolean {
  return code === 0xfffd;
}

function isBeyondAscii(code: number): boolean {
  return code > 0x7f;
}
