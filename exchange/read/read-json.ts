import type { Finding, Language, RawRecords } from '../../engine/index.js';
import { recordsFromJson } from '../../engine/planning.js';
import { findJsonMistake, type JsonMistake } from './json-mistake.js';
import { type Tell, tellIn } from './read-findings.js';
import { decodeText } from './text-encoding.js';

/**
 * Reads a JSON file: its encoding, its syntax, then its lists (see `recordsFromJson`).
 *
 * A syntax error gives one finding with line and column, and no records.
 *
 * @param file what the organiser knows the file by
 */
export function readJson(
  bytes: Uint8Array,
  file: string,
  language: Language,
): { records: RawRecords | null; findings: Finding[] } {
  const tell: Tell = tellIn(language);
  const { text, encoding, unreadable } = decodeText(bytes);
  if (text.trim() === '') {
    return {
      records: null,
      findings: [tell('error', 'empty-file', { file, headerOnly: false }, { table: file })],
    };
  }
  const findings: Finding[] = [];
  if (encoding === 'windows-1252')
    findings.push(tell('repair', 'read-as-windows-1252', { file }, { table: file }));
  if (unreadable > 0) {
    findings.push(tell('warning', 'unreadable-characters', { file, count: unreadable }, { table: file }));
  }
  const parsed = parseJson(text);
  if ('mistake' in parsed) {
    const place = { table: file, row: parsed.line };
    return { records: null, findings: [...findings, tell('error', 'json-syntax', parsed, place)] };
  }
  const read = recordsFromJson(parsed.value, file, language);
  return { records: read.records, findings: [...findings, ...read.findings] };
}

function parseJson(text: string): { value: unknown } | JsonMistake {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    const mistake = findJsonMistake(text);
    if (mistake === null) throw error;
    return mistake;
  }
}
