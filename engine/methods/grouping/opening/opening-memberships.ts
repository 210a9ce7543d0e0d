import type { MembershipState, VisitStep } from '../memberships/membership-state.js';
import { keepsHardCriteria } from '../penalties/keeps-hard-criteria.js';
import { bestOpening } from './open-one-group.js';
import type { OpenGroup } from './opening-problem.js';
import type { OpeningSlots } from './opening-slots.js';
import { OpeningState } from './opening-state.js';

/**
 * Groups opened on topics, published ones first, as memberships that come and go; flip slot × blockCount + block.
 * An empty slot is a closed group, or one not opened.
 */
export class OpeningMemberships implements MembershipState {
  readonly flipCount: number;
  readonly on: Uint8Array;
  moves = 0;
  broken = 0;
  private readonly state: OpeningState;
  private readonly blockCount: number;
  /** per slot, the blocks that may come or go */
  private readonly movable: readonly (readonly number[])[];

  constructor(readonly slots: OpeningSlots) {
    const { ground, topics, start, free, costIn, costOut } = slots;
    this.state = new OpeningState(ground);
    this.blockCount = ground.blockCount;
    this.flipCount = start.length;
    this.on = new Uint8Array(start.length);
    this.movable = topics.map((_, s) =>
      Array.from({ length: ground.blockCount }, (_, b) => b).filter(
        (b) => free[s * ground.blockCount + b] === 1,
      ),
    );
    for (const topic of topics) this.state.open(topic, []);
    for (let f = 0; f < start.length; f++) {
      if (start[f] === 1) this.flip(f);
    }
    this.moves = start.reduce((sum, on, f) => sum + (on === 1 ? costIn[f]! : costOut[f]!), 0);
  }

  get sought(): number {
    return this.state.value;
  }

  movesBy(f: number): number {
    const { costIn, costOut } = this.slots;
    return this.on[f] === 1 ? costOut[f]! - costIn[f]! : costIn[f]! - costOut[f]!;
  }

  mayFlip(f: number): boolean {
    if (this.slots.free[f] === 0) return false;
    if (this.on[f] === 1) return true;
    const [s, b] = this.placeOf(f);
    const { size } = this.slots.ground;
    return (
      this.hasRoom(b) &&
      !this.state.isOn(b, this.slots.topics[s]!) &&
      this.state.groups[s]!.size + size[b]! <= this.slots.bounds[s]!.max &&
      !this.meetsBarred(b, s, -1)
    );
  }

  flip(f: number): void {
    const [s, b] = this.placeOf(f);
    const group = this.state.groups[s]!;
    this.moves += this.movesBy(f);
    this.broken -= this.brokenAt(s, group.size);
    const before = this.openCount();
    if (this.on[f] === 1) {
      this.state.remove(b, s);
      this.broken -= this.barredAmong(b, s);
      this.on[f] = 0;
    } else {
      this.broken += this.barredAmong(b, s);
      this.state.add(b, s);
      this.on[f] = 1;
    }
    this.broken += this.brokenAt(s, group.size);
    const { mostGroups } = this.slots;
    this.broken += Math.max(0, this.openCount() - mostGroups) - Math.max(0, before - mostGroups);
  }

  keepsCriteria(): boolean {
    const { problem } = this.slots.ground;
    // groups are listed only where there is something to ask of them
    if (!problem.criteria?.some(({ level }) => level === 'hard')) return true;
    return this.groups().every(({ units }) => keepsHardCriteria(problem, units));
  }

  /** The members of each slot by unit, ascending; none where it is empty. */
  groups(): OpenGroup[] {
    const { units, unitStart } = this.slots.ground.rules;
    return this.state.groups.map(({ topic, members }) => ({
      topic,
      units: members
        .flatMap((b) => [...units.subarray(unitStart[b]!, unitStart[b + 1]!)])
        .sort((a, b) => a - b),
    }));
  }

  visitSteps(room: number, openings: boolean, visit: VisitStep): void {
    for (const [s, { members }] of this.state.groups.entries()) {
      if (members.length === 0 || this.movable[s]!.length === 0) continue;
      const leavers = members.filter((c) => this.slots.free[s * this.blockCount + c] === 1);
      this.visitLeaving(s, leavers, room, visit);
      this.visitJoining(s, [-1, ...leavers], room, visit);
      if (openings || this.broken > 0) this.visitClosing(s, leavers, room, visit);
    }
    if (openings) this.visitOpening(room, visit);
  }

  private visitLeaving(s: number, leavers: readonly number[], room: number, visit: VisitStep): void {
    for (const c of leavers) {
      const f = s * this.blockCount + c;
      const moves = this.movesBy(f);
      if (moves > room) continue;
      const gain = this.state.changeOf(s, c, -1) - this.lastPlace(c);
      visit([f], gain, this.breaksOf(s, c, -1), moves);
    }
  }

