import type { Rivals } from '../../explain/reasons/rival-reasons.js';
import { replacements } from '../../methods/grouping/subset/replacements.js';
import { subsetWorth } from '../../methods/grouping/subset/subset-value.js';
import type { Options } from '../../options.js';
import type { ComposedWorkshop } from '../../workshop/composed-workshops.js';
import { referralProblem } from '../../workshop/referral-problem.js';
import type { GatheredInput } from './entry-input.js';

/**
 * Who was nearest to being chosen for a referral in the place of each member, and what the answer to it would lose;
 * nothing in the other entries.
 */
export function weighReplacements(
  from: GatheredInput,
  [only]: readonly ComposedWorkshop[],
  options: Options['workshop'],
): Rivals | undefined {
  if (options.entry !== 'referral' || !only) return undefined;
  const { problem } = referralProblem(from, options);
  const { value } = subsetWorth(problem)(only.territories);
  const all = replacements(problem, only.territories).map(({ leavers, joiners, value: then }) => ({
    leavers,
    joiners,
    loss: value > 0 ? 1 - then / value : 0,
  }));
  return {
    ofMember: new Map(
      only.territories.flatMap((i) => {
        const best = all.find(({ leavers }) => leavers.includes(i));
        return best ? [[i, best] as const] : [];
      }),
    ),
    ofOutsider: new Map(
      [...new Set(all.flatMap(({ joiners }) => joiners))].flatMap((j) => {
        const best = all.find(({ joiners }) => joiners.includes(j));
        return best ? [[j, best] as const] : [];
      }),
    ),
  };
}
