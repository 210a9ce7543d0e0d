import type { OpeningGround } from './opening-ground.js';

/** An open group as the search moves it: `pairSum` and `bonusSum` over its pairs of units. */
interface Group {
  readonly topic: number;
  readonly members: number[];
  size: number;
  pairSum: number;
  bonusSum: number;
  penalty: number;
}

/** Groups by topic and members, enough to restore a state. */
export type OpeningSnapshot = readonly { readonly topic: number; readonly members: readonly number[] }[];

/**
 * The open groups and what they are worth; every write goes through `add`, `remove`, `open` and `close`.
 *
 * value = Σ worth of places + coverage × units that sit somewhere + Σ over groups of 2 Σ weights / (size − 1)
 * (each member's mean weight to the others, summed) + Σ bonuses − what the criteria cost each group.
 */
export class OpeningState {
  value = 0;
  readonly groups: Group[] = [];
  /** how many groups each block sits in */
  readonly placesOf: Int32Array;
  /** the first so many groups stay as they are: no search touches them */
  standing = 0;
  /** blockCount × topicCount: how many groups on the topic the block sits in; more than one only where a hand put it */
  private readonly onTopic: Uint8Array;

  constructor(readonly ground: OpeningGround) {
    this.placesOf = new Int32Array(ground.blockCount);
    this.onTopic = new Uint8Array(ground.blockCount * ground.topicCount);
  }

  /**
   * Whether block b may enter group g beside those that stay: `without` (−1: nobody) leaves. That it sits in no
   * other group on the topic is for the caller to see.
   */
  mayEnter(b: number, g: number, without = -1): boolean {
    const { blockCount, topicCount, barred, size, worth, problem } = this.ground;
    const group = this.groups[g]!;
    if (worth[b * topicCount + group.topic]! <= 0) return false;
    const after = group.size + size[b]! - (without === -1 ? 0 : size[without]!);
    if (after > problem.bounds.max || after < problem.bounds.min) return false;
    for (const c of group.members) if (c !== without && barred[b * blockCount + c] === 1) return false;
    return true;
  }

  hasRoom(b: number): boolean {
    return this.placesOf[b]! < this.ground.problem.perUnit;
  }

  isOn(b: number, topic: number): boolean {
    return this.onTopic[b * this.ground.topicCount + topic]! > 0;
  }

  /** Change of what group g is worth by itself, its places' worth included, if `leaver` left and `joiner` came (−1: nobody). */
  changeOf(g: number, leaver: number, joiner: number): number {
    const { size, innerWeight, innerBonus, worth, topicCount } = this.ground;
    const group = this.groups[g]!;
    let { size: after, pairSum, bonusSum } = group;
    let places = 0;
    if (leaver !== -1) {
      const [links, bonuses] = this.linksOf(leaver, group.members);
      after -= size[leaver]!;
      pairSum -= links + innerWeight[leaver]!;
      bonusSum -= bonuses + innerBonus[leaver]!;
      places -= worth[leaver * topicCount + group.topic]!;
    }
    if (joiner !== -1) {
      const [links, bonuses] = this.linksOf(joiner, group.members, leaver);
      after += size[joiner]!;
      pairSum += links + innerWeight[joiner]!;
      bonusSum += bonuses + innerBonus[joiner]!;
      places += worth[joiner * topicCount + group.topic]!;
    }
    const penalty = this.ground.penalty.none
      ? 0
      : this.ground.penalty.of(group.members, leaver, joiner) - group.penalty;
    return (
      places -
      penalty +
      likeness(pairSum, after) -
      likeness(group.pairSum, group.size) +
      bonusSum -
      group.bonusSum
    );
  }

  /** What covering a block is worth: gained by its first place, lost with its last. */
  coverageOf(b: number): number {
    return this.ground.problem.coverage * this.ground.size[b]!;
  }

  add(b: number, g: number): void {
    this.value += this.changeOf(g, -1, b) + (this.placesOf[b] === 0 ? this.coverageOf(b) : 0);
    const { size, innerWeight, innerBonus, topicCount } = this.ground;
    const group = this.groups[g]!;
    const [links, bonuses] = this.linksOf(b, group.members);
    group.pairSum += links + innerWeight[b]!;
    group.bonusSum += bonuses + innerBonus[b]!;
    group.size += size[b]!;
    group.members.push(b);
    group.penalty = this.ground.penalty.of(group.members);
    this.placesOf[b]!++;
    this.onTopic[b * topicCount + group.topic]!++;
  }

  remove(b: number, g: number): void {
    this.value += this.changeOf(g, b, -1) - (this.placesOf[b] === 1 ? this.coverageOf(b) : 0);
    const { size, innerWeight, innerBonus, topicCount } = this.ground;
    const group = this.groups[g]!;
    group.members.splice(group.members.indexOf(b), 1);
    group.penalty = this.ground.penalty.of(group.members);
    const [links, bonuses] = this.linksOf(b, group.members);
    group.pairSum -= links + innerWeight[b]!;
    group.bonusSum -= bonuses + innerBonus[b]!;
    group.size -= size[b]!;
    this.placesOf[b]!--;
    this.onTopic[b * topicCount + group.topic]!--;
  }

  open(topic: number, members: readonly number[]): number {
    const g = this.groups.push({ topic, members: [], size: 0, pairSum: 0, bonusSum: 0, penalty: 0 }) - 1;
    for (const b of members) this.add(b, g);
    return g;
  }

  /** The last group takes the number of the one that closes. */
  close(g: number): void {
    for (const b of [...this.groups[g]!.members]) this.remove(b, g);
    const last = this.groups.pop()!;
    if (g < this.groups.length) this.groups[g] = last;
  }

  snapshot(): OpeningSnapshot {
    return this.groups.map(({ topic, members }) => ({ topic, members: [...members] }));
  }

  restore(snapshot: OpeningSnapshot): void {
    this.groups.length = 0;
    this.placesOf.fill(0);
    this.onTopic.fill(0);
    this.value = 0;
    for (const { topic, members } of snapshot) this.open(topic, members);
  }

  /** Σ of weights and of bonuses from block b to the members, but for itself and `without`. */
  private linksOf(b: number, members: readonly number[], without = -1): [number, number] {
    const { between, bonus, blockCount } = this.ground;
    const row = b * blockCount;
    let links = 0;
    let bonuses = 0;
    for (const c of members) {
      if (c === without) continue;
      links += between[row + c]!;
      bonuses += bonus[row + c]!;
    }
    return [links, bonuses];
  }
}

function likeness(pairSum: number, size: number): number {
  return size > 1 ? (2 * pairSum) / (size - 1) : 0;
}
