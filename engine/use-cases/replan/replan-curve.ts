import type { ByMoves } from '../../methods/grouping/by-moves.js';
import type { CurvePoint } from '../../model/replanning.js';

/**
 * What each number of moves gives, and what moving everyone at will would.
 *
 * @param measure the moves made and the measures of workshops that were found
 */
export function curveOf<Found extends { readonly sought: number }>(
  { byMoves, free, fewest }: ByMoves<Found>,
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
