import type { CountLimits, CountPhrases } from './count-phrases.js';

export const countPhrases: CountPhrases = {
  among: (count, subject) => `the ${count} ${subject}`,
  allowed: (names, workshops) => `${names} only in ${oneOf(workshops)}`,
  forbidden: (names, workshops) => `${names} not in ${oneOf(workshops)}`,
  quota: askedOf,
  variety: (min, subject, kinds) =>
    `at least ${different(min, subject)} in each workshop, of ${kinds} in all`,
  raiseQuota: (max, whom) => `accepting up to ${max} a workshop of ${whom}`,
  lowerQuota: (min, whom) => `making do with ${min} a workshop of ${whom}`,
  lowerVariety: (min, subject) => `making do with ${different(min, subject)} in each workshop`,
  dropAllowed: (names, others) =>
    `letting ${names} go to any workshop${orOthers(others, 'of those in that case')}`,
  dropForbidden: (names, workshops, others) =>
    `letting ${names} back into ${oneOf(workshops)}${orOthers(others, 'of those kept out')}`,
  dropQuota: (limits, whom) => `no longer asking for ${askedOf(limits, whom)}`,
  dropVariety: (subject) => `no longer asking for several ${subject ?? 'kinds'} in each workshop`,
};

function orOthers(others: number, which: string): string {
  if (others === 0) return '';
  return others === 1 ? ` (or another ${which})` : ` (or ${others} others ${which})`;
}

function askedOf(limits: CountLimits, whom: string): string {
  const { share, min, max } = limits;
  if (share === undefined) return `${asked(limits)} of ${whom}`;
  const count = min === max ? `${min}` : `${min} to ${max}, by its size`;
  return `a share of ${Math.round(1000 * share) / 10}% of each workshop (${count}) for ${whom}`;
}

function asked({ min, max, orNone }: CountLimits): string {
  const least = orNone && min === 2 ? 'never just one a workshop' : `at least ${min} a workshop`;
  const atLeast = orNone && min > 2 ? `none or at least ${min} a workshop` : least;
  if (max === undefined) return atLeast;
  if (min === 0) return max === 0 ? 'none in any workshop' : `at most ${max} a workshop`;
  return `${atLeast} and at most ${max}`;
}

function different(min: number, subject: string | undefined): string {
  return `${min}${min > 1 ? ' different' : ''} ${subject ?? 'kinds'}`;
}

function oneOf(workshops: readonly number[]): string {
  const [only] = workshops;
  if (workshops.length === 1) return `workshop ${only}`;
  return `workshops ${workshops.slice(0, -1).join(', ')} or ${workshops.at(-1)}`;
}
