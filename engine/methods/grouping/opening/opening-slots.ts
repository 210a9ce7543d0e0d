import type { GroupBounds } from '../problem/grouping-problem.js';
import { type OpeningGround, openingGround } from './opening-ground.js';
import type { OpenGroup, OpeningProblem } from './opening-problem.js';

/** A group that was published, with those of its units that are still there. */
export interface PublishedGroup extends OpenGroup {
  /** −1 in `topic`: there is no such topic any more, and the group closes */
  readonly topic: number;
  readonly bounds: GroupBounds;
  /** nobody enters it and nobody leaves it */
  readonly frozen: boolean;
}

/** Published groups to take up again with few moves: one for each membership of a known unit gained or lost. */
export interface OpeningChange {
  readonly problem: OpeningProblem;
  readonly published: readonly PublishedGroup[];
  /** 1: was there when the groups were published; places of the others are no moves */
  readonly known: Uint8Array;
  /** memberships that no longer have an object: losing one is no move */
  readonly released: readonly (readonly [unit: number, group: number])[];
  /** units that stay in, or out of, a published group, as they were published */
  readonly held: readonly (readonly [unit: number, group: number])[];
}

/**
 * The published groups, then room for new ones, as slots that blocks may sit in.
 *
 * Matrices are slot-major, slots × blockCount.
 */
export interface OpeningSlots {
  readonly ground: OpeningGround;
  readonly topics: readonly number[];
  readonly bounds: readonly GroupBounds[];
  readonly frozen: readonly boolean[];
  /** 1: the block sits there as published */
  readonly start: Uint8Array;
  /** 1: it may come or go */
  readonly free: Uint8Array;
  /** moves that it takes to be in, or to be out */
  readonly costIn: Int32Array;
  readonly costOut: Int32Array;
  /** how many groups each block may sit in */
  readonly room: Int32Array;
  readonly mostGroups: number;
  /** published groups that no choice keeps open: too few have a place there */
  readonly closed: readonly boolean[];
}

/** @param extra the topics of new groups to make room for, for each of several starts from elsewhere */
export function openingSlots(
  change: OpeningChange,
  budget: number,
  extra: readonly (readonly number[])[] = [],
): OpeningSlots {
  const { problem, published, known } = change;
  const ground = openingGround(problem);
  const { blockCount, rules, size, candidates } = ground;
  const opened = newTopics(change, ground, budget, extra);
  const topics = [...published.map(({ topic }) => topic), ...opened];
  const cells = topics.length * blockCount;
  const slots = {
    ground,
    topics: topics.map((topic) => Math.max(0, topic)),
    bounds: topics.map((_, s) => published[s]?.bounds ?? problem.bounds),
    frozen: topics.map((_, s) => published[s]?.frozen ?? false),
    start: new Uint8Array(cells),
    free: new Uint8Array(cells),
    costIn: new Int32Array(cells),
    costOut: new Int32Array(cells),
    room: new Int32Array(blockCount).fill(problem.perUnit),
    mostGroups: Math.max(problem.mostGroups, published.length),
    closed: topics.map(() => false),
  };
  const releasedIn = pairsByGroup(change.released);
  const heldIn = pairsByGroup(change.held);
  for (const [s, topic] of topics.entries()) {
    const sitting = new Set(published[s]?.units);
    const released = releasedIn.get(s) ?? new Set();
    const held = heldIn.get(s) ?? new Set();
    const places = new Set(topic === -1 ? [] : candidates[topic]);
    let reachable = 0;
    for (let b = 0; b < blockCount; b++) {
      const at = s * blockCount + b;
      const units = rules.units.subarray(rules.unitStart[b]!, rules.unitStart[b + 1]!);
      const inside = units.filter((i) => sitting.has(i));
      slots.start[at] = 2 * inside.length >= units.length ? 1 : 0;
      slots.costIn[at] = units.filter((i) => known[i] === 1 && !sitting.has(i)).length;
      slots.costOut[at] = inside.filter((i) => known[i] === 1 && !released.has(i)).length;
      const stays = inside.some((i) => !released.has(i));
      const may = places.has(b) || (topic !== -1 && stays) || slots.frozen[s] === true;
      slots.free[at] = may && !slots.frozen[s] && !units.some((i) => held.has(i)) ? 1 : 0;
      if (!may) slots.start[at] = 0;
      if (may) reachable += size[b]!;
      if (slots.start[at] === 1)
        slots.room[b]! = Math.max(
          slots.room[b]!,
          published.filter(({ units: own }) => own.includes(units[0]!)).length,
        );
    }
    const { min } = slots.bounds[s]!;
    if (s < published.length && !slots.frozen[s] && reachable < min) shut(slots, s, blockCount);
  }
  return slots;
}

/** Nobody can stay: its memberships are lost whatever is chosen. */
function shut(
  slots: Pick<OpeningSlots, 'start' | 'free' | 'costOut'> & { readonly closed: boolean[] },
  s: number,
  blockCount: number,
): void {
  slots.closed[s] = true;
  slots.start.fill(0, s * blockCount, (s + 1) * blockCount);
  slots.free.fill(0, s * blockCount, (s + 1) * blockCount);
  slots.costOut.fill(0, s * blockCount, (s + 1) * blockCount);
}

/** The topics of the groups that so many moves, and newcomers, could open, or that are asked for. */
function newTopics(
  { problem, known }: OpeningChange,
  { candidates, size, rules }: OpeningGround,
  budget: number,
  extra: readonly (readonly number[])[],
): number[] {
  const { min } = problem.bounds;
  return candidates.flatMap((blocks, topic) => {
    let places = 0;
    let newcomers = 0;
    for (const b of blocks) {
      places += size[b]!;
      for (let at = rules.unitStart[b]!; at < rules.unitStart[b + 1]!; at++) {
        if (known[rules.units[at]!] === 0) newcomers++;
      }
    }
    const most = Math.floor(Math.min(places, newcomers + budget) / min);
    const asked = Math.max(0, ...extra.map((topics) => topics.filter((each) => each === topic).length));
    return new Array<number>(Math.max(asked, Math.min(most, problem.mostGroups))).fill(topic);
  });
}

function pairsByGroup(pairs: readonly (readonly [unit: number, group: number])[]): Map<number, Set<number>> {
  const units = new Map<number, Set<number>>();
  for (const [unit, group] of pairs) units.set(group, (units.get(group) ?? new Set()).add(unit));
  return units;
}
