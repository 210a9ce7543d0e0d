import type { Finding } from '../../engine/index.js';
import type { Tell } from './read-findings.js';

const megabyte = 1_000_000;

/** Files heavier than this are refused, unless told otherwise. */
export const defaultMaxBytes = 50 * megabyte;

/** The finding of a file, or of the files of a folder together, that weigh too much; null: they do not. */
export function tooLarge(file: string, bytes: number, maxBytes: number, tell: Tell): Finding | null {
  if (bytes <= maxBytes) return null;
  const facts = { file, megabytes: Math.ceil(bytes / megabyte), limit: Math.floor(maxBytes / megabyte) };
  return tell('error', 'file-too-large', facts, { table: file });
}
