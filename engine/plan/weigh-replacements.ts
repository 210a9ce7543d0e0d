import type { Rivals } from '../explain/reasons/rival-reasons.js';
import type { GatheredInput } from '../ground/entry-input.js';
import { replacements } from '../methods/grouping/subset/replacements.js';
import type { SubsetProblem } from '../methods/grouping/subset/subset-problem.js';
import { subsetWorth } from '../methods/grouping/subset/subset-value.js';
import type { Options } from '../options.js';
import type { ComposedWorkshop } from '../workshop/composed-workshops.js';
import { referralProblem } from '../workshop/referral-problem.js';

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
  const replaced = new Set(all.flatMap(({ leavers }) => leavers));
  const members = new Set(only.territories);
  const outside = problem.eligible.some((may, i) => may === 1 && !members.has(i));
  const required = requiredBy(problem);
  return {
    irreplaceable: new Map(
      only.territories
        .filter((i) => !replaced.has(i))
        .map((i) => [i, required.has(i) ? 'required' : outside ? 'rules' : 'nobody'] as const),
    ),
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

/** Who must take part, and those who must be with them. */
function requiredBy({ required = [], together = [] }: SubsetProblem): Set<number> {
  const held = new Set(required);
  for (let before = -1; before < held.size; ) {
    before = held.size;
    for (const units of together) if (units.some((i) => held.has(i))) for (const i of units) held.add(i);
  }
  return held;
}
