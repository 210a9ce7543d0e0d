import type { Finding } from '../../engine/index.js';
import type { Tell } from './read-findings.js';
import type { DecodedText } from './text-encoding.js';

/**
 * What a reader of a text should know of how its characters were read.
 *
 * @param file what the organiser knows the file by
 * @param table where the findings are told
 */
export function encodingFindings(
  { encoding, unreadable }: DecodedText,
  file: string,
  table: string,
  tell: Tell,
): Finding[] {
  return [
    ...(encoding === 'windows-1252' ? [tell('repair', 'read-as-windows-1252', { file }, { table })] : []),
    ...(unreadable > 0
      ? [tell('warning', 'unreadable-characters', { file, count: unreadable }, { table })]
      : []),
  ];
}
