/**
 * Text made safe inside an SVG element or a quoted attribute: markup escaped, characters that XML 1.0
 * forbids removed.
 */
export function svgText(text: string): string {
  return xmlCharacters(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The text without the characters that no XML file may hold (controls, lone surrogates); not escaped. */
export function xmlCharacters(text: string): string {
  return text.replace(/[\n\r\t]+/g, ' ').replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '');
}
