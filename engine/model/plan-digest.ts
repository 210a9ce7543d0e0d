import { dataDigest } from './canonical-json.js';
import type { Plan } from './plan.js';

/** SHA-256 of a plan, in hexadecimal: the same for equal plans, whatever the order of their keys. */
export function planDigest(plan: Plan): string {
  return dataDigest(plan);
}
