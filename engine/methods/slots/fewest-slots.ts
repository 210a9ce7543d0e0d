import { fewestColours } from './fewest-colours.js';
import { leastCost, slotsOfLeastCost } from './least-cost.js';
import { compareSlotCosts, type SlotCost, type SlotProblem } from './slot-problem.js';
import { SlotState } from './slot-state.js';

export interface SlotSolution {
  /** by session, −1: none */
  readonly slotOf: Int32Array;
  readonly cost: SlotCost;
  /** no choice places more sessions, costs less, or uses fewer slots */
  readonly proven: boolean;
}

/**
 * Slots for all sessions without clashes: the most sessions placed, then the least cost, then the fewest slots.
 *
 * Colouring with lists: the session with the fewest slots left goes next, then the one with most clashes, then
 * the lower (DSATUR: Brélaz 1979, 10.1145/359094.359101), into the cheapest slot, one in use rather than a new
 * one, the earliest; with branch and bound over those choices for at most `maxNodes` placements. The bound adds
 * what each series must cost at least and, of the slots, the colours that clashes take and the capacities. If half
 * the budget does not end it, the rest goes to improving the best choice part by part: a few sessions taken out,
 * put back as well as can be (large neighbourhood search: Shaw 1998, 10.1007/3-540-49481-2_30).
 */
export function fewestSlots(problem: SlotProblem, maxNodes: number): SlotSolution {
  return new SlotSearch(problem, maxNodes).solve();
}

/** Steps given to one part, and sessions in it at most. */
const nodesAPart = 200;
const partSize = 8;

class SlotSearch {
  private readonly state: SlotState;
  private best: { slotOf: Int32Array; cost: SlotCost } | null = null;
  private nodes = 0;
  private limit = 0;
  private cut = false;
  private readonly skipped: Uint8Array;
  /** by session */
  private readonly least: Float64Array;
  /** what the sessions cost at the least, however they are placed */
  private readonly cheapest: number;
  /** slots of any choice that places everyone, and of one that costs no more than that */
  private readonly fewest: number;
  private readonly needed: number;

  constructor(
    private readonly problem: SlotProblem,
    private readonly maxNodes: number,
  ) {
    const { sessions, slots, cost } = problem;
    this.state = new SlotState(problem);
    this.skipped = new Uint8Array(sessions);
    this.least = new Float64Array(sessions);
    for (let s = 0; s < sessions; s++) {
      const row = cost.subarray(s * slots, (s + 1) * slots);
      const cheapest = row.reduce((low, each) => Math.min(low, each), Infinity);
      this.least[s] = cheapest === Infinity ? 0 : cheapest;
    }
    this.cheapest = leastCost(problem);
    this.needed = slotsOfLeastCost(problem);
    this.fewest = fewestPossible(problem);
  }

  solve(): SlotSolution {
    this.limit = this.maxNodes / 2;
    this.extend(
      0,
      this.least.reduce((sum, each) => sum + each, 0),
    );
    const searched = !this.cut;
    if (!searched) this.improve();
    const { slotOf, cost } = this.best ?? {
      slotOf: this.state.slotOf.slice(),
      cost: this.state.costSoFar(this.problem.sessions),
    };
    return { slotOf, cost, proven: searched || this.atBound };
  }

  private get atBound(): boolean {
    const least = { unplaced: 0, cost: this.cheapest, used: Math.max(this.fewest, this.needed) };
    return this.best !== null && compareSlotCosts(this.best.cost, least) <= 0;
  }

  /** Takes parts out and puts them back until a whole turn brings nothing, or the budget ends. */
  private improve(): void {
    for (let turn = true; turn; ) {
      turn = false;
      for (const part of partsOf(this.problem, this.best!.slotOf)) {
        if (this.nodes >= this.maxNodes || this.atBound) return;
        const before = this.best!.cost;
        this.rebuild(part);
        if (compareSlotCosts(this.best!.cost, before) < 0) turn = true;
      }
    }
  }

  /** The best way to place some sessions, and those without a slot, beside all others as they are. */
  private rebuild(part: readonly number[]): void {
    const kept = this.best!.slotOf.slice();
    for (const s of part) kept[s] = -1;
    let left = 0;
    for (let s = 0; s < kept.length; s++) {
      if (kept[s] === -1) left += this.least[s]!;
      else this.state.place(s, kept[s]!);
    }
    this.limit = Math.min(this.maxNodes, this.nodes + nodesAPart);
    this.extend(0, left);
    for (let s = 0; s < kept.length; s++) if (kept[s] !== -1) this.state.clear(s);
  }

