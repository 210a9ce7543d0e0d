import type { Criterion, Tally } from '../model/criterion.js';
import { groupCriterion } from './forms/group-criterion.js';
import { checkIndices, checkNumber } from './forms/rule-facts.js';
import type { RuleTerms } from './forms/rule-terms.js';

export interface CommonSlotsRule extends RuleTerms {
  /** the slots unit i can attend, by index; null: any */
  readonly slotsOf: readonly (readonly number[] | null)[];
  /** slots go from 0 to slotCount − 1 */
  readonly slotCount: number;
}

/**
 * Each group has a slot that all its members can attend. Penalty, summed over groups: the members missing at
 * the slot where fewest are.
 *
 * @throws EngineError `bad-rule`
 */
export function commonSlotsCriterion({ slotsOf, slotCount, ...terms }: CommonSlotsRule): Criterion {
  checkNumber(terms.ruleId, 'slotCount', slotCount, { from: 0, whole: true });
  for (const slots of slotsOf) checkIndices(terms.ruleId, 'slot', slots ?? []);
  const missingAt = (members: readonly number[], slot: number): number[] =>
    members.filter((i) => {
      const slots = slotsOf[i] ?? null;
      return slots !== null && !slots.includes(slot);
    });
  return groupCriterion(
    terms,
    (members) => {
      let fewest = missingAt(members, -1);
      for (let slot = 0; slot < slotCount; slot++) {
        const missing = missingAt(members, slot);
        if (missing.length < fewest.length) fewest = missing;
      }
      return fewest.map((i) => ({ units: [i], penalty: 1 }));
    },
    (groupCount, order) => new SlotTally(slotsOf, slotCount, order, groupCount),
  );
}

class SlotTally implements Tally {
  readonly local = true;
  /** can[i × slotCount + s] = 1 when unit i is bound to some slots, s among them */
  private readonly can: Uint8Array;
  /** 1 for a unit that cannot come whenever */
  private readonly bound: Uint8Array;
  /** attending[g × slotCount + s] = bound members of group g who can attend s */
  private readonly attending: Int32Array;
  private readonly boundIn: Int32Array;
  private readonly penalties: Int32Array;

  constructor(
    slotsOf: CommonSlotsRule['slotsOf'],
    private readonly slotCount: number,
    order: number,
    groupCount: number,
  ) {
    this.can = new Uint8Array(order * slotCount);
    this.bound = new Uint8Array(order);
    for (let i = 0; i < order; i++) {
      const slots = slotsOf[i] ?? null;
      if (slots === null) continue;
      this.bound[i] = 1;
      for (const s of slots) if (s >= 0 && s < slotCount) this.can[i * slotCount + s] = 1;
    }
    this.attending = new Int32Array(groupCount * slotCount);
    this.boundIn = new Int32Array(groupCount);
    this.penalties = new Int32Array(groupCount);
  }

  deltaOfMove(i: number, from: number, to: number): number {
    if (from === to || this.bound[i] === 0) return 0;
    return (
      (from === -1 ? 0 : this.without(i, from) - this.penalties[from]!) +
      (to === -1 ? 0 : this.with(i, to) - this.penalties[to]!)
    );
  }

  deltaOfSwap(i: number, g: number, j: number, h: number): number {
    if (this.bound[i] === 0 && this.bound[j] === 0) return 0;
    return this.exchanged(i, j, g) - this.penalties[g]! + this.exchanged(j, i, h) - this.penalties[h]!;
  }

  record(i: number, from: number, to: number): void {
    if (from === to || this.bound[i] === 0) return;
    const { can, attending, slotCount } = this;
    if (from !== -1) {
      this.penalties[from] = this.without(i, from);
      this.boundIn[from]!--;
      for (let s = 0; s < slotCount; s++) attending[from * slotCount + s]! -= can[i * slotCount + s]!;
    }
    if (to !== -1) {
      this.penalties[to] = this.with(i, to);
      this.boundIn[to]!++;
      for (let s = 0; s < slotCount; s++) attending[to * slotCount + s]! += can[i * slotCount + s]!;
    }
  }

  penaltyOf(group: number): number {
    return this.penalties[group]!;
  }

  private without(i: number, g: number): number {
    const { can, attending, slotCount } = this;
    let most = 0;
    for (let s = 0; s < slotCount; s++) {
      const there = attending[g * slotCount + s]! - can[i * slotCount + s]!;
      if (there > most) most = there;
    }
    return this.boundIn[g]! - 1 - most;
  }

  private with(i: number, g: number): number {
    const { can, attending, slotCount } = this;
    let most = 0;
    for (let s = 0; s < slotCount; s++) {
      const there = attending[g * slotCount + s]! + can[i * slotCount + s]!;
      if (there > most) most = there;
    }
    return this.boundIn[g]! + 1 - most;
  }

  /** The penalty of group g after unit i left it and j came. */
  private exchanged(i: number, j: number, g: number): number {
    const { can, attending, slotCount } = this;
    let most = 0;
    for (let s = 0; s < slotCount; s++) {
      const there = attending[g * slotCount + s]! - can[i * slotCount + s]! + can[j * slotCount + s]!;
      if (there > most) most = there;
    }
    return this.boundIn[g]! - this.bound[i]! + this.bound[j]! - most;
  }
}