  /** Who comes from nowhere, or from another group, alone, in someone’s place (−1 in `leavers`: nobody’s), or in exchange. */
  private visitJoining(s: number, leavers: readonly number[], room: number, visit: VisitStep): void {
    const { state, blockCount } = this;
    const { topics } = this.slots;
    for (const b of this.movable[s]!) {
      const joins = s * blockCount + b;
      if (this.on[joins] === 1) continue;
      const onTopic = state.isOn(b, topics[s]!);
      const mayCome = !onTopic && this.hasRoom(b);
      const homes = this.homesOf(b).filter((h) => !onTopic || topics[h] === topics[s]);
      if (!mayCome && homes.length === 0) continue;
      for (const c of leavers) {
        if (this.meetsBarred(b, s, c)) continue;
        const leaves = s * blockCount + c;
        const flips = c === -1 ? [joins] : [leaves, joins];
        const moves = this.movesBy(joins) + (c === -1 ? 0 : this.movesBy(leaves));
        const alone = mayCome && moves <= room;
        const moved = homes.filter((h) => moves + this.movesBy(h * blockCount + b) <= room);
        const exchanged = c === -1 ? [] : homes.filter((h) => this.mayReturn(c, h, b, s, room - moves));
        if (!alone && moved.length === 0 && exchanged.length === 0) continue;
        const here = state.changeOf(s, c, b);
        const lost = c === -1 ? 0 : this.lastPlace(c);
        const breaks = this.breaksOf(s, c, b);
        if (alone) visit(flips, here - lost + this.firstPlace(b), breaks, moves);
        for (const h of moved) {
          const from = h * blockCount + b;
          const gain = here - lost + state.changeOf(h, b, -1);
          visit([...flips, from], gain, breaks + this.breaksOf(h, b, -1), moves + this.movesBy(from));
        }
        for (const h of exchanged) {
          const from = h * blockCount + b;
          const back = h * blockCount + c;
          const gain = here + state.changeOf(h, b, c);
          const all = moves + this.movesBy(from) + this.movesBy(back);
          visit([...flips, from, back], gain, breaks + this.breaksOf(h, b, c), all);
        }
      }
    }
  }

  /** Whether c, leaving group s, may take the place that b leaves in group h, within so many moves. */
  private mayReturn(c: number, h: number, b: number, s: number, room: number): boolean {
    const { topics, free } = this.slots;
    const back = h * this.blockCount + c;
    if (free[back] === 0 || this.on[back] === 1) return false;
    if (this.movesBy(back) + this.movesBy(h * this.blockCount + b) > room) return false;
    const elsewhereOnTopic = topics[h] !== topics[s] && this.state.isOn(c, topics[h]!);
    return !elsewhereOnTopic && !this.meetsBarred(c, h, b);
  }

  private visitClosing(s: number, leavers: readonly number[], room: number, visit: VisitStep): void {
    const { members } = this.state.groups[s]!;
    if (leavers.length < members.length || members.length < 2) return;
    const flips = leavers.map((c) => s * this.blockCount + c);
    const moves = flips.reduce((sum, f) => sum + this.movesBy(f), 0);
    if (moves > room) return;
    const { value, broken } = { value: this.state.value, broken: this.broken };
    for (const f of flips) this.flip(f);
    const gain = this.state.value - value;
    const breaks = this.broken - broken;
    for (const f of flips) this.flip(f);
    // sums are undone in another order than they were made
    this.state.value = value;
    visit(flips, gain, breaks, moves);
  }

  private visitOpening(room: number, visit: VisitStep): void {
    const { topics, bounds, mostGroups, free, ground } = this.slots;
    if (this.openCount() >= mostGroups) return;
    const tried = new Set<number>();
    for (const [s, topic] of topics.entries()) {
      if (tried.has(topic) || this.movable[s]!.length === 0 || this.state.groups[s]!.members.length > 0)
        continue;
      tried.add(topic);
      const found = bestOpening(this.state, topic, Math.min(bounds[s]!.max, ground.problem.bounds.max));
      const flips = found?.members.map((b) => s * this.blockCount + b) ?? [];
      const moves = flips.reduce((sum, f) => sum + this.movesBy(f), 0);
      if (!found || moves > room || flips.some((f) => free[f] === 0)) continue;
      visit(flips, found.gain, 0, moves);
    }
  }

  private breaksOf(s: number, leaver: number, joiner: number): number {
    const { size } = this.slots.ground;
    const now = this.state.groups[s]!.size;
    const after = now - (leaver === -1 ? 0 : size[leaver]!) + (joiner === -1 ? 0 : size[joiner]!);
    const parted = leaver === -1 || this.broken === 0 ? 0 : this.barredAmong(leaver, s);
    return this.brokenAt(s, after) - this.brokenAt(s, now) - parted;
  }

  private brokenAt(s: number, size: number): number {
    if (size === 0 || this.slots.frozen[s]) return 0;
    const { min, max } = this.slots.bounds[s]!;
    return Math.max(0, min - size) + Math.max(0, size - max);
  }

  /** Members of the group that the block must not meet. */
  private barredAmong(b: number, s: number): number {
    const { barred } = this.slots.ground;
    let met = 0;
    for (const c of this.state.groups[s]!.members) met += barred[b * this.blockCount + c]!;
    return met;
  }

  private meetsBarred(b: number, s: number, without: number): boolean {
    const { barred } = this.slots.ground;
    const row = b * this.blockCount;
    for (const c of this.state.groups[s]!.members) if (c !== without && barred[row + c] === 1) return true;
    return false;
  }

  private openCount(): number {
    let count = 0;
    for (const { members } of this.state.groups) if (members.length > 0) count++;
    return count;
  }

  private homesOf(b: number): number[] {
    const homes: number[] = [];
    for (let f = b, s = 0; f < this.flipCount; f += this.blockCount, s++) {
      if (this.on[f] === 1 && this.slots.free[f] === 1) homes.push(s);
    }
    return homes;
  }

  private hasRoom(b: number): boolean {
    return this.state.placesOf[b]! < this.slots.room[b]!;
  }

  private firstPlace(b: number): number {
    return this.state.placesOf[b] === 0 ? this.state.coverageOf(b) : 0;
  }

  private lastPlace(b: number): number {
    return this.state.placesOf[b] === 1 ? this.state.coverageOf(b) : 0;
  }

  private placeOf(f: number): [number, number] {
    const s = Math.floor(f / this.blockCount);
    return [s, f - s * this.blockCount];
  }
}
