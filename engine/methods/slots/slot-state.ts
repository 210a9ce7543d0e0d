import type { SlotCost, SlotProblem } from './slot-problem.js';

/** A choice of slots in the making; every write goes through place and clear. */
export class SlotState {
  /** by session, −1: none */
  readonly slotOf: Int32Array;
  /** by slot: sessions in it */
  readonly filled: Int32Array;
  private used = 0;
  private paid = 0;
  /** sessions × slots: placed sessions that clash with the session and overlap the slot */
  private readonly blocking: Int32Array;
  /** by session: its series, −1 none, and its rank in it */
  private readonly seriesOf: Int32Array;
  private readonly rankOf: Int32Array;

  constructor(private readonly problem: SlotProblem) {
    const { sessions, slots, series } = problem;
    this.slotOf = new Int32Array(sessions).fill(-1);
    this.filled = new Int32Array(slots);
    this.blocking = new Int32Array(sessions * slots);
    this.seriesOf = new Int32Array(sessions).fill(-1);
    this.rankOf = new Int32Array(sessions);
    series.forEach((one, s) => {
      one.sessions.forEach((session, rank) => {
        this.seriesOf[session] = s;
        this.rankOf[session] = rank;
      });
    });
  }

  /** Whether a session could be in a slot beside what is placed. */
  fits(session: number, slot: number): boolean {
    const { cost, slots, capacity } = this.problem;
    const at = session * slots + slot;
    if (cost[at] === Infinity || this.blocking[at] !== 0 || this.filled[slot]! >= capacity[slot]!)
      return false;
    return this.keepsSeries(session, slot);
  }

  place(session: number, slot: number): void {
    this.slotOf[session] = slot;
    if (this.filled[slot]!++ === 0) this.used++;
    this.paid += this.problem.cost[session * this.problem.slots + slot]!;
    this.block(session, slot, 1);
  }

  clear(session: number): void {
    const slot = this.slotOf[session]!;
    this.slotOf[session] = -1;
    if (--this.filled[slot]! === 0) this.used--;
    this.paid -= this.problem.cost[session * this.problem.slots + slot]!;
    this.block(session, slot, -1);
  }

  /** What is placed so far; the sessions still to place are not counted as unplaced. */
  costSoFar(skipped: number): SlotCost {
    return { unplaced: skipped, cost: this.paid, used: this.used };
  }

  private block(session: number, slot: number, times: 1 | -1): void {
    const { clashes, overlaps, slots } = this.problem;
    for (const other of clashes[session]!) {
      for (const taken of overlaps[slot]!) this.blocking[other * slots + taken]! += times;
    }
  }

  private keepsSeries(session: number, slot: number): boolean {
    const s = this.seriesOf[session]!;
    if (s === -1) return true;
    const { series, dayOf } = this.problem;
    const { sessions, gap, span } = series[s]!;
    const rank = this.rankOf[session]!;
    const day = dayOf[slot]!;
    for (let k = 0; k < sessions.length; k++) {
      const taken = this.slotOf[sessions[k]!]!;
      if (k === rank || taken === -1) continue;
      const days = k < rank ? day - dayOf[taken]! : dayOf[taken]! - day;
      if (days < gap * Math.abs(rank - k) || days > span) return false;
    }
    return true;
  }
}
