import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { canonicalJson } from './canonical-assembly.js';
import type { Plan } from './plan.js';

/** SHA-256 of a plan, in hexadecimal: the same for equal plans, whatever the order of their keys. */
export function planDigest(plan: Plan): string {
  return textDigest(plan);
}

/** SHA-256, in hexadecimal, of data written in one way whatever the order of their keys. */
export function textDigest(data: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(data))));
}
