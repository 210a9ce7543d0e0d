import type { CurvePoint } from '../../model/replanning.js';

/** The best found for each number of moves allowed, each with the worth it was sought by. */
interface FoundByMoves<Found extends { readonly sought: number }> {
  readonly byMoves: readonly (Found | null)[];
  /** with all moved at will; null: no such workshops were found */
  readonly free: Found | null;
  /** the fewest moves that sizes and rules allow; null: none */
  readonly fewest: number | null;
}

/**
 * What each number of moves gives, and what moving everyone at will would.
 *
 * @param measure the moves made and the measures of workshops that were found
 */
export function curveOf<Found extends { readonly sought: number }>(
  { byMoves, free, fewest }: FoundByMoves<Found>,
  measure: (found: Found) => Omit<CurvePoint, 'moves' | 'gain'>,
): { readonly points: CurvePoint[]; readonly free: CurvePoint | null } {
  const least = byMoves[fewest ?? 0]?.sought ?? 0;
  const most = Math.max(free?.sought ?? least, ...byMoves.flatMap((found) => found?.sought ?? []));
  const gainOf = ({ sought }: Found): number => (most - least > 1e-9 ? (sought - least) / (most - least) : 1);
  const pointOf = (found: Found, allowed?: number): CurvePoint => {
    const { made, ...measures } = measure(found);
    return { moves: allowed ?? made, made, gain: gainOf(found), ...measures };
  };
  return {
    points: byMoves.flatMap((found, moves) => (found ? [pointOf(found, moves)] : [])),
    free: free && pointOf(free),
  };
}
