import { openingGround } from './opening-ground.js';
import type { OpenGroup, OpeningProblem } from './opening-problem.js';
import { OpeningState } from './opening-state.js';

/** The best other place of a member of a group. */
export interface OtherPlace {
  /** the group it would go to */
  readonly group: number;
  /** who would come in exchange; none: nobody */
  readonly exchangedWith: readonly number[];
  /** who would take the place it leaves, from a group that can spare them or from none */
  readonly succeededBy: readonly number[];
  /** the group these would leave for it; −1: none */
  readonly succeededFrom: number;
  /** who would leave the group it goes to, for none */
  readonly insteadOf: readonly number[];
  /** change of the value */
  readonly gain: number;
}

/** Who would take the place of a member that leaves its group for none, and what that changes. */
export interface Successor {
  readonly units: readonly number[];
  readonly gain: number;
}

/**
 * Why a member has no other place: no other group is on a topic of its · it sits in all those that are · it cannot leave, for
 * its group is at its minimum and nobody can take its place · rules keep it from the others.
 */
export interface Obstacle {
  readonly kind: 'no-topic' | 'in-all' | 'at-minimum' | 'rules';
  /** the groups where it would have a place */
  readonly groups: readonly number[];
}

/** Where a member could go, and who could come instead; null: nowhere, nobody. */
export interface OtherPlaces {
  readonly elsewhere: OtherPlace | null;
  readonly successor: Successor | null;
  /** null where there is another place, or nothing is known */
  readonly obstacle: Obstacle | null;
}

/**
 * For each member of each open group, in the order of its units, the best group it could leave it for: alone, in exchange for
 * one there, in the place of one there, or with another in its own place; and who could best take its place. Within bounds, rules
 * and one place a topic. Units that must be together go together. All null where the groups tear such units apart.
 */
export function otherPlaces(
  problem: OpeningProblem,
  groups: readonly OpenGroup[],
): { readonly value: number; readonly places: readonly (readonly OtherPlaces[])[] } {
  const ground = openingGround(problem);
  const state = new OpeningState(ground);
  const { blockOf, units, unitStart } = ground.rules;
  const unitsOf = (b: number): number[] => [...units.subarray(unitStart[b]!, unitStart[b + 1]!)];
  for (const { topic, units: own } of groups) {
    state.open(topic, [...new Set(own.map((i) => blockOf[i]!))]);
  }
  const torn = groups.some(({ units: own }, g) => state.groups[g]!.size !== own.length);
  const places = groups.map(({ units: own }, g) => {
    const found = new Map<number, OtherPlaces>();
    return own.map((i) => {
      const b = blockOf[i]!;
      if (torn) return nowhere;
      const known = found.get(b) ?? placesFor(state, b, g, unitsOf);
      found.set(b, known);
      return known;
    });
  });
  return { value: state.value, places };
}

const nowhere: OtherPlaces = { elsewhere: null, successor: null, obstacle: null };

function placesFor(
  state: OpeningState,
  b: number,
  g: number,
  unitsOf: (block: number) => number[],
): OtherPlaces {
  const elsewhere = bestPlace(state, b, g, unitsOf);
  const successor = bestSuccessor(state, b, g, unitsOf);
  return { elsewhere, successor, obstacle: elsewhere ? null : obstacleOf(state, b, g) };
}

