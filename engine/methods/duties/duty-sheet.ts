import type { DutyCost, DutyProblem } from './duty-problem.js';

/**
 * Who holds which seat. Changes go along alternating paths: a newcomer takes a seat, whoever held it takes
 * another, and so on; all but the ends keep as many duties as they had.
 */
export class DutySheet {
  /** by seat: who holds it, −1 nobody */
  readonly holderOf: Int32Array;
  /** by person */
  readonly duties: Int32Array;
  /** person × round: the seat held, −1 none */
  private readonly seatIn: Int32Array;
  private readonly seatsOf: readonly (readonly number[])[];
  private readonly seen: Uint8Array;
  private readonly taker: Int32Array;
  private readonly left: Int32Array;
  private readonly queue: number[] = [];

  constructor(
    private readonly problem: DutyProblem,
    held?: ArrayLike<number>,
  ) {
    const { people, rounds, candidates } = problem;
    const seats = candidates.length;
    this.holderOf = new Int32Array(seats).fill(-1);
    this.duties = new Int32Array(people);
    this.seatIn = new Int32Array(people * rounds).fill(-1);
    this.seen = new Uint8Array(seats);
    this.taker = new Int32Array(seats);
    this.left = new Int32Array(seats);
    const seatsOf: number[][] = Array.from({ length: people }, () => []);
    candidates.forEach((persons, seat) => {
      for (const p of new Set(persons)) seatsOf[p]!.push(seat);
    });
    this.seatsOf = seatsOf;
    for (let seat = 0; held && seat < seats; seat++) {
      if (held[seat]! === -1) continue;
      this.seat(seat, held[seat]!);
      this.duties[held[seat]!]!++;
    }
  }

  /** Gives person p one duty more if some empty seat can so be filled, others changing seats if they must. */
  raise(p: number): boolean {
    const end = this.search(p, -1, -1);
    if (end === -1) return false;
    this.shiftAlong(end);
    this.duties[p]!++;
    return true;
  }

  /** Empties one seat to fill another, everyone keeping their number of duties; false if it cannot be. */
  shift(from: number, to: number): boolean {
    const end = this.search(this.holderOf[from]!, from, to);
    if (end === -1) return false;
    this.holderOf[from] = -1;
    this.shiftAlong(end);
    return true;
  }

  cost(): DutyCost {
    const { past, level, people } = this.problem;
    let vacant = 0;
    for (const holder of this.holderOf) if (holder === -1) vacant++;
    let levels = 0;
    let squares = 0;
    for (let p = 0; p < people; p++) {
      levels += level[p]! * this.duties[p]!;
      squares += (past[p]! + this.duties[p]!) ** 2;
    }
    return { vacant, levels, squares };
  }

  /** Breadth first from a person who takes a seat (leaving one, or −1) to an empty seat, or to the one wanted. */
  private search(p: number, leaving: number, wanted: number): number {
    const { queue } = this;
    this.seen.fill(0);
    if (leaving !== -1) this.seen[leaving] = 1;
    queue.length = 0;
    this.reachFrom(p, leaving);
    for (let head = 0; head < queue.length; head++) {
      const seat = queue[head]!;
      const holder = this.holderOf[seat]!;
      if (wanted === -1 ? holder === -1 : seat === wanted) return seat;
      if (holder !== -1) this.reachFrom(holder, seat);
    }
    return -1;
  }

  private reachFrom(p: number, leaving: number): void {
    const { rounds, roundOf } = this.problem;
    for (const seat of this.seatsOf[p]!) {
      if (this.seen[seat] === 1) continue;
      const busy = this.seatIn[p * rounds + roundOf[seat]!]!;
      if (busy !== -1 && busy !== leaving) continue;
      this.seen[seat] = 1;
      this.taker[seat] = p;
      this.left[seat] = leaving;
      this.queue.push(seat);
    }
  }

  private shiftAlong(end: number): void {
    const { rounds, roundOf } = this.problem;
    for (let seat = end; seat !== -1; ) {
      const p = this.taker[seat]!;
      const from = this.left[seat]!;
      if (from !== -1) this.seatIn[p * rounds + roundOf[from]!] = -1;
      this.seat(seat, p);
      // the seat left is taken by the one before on the path; the first seat of a shift stays empty
      seat = from !== -1 && this.holderOf[from] === p ? from : -1;
    }
  }

  private seat(seat: number, p: number): void {
    this.holderOf[seat] = p;
    this.seatIn[p * this.problem.rounds + this.problem.roundOf[seat]!] = seat;
  }
}
