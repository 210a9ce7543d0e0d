/**
 * Text from a file made safe for a terminal: no control character, so that no name can move the
 * cursor, change colours or hide a line.
 */
export function plainText(text: string): string {
  return text.replace(/[\n\r\t]+/g, ' ').replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '');
}
