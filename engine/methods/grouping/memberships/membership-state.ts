/**
 * Memberships of blocks in groups as a search moves them, one switch ("flip") for each that may come or go: on where it
 * holds. Moves are counted from memberships that were published; a flip may cost none.
 */
export interface MembershipState {
  readonly flipCount: number;
  /** by flip */
  readonly on: Uint8Array;
  /** moves made so far, all in all */
  readonly moves: number;
  /** what is sought; a broken hard criterion outweighs all that can be gained */
  readonly sought: number;
  /** units beyond or below the sizes of the groups, and pairs that must not meet; 0 where nothing is broken */
  readonly broken: number;
  /** change of `moves` if this one were flipped */
  movesBy(flip: number): number;
  /** whether it may be flipped now; whoever leaves always may, but for those that are held */
  mayFlip(flip: number): boolean;
  flip(flip: number): void;
  /** whether every hard criterion holds; asked only where nothing is broken */
  keepsCriteria(): boolean;
  /** every step worth trying that adds at most `room` moves; `openings`: opening a whole group too */
  visitSteps(room: number, openings: boolean, visit: VisitStep): void;
}

/** A step: what is flipped at once, the change of what is sought, of what is broken and of the moves. */
export type VisitStep = (flips: readonly number[], gain: number, breaks: number, moves: number) => void;

/** Makes these memberships hold and no other. */
export function become(state: MembershipState, on: Uint8Array): void {
  // who leaves first, so that no group overflows on the way
  for (const wanted of [0, 1]) {
    for (let f = 0; f < state.flipCount; f++) {
      if (on[f] === wanted && state.on[f] !== wanted) state.flip(f);
    }
  }
}
