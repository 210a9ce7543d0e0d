import type { Reason } from '../../../engine/index.js';

/** The reasons of a placement that name another workshop: where it could have gone, and where rules hold it from. */
export function isAlternative({ code }: Reason): boolean {
  return alternatives.has(code);
}

const alternatives: ReadonlySet<string> = new Set([
  'next-best-workshop',
  'next-best-change',
  'next-best-replacement',
  'next-best-successor',
  'no-other-workshop',
  'no-replacement',
  'held-from-better',
]);

/** A cell holds four sentences at most: these give way first, the whole list has its own sheet. */
export function mainReasons(reasons: readonly Reason[]): readonly Reason[] {
  const here = reasons.filter((reason) => !isAlternative(reason));
  const spare = givingWay.flatMap((code) => here.filter((reason) => reason.code === code));
  const dropped = new Set(spare.slice(0, Math.max(0, here.length - mostSentences)));
  return here.filter((reason) => !dropped.has(reason)).slice(0, mostSentences);
}

const mostSentences = 4;
const givingWay = ['explained-by-neighbourhood', 'closest-members'];