function bestPlace(
  state: OpeningState,
  b: number,
  g: number,
  unitsOf: (block: number) => number[],
): OtherPlace | null {
  const { ground, groups } = state;
  const here = groups[g]!;
  const canLeave = here.size - ground.size[b]! >= ground.problem.bounds.min;
  const relays = canLeave ? [] : relaysOf(state, b, g);
  let best: OtherPlace | null = null;
  const consider = (gain: number, place: Omit<OtherPlace, 'gain'>): void => {
    // what costs more than all there is breaks a rule that must hold
    if (-gain <= Math.abs(state.value) && gain > (best?.gain ?? Number.NEGATIVE_INFINITY)) {
      best = { ...place, gain };
    }
  };
  const nobody = { exchangedWith: [], succeededBy: [], succeededFrom: -1, insteadOf: [] };
  for (const h of groupsFor(state, b, g)) {
    const there = groups[h]!;
    if (state.mayEnter(b, h)) {
      const joins = state.changeOf(h, -1, b);
      if (canLeave) consider(state.changeOf(g, b, -1) + joins, { ...nobody, group: h });
      for (const { c, from, gain } of relays) {
        if (from === h) continue;
        const place = { ...nobody, group: h, succeededBy: unitsOf(c), succeededFrom: from };
        consider(gain + joins, place);
      }
    }
    for (const c of there.members) {
      if (!state.mayEnter(b, h, c)) continue;
      const taken = state.changeOf(h, c, b) - (state.placesOf[c] === 1 ? state.coverageOf(c) : 0);
      if (canLeave) {
        consider(state.changeOf(g, b, -1) + taken, { ...nobody, group: h, insteadOf: unitsOf(c) });
      }
      for (const relay of relays) {
        // who leaves a group for another is counted once
        if (relay.c === c || relay.from === h) continue;
        const by = { succeededBy: unitsOf(relay.c), succeededFrom: relay.from };
        consider(relay.gain + taken, { ...nobody, ...by, group: h, insteadOf: unitsOf(c) });
      }
      const onTopic = there.topic !== here.topic && state.isOn(c, here.topic);
      if (here.members.includes(c) || onTopic || !state.mayEnter(c, g, b)) continue;
      const gain = state.changeOf(g, b, c) + state.changeOf(h, c, b);
      consider(gain, { ...nobody, group: h, exchangedWith: unitsOf(c) });
    }
  }
  return best;
}

/** The groups other than g that block b does not sit in, on topics it has and sits on nowhere else. */
function groupsFor(state: OpeningState, b: number, g: number): number[] {
  const { worth, topicCount } = state.ground;
  const here = state.groups[g]!;
  return [...state.groups.entries()].flatMap(([h, { topic, members }]) => {
    const elsewhere = topic !== here.topic && state.isOn(b, topic);
    return h === g || members.includes(b) || elsewhere || worth[b * topicCount + topic]! <= 0 ? [] : [h];
  });
}

/** Who could take the place that b leaves in group g, from a group that can spare them or from none (−1), and what that changes. */
function relaysOf(
  state: OpeningState,
  b: number,
  g: number,
): { readonly c: number; readonly from: number; readonly gain: number }[] {
  const { ground, groups, placesOf } = state;
  const { topic } = groups[g]!;
  return (ground.candidates[topic] ?? []).flatMap((c) => {
    if (state.isOn(c, topic) || !state.mayEnter(c, g, b)) return [];
    const comes = state.changeOf(g, b, c);
    const fromNone = state.hasRoom(c)
      ? [{ c, from: -1, gain: comes + (placesOf[c] === 0 ? state.coverageOf(c) : 0) }]
      : [];
    const fromGroups = [...groups.entries()].flatMap(([k, { members, size }]) => {
      const canSpare = k !== g && members.includes(c) && size - ground.size[c]! >= ground.problem.bounds.min;
      return canSpare ? [{ c, from: k, gain: comes + state.changeOf(k, c, -1) }] : [];
    });
    return [...fromNone, ...fromGroups];
  });
}

function obstacleOf(state: OpeningState, b: number, g: number): Obstacle {
  const groups = groupsFor(state, b, g);
  if (groups.length === 0) return { kind: state.placesOf[b]! > 1 ? 'in-all' : 'no-topic', groups };
  const { size, problem } = state.ground;
  const canLeave = state.groups[g]!.size - size[b]! >= problem.bounds.min;
  return { kind: canLeave || relaysOf(state, b, g).length > 0 ? 'rules' : 'at-minimum', groups };
}

/** Among those who may sit in one more group. */
function bestSuccessor(
  state: OpeningState,
  b: number,
  g: number,
  unitsOf: (block: number) => number[],
): Successor | null {
  const { ground, groups, placesOf } = state;
  const { topic } = groups[g]!;
  const lost = placesOf[b] === 1 ? state.coverageOf(b) : 0;
  let best: Successor | null = null;
  for (const c of ground.candidates[topic] ?? []) {
    if (state.isOn(c, topic) || !state.hasRoom(c) || !state.mayEnter(c, g, b)) continue;
    const gain = state.changeOf(g, b, c) - lost + (placesOf[c] === 0 ? state.coverageOf(c) : 0);
    if (-gain <= Math.abs(state.value) && gain > (best?.gain ?? Number.NEGATIVE_INFINITY)) {
      best = { units: unitsOf(c), gain };
    }
  }
  return best;
}
