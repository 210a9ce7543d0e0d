/** The best found for each number of moves away from what stands. */
export interface ByMoves<Found> {
  /** the best with at most k moves, at index k; null: none was found that keeps every rule. Never less sought for a larger k */
  readonly byMoves: readonly (Found | null)[];
  /** the best of all, whatever moves it takes; null: none was found */
  readonly free: Found | null;
  /** the fewest moves that keep every rule, of those met; null: none */
  readonly fewest: number | null;
}

/** The same with each of them as `tell` says it, in the order of moves, the free one last. */
export function tellByMoves<Found, Told>(
  { byMoves, free, fewest }: ByMoves<Found>,
  tell: (found: Found) => Told,
): ByMoves<Told> {
  return { byMoves: byMoves.map((found) => found && tell(found)), free: free && tell(free), fewest };
}