  /** `leastLeft`: what the sessions still to place cost at the least. */
  private extend(skipped: number, leastLeft: number): void {
    if (this.hopeless(skipped, leastLeft)) return;
    const session = this.mostConstrained();
    if (session === -1) {
      this.best = { slotOf: this.state.slotOf.slice(), cost: this.state.costSoFar(skipped) };
      return;
    }
    const left = leastLeft - this.least[session]!;
    for (const slot of this.slotsFor(session)) {
      // the first descent is always finished, so that there is an answer
      if (this.best && ++this.nodes > this.limit) {
        this.cut = true;
        return;
      }
      this.state.place(session, slot);
      this.extend(skipped, left);
      this.state.clear(session);
    }
    this.skipped[session] = 1;
    this.extend(skipped + 1, left);
    this.skipped[session] = 0;
  }

  private hopeless(skipped: number, leastLeft: number): boolean {
    if (!this.best) return false;
    if (this.atBound) return true;
    const { cost, used } = this.state.costSoFar(skipped);
    // colours bound the slots only as long as all sessions are placed
    const paid = skipped === 0 ? Math.max(cost + leastLeft, this.cheapest) : cost + leastLeft;
    const few = skipped > 0 ? 0 : paid > this.cheapest ? this.fewest : Math.max(this.fewest, this.needed);
    const slots = Math.max(used, few);
    return compareSlotCosts({ unplaced: skipped, cost: paid, used: slots }, this.best.cost) >= 0;
  }

  private mostConstrained(): number {
    const { sessions, slots, clashes } = this.problem;
    let next = -1;
    let fewest = Infinity;
    for (let s = 0; s < sessions; s++) {
      if (this.state.slotOf[s] !== -1 || this.skipped[s] === 1) continue;
      let count = 0;
      for (let slot = 0; slot < slots && count <= fewest; slot++) if (this.state.fits(s, slot)) count++;
      if (count < fewest || (count === fewest && clashes[s]!.length > clashes[next]!.length)) {
        next = s;
        fewest = count;
      }
    }
    return next;
  }

  private slotsFor(session: number): number[] {
    const { slots, cost } = this.problem;
    const fitting: number[] = [];
    for (let slot = 0; slot < slots; slot++) if (this.state.fits(session, slot)) fitting.push(slot);
    const fresh = (slot: number): number => (this.state.filled[slot] === 0 ? 1 : 0);
    const price = (slot: number): number => cost[session * slots + slot]!;
    return fitting.sort((a, b) => price(a) - price(b) || fresh(a) - fresh(b) || a - b);
  }
}

/** Parts to take out: the sessions of two slots in use, the emptiest first; a session and those it clashes with. */
function partsOf({ sessions, slots, clashes }: SlotProblem, slotOf: Int32Array): number[][] {
  const inSlot: number[][] = Array.from({ length: slots }, () => []);
  slotOf.forEach((slot, s) => {
    if (slot !== -1) inSlot[slot]!.push(s);
  });
  const used = inSlot.filter((each) => each.length > 0).sort((a, b) => a.length - b.length || a[0]! - b[0]!);
  const pairs = used.flatMap((a, k) => used.slice(k + 1).map((b) => [...a, ...b]));
  const around = Array.from({ length: sessions }, (_, s) => [s, ...clashes[s]!]);
  return [...around, ...pairs].map((part) => part.slice(0, partSize));
}

/** Slots that any choice placing everyone needs: one for each colour of the clashes, or all capacities filled. */
function fewestPossible({ sessions, clashes, capacity, series }: SlotProblem): number {
  const longest = series.reduce((most, one) => Math.max(most, one.sessions.length), 0);
  const rooms = Array.from(capacity).sort((a, b) => b - a);
  let filled = 0;
  let needed = 0;
  while (filled < sessions && needed < rooms.length) filled += rooms[needed++]!;
  return Math.max(fewestColours(clashes, nodesToColour), longest, needed);
}

/** some milliseconds */
const nodesToColour = 20_000;
