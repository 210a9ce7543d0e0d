import type { Reason } from '../../model/reason.js';

/** Whether a remark tells what keeps a change by hand from being made without being asked for twice. */
export function isBreaking({ code }: Reason): boolean {
  return breaking.has(code);
}

const breaking: ReadonlySet<string> = new Set([
  'workshop-too-small',
  'workshop-too-large',
  'rule-broken-by-change',
  'seats-meet',
  'too-many-workshops',
  'twice-on-problem',
]);
