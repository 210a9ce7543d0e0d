import type { Finding, Language, RawRecords } from '../../engine/index.js';
import { recordsFromJson } from '../../engine/planning.js';
import { encodingFindings } from './encoding-findings.js';
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
  const decoded = decodeText(bytes);
  const { text } = decoded;
  if (text.trim() === '') {
    return {
      records: null,
      findings: [tell('error', 'empty-file', { file, headerOnly: false }, { table: file })],
    };
  }
  const findings = encodingFindings(decoded, file, file, tell);
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
