import type { MembershipState } from './membership-state.js';

/** gains below this are rounding */
const tolerance = 1e-9;

/** Memberships that keep every rule, with the moves they take. */
export interface FoundMemberships {
  readonly on: Uint8Array;
  readonly moves: number;
  readonly sought: number;
}

/** The best memberships met for each number of moves. */
export class BestByMoves {
  private readonly found = new Map<number, FoundMemberships>();

  /** Keeps the state if nothing is broken and it is better than all with as many moves or fewer; says whether it did. */
  offer(state: MembershipState): boolean {
    if (state.broken > 0 || !this.isBetter(state.moves, state.sought) || !state.keepsCriteria()) return false;
    this.found.set(state.moves, { on: state.on.slice(), moves: state.moves, sought: state.sought });
    return true;
  }

  isBetter(moves: number, sought: number): boolean {
    const known = this.upTo(moves);
    return !known || sought > known.sought + tolerance;
  }

  /** The best with at most so many moves, of equals that with fewest; null where none was met. */
  upTo(most: number): FoundMemberships | null {
    let best: FoundMemberships | null = null;
    for (const each of this.found.values()) {
      if (each.moves > most) continue;
      const more = best ? each.sought - best.sought : 1;
      if (!best || more > tolerance || (Math.abs(more) <= tolerance && each.moves < best.moves)) best = each;
    }
    return best;
  }

  /** The fewest moves of all that were met. */
  fewest(): number | null {
    return this.found.size > 0 ? Math.min(...this.found.keys()) : null;
  }
}
