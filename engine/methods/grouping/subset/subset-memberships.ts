import type { MembershipState, VisitStep } from '../memberships/membership-state.js';
import type { SubsetProblem } from './subset-problem.js';
import { SubsetState } from './subset-state.js';

/** A subset that was published, to take up again with few moves: one for each known unit that comes or leaves. */
export interface SubsetChange {
  /** its bounds may be wider than those of a subset chosen afresh, so that the published one is accepted as it was */
  readonly problem: SubsetProblem;
  /** those of it that are still there */
  readonly published: readonly number[];
  /** 1: was there when the subset was published; that the others come is no move */
  readonly known: Uint8Array;
  /** nobody enters it and nobody leaves it */
  readonly frozen: boolean;
}

/** A subset as memberships that come and go; one flip a block. Who may no longer be chosen has left, at no move. */
export class SubsetMemberships implements MembershipState {
  readonly flipCount: number;
  readonly on: Uint8Array;
  moves = 0;
  broken = 0;
  private readonly state: SubsetState;
  private readonly free: Uint8Array;
  private readonly costIn: Int32Array;
  private readonly costOut: Int32Array;

  constructor({ problem, published, known, frozen }: SubsetChange) {
    this.state = new SubsetState(problem);
    const { blockCount } = this.state;
    this.flipCount = blockCount;
    this.on = new Uint8Array(blockCount);
    this.free = new Uint8Array(blockCount);
    this.costIn = new Int32Array(blockCount);
    this.costOut = new Int32Array(blockCount);
    const sitting = new Set(published);
    const candidates = new Set(this.state.candidates);
    for (let b = 0; b < blockCount; b++) {
      const units = this.state.unitsOf(b);
      const inside = units.filter((i) => sitting.has(i));
      const isRequired = this.state.isRequired(b);
      const may = candidates.has(b) || frozen;
      this.free[b] = may && !isRequired && !frozen ? 1 : 0;
      // what nobody chooses is no move
      this.costIn[b] = isRequired ? 0 : units.filter((i) => known[i] === 1 && !sitting.has(i)).length;
      this.costOut[b] = may ? inside.filter((i) => known[i] === 1).length : 0;
      if (isRequired) this.on[b] = 1;
      else if (may && inside.length > 0 && 2 * inside.length >= units.length) {
        this.state.add(b);
        this.on[b] = 1;
      }
      this.moves += this.on[b] === 1 ? this.costIn[b]! : this.costOut[b]!;
    }
    this.broken = this.brokenAt(this.state.size) + this.pairsBarred();
  }

  get sought(): number {
    return this.state.worth();
  }

  movesBy(f: number): number {
    return this.on[f] === 1 ? this.costOut[f]! - this.costIn[f]! : this.costIn[f]! - this.costOut[f]!;
  }

  mayFlip(f: number): boolean {
    if (this.free[f] === 0) return false;
    if (this.on[f] === 1) return true;
    const after = this.state.size + this.state.sizeOf(f);
    return after <= this.state.problem.bounds.max && this.state.barredAmong(f) === 0;
  }

  flip(f: number): void {
    this.moves += this.movesBy(f);
    this.broken -= this.brokenAt(this.state.size);
    if (this.on[f] === 1) {
      this.state.remove(f);
      this.broken -= this.state.barredAmong(f);
      this.on[f] = 0;
    } else {
      this.broken += this.state.barredAmong(f);
      this.state.add(f);
      this.on[f] = 1;
    }
    this.broken += this.brokenAt(this.state.size);
  }

  keepsCriteria(): boolean {
    return this.state.keepsCriteria();
  }

  isFree(f: number): boolean {
    return this.free[f] === 1;
  }

  unitsOf(f: number): readonly number[] {
    return this.state.unitsOf(f);
  }

  /** Units that no choice keeps in, or out, unlike what was published. */
  forced(published: readonly number[]): Set<number> {
    const sitting = new Set(published);
    const forced = new Set<number>();
    for (let b = 0; b < this.flipCount; b++) {
      if (this.free[b] === 1) continue;
      for (const i of this.unitsOf(b)) if (sitting.has(i) !== (this.on[b] === 1)) forced.add(i);
    }
    return forced;
  }

  /** Ascending. */
  units(): number[] {
    return this.state.units();
  }

  visitSteps(room: number, _openings: boolean, visit: VisitStep): void {
    const { state, free, on } = this;
    const worth = state.worth();
    const leavers = state.members.filter((c) => free[c] === 1);
    for (const c of leavers) {
      const moves = this.movesBy(c);
      if (moves <= room) visit([c], state.worthAfter(c, -1) - worth, this.breaksOf(c, -1), moves);
    }
    for (let b = 0; b < this.flipCount; b++) {
      if (on[b] === 1 || free[b] === 0) continue;
      const barred = state.barredAmong(b);
      for (const c of [-1, ...leavers]) {
        const moves = this.movesBy(b) + (c === -1 ? 0 : this.movesBy(c));
        if (moves > room || (barred > 0 && state.barredAmong(b, c) > 0)) continue;
        const flips = c === -1 ? [b] : [c, b];
        visit(flips, state.worthAfter(c, b) - worth, this.breaksOf(c, b), moves);
      }
    }
  }

  private breaksOf(leaver: number, joiner: number): number {
    const { size } = this.state;
    const after =
      size -
      (leaver === -1 ? 0 : this.state.sizeOf(leaver)) +
      (joiner === -1 ? 0 : this.state.sizeOf(joiner));
    const parted = leaver === -1 || this.broken === 0 ? 0 : this.state.barredAmong(leaver);
    return this.brokenAt(after) - this.brokenAt(size) - parted;
  }

  private brokenAt(size: number): number {
    const { min, max } = this.state.problem.bounds;
    return Math.max(0, min - size) + Math.max(0, size - max);
  }

  private pairsBarred(): number {
    return this.state.members.reduce((sum, b) => sum + this.state.barredAmong(b), 0) / 2;
  }
}
