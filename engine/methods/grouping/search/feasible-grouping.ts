import type { Rng } from '../../../random/rng.js';
import type { BlockRules } from '../problem/block-rules.js';
import { Descent } from './descent.js';

/** found: a group for each block · impossible: proven · unknown: not found within the budget. */
export type Feasibility =
  | { readonly outcome: 'found'; readonly groupOf: Int32Array }
  | { readonly outcome: 'impossible' | 'unknown' };

/**
 * Finds groups that keep every bound, block, separation and pin, or proves that there are none.
 *
 * Blocks of one unit that nothing separates only count, so they come last and need no search. The
 * others are placed depth first, the one with the fewest groups left first (DSATUR: Brélaz 1979,
 * 10.1145/359094.359101), with empty groups of equal bounds tried once. `preferred[b]` (−1: none) is
 * where block b goes if it can. `budget` bounds the placements tried in one descent; five are made.
 */
export function feasibleGrouping(
  rules: BlockRules,
  rng: Rng,
  { preferred, budget = 4000 + 20 * rules.blockCount }: { preferred?: Int32Array; budget?: number } = {},
): Feasibility {
  const outcome = firstDescent(rules, rng, preferred, budget);
  if (!(outcome instanceof Descent)) return { outcome };
  outcome.placeFree();
  return { outcome: 'found', groupOf: outcome.groupOf };
}

/** Whether `feasibleGrouping` proves that there are none: the same search, without placing those that only count. */
export function provenUngroupable(rules: BlockRules, rng: Rng, budget: number): boolean {
  return firstDescent(rules, rng, undefined, budget) === 'impossible';
}

/** The first descent that places all that needs a search. */
function firstDescent(
  rules: BlockRules,
  rng: Rng,
  preferred: Int32Array | undefined,
  budget: number,
): Descent | 'impossible' | 'unknown' {
  if (rules.contradictory) return 'impossible';
  for (let attempt = 0; attempt < 5; attempt++) {
    const descent = new Descent(rules, rng, preferred, budget);
    if (descent.run()) return descent;
    if (!descent.exhausted) return 'impossible';
  }
  return 'unknown';
}
