import { openingGround } from './opening-ground.js';
import type { OpenGroup, OpeningProblem } from './opening-problem.js';
import { OpeningState } from './opening-state.js';

/** The best other place of a member of a group. */
export interface OtherPlace {
  /** the group it would go to */
  readonly group: number;
  /** who would come in exchange; none: nobody */
  readonly exchangedWith: readonly number[];
  /** change of the value */
  readonly gain: number;
}

/** Who would take the place of a member that leaves its group for none, and what that changes. */
export interface Successor {
  readonly units: readonly number[];
  readonly gain: number;
}

/** Where a member could go, and who could come instead; null: nowhere, nobody. */
export interface OtherPlaces {
  readonly elsewhere: OtherPlace | null;
  readonly successor: Successor | null;
}

/**
 * For each member of each open group, in the order of its units, the best group it could leave it for, alone or in exchange
 * for one there, and who could best take its place; within bounds, rules and one place a topic. Units that must be together
 * go together. All null where the groups tear such units apart.
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
      const known = found.get(b) ?? {
        elsewhere: bestPlace(state, b, g, unitsOf),
        successor: bestSuccessor(state, b, g, unitsOf),
      };
      found.set(b, known);
      return known;
    });
  });
  return { value: state.value, places };
}

const nowhere: OtherPlaces = { elsewhere: null, successor: null };

function bestPlace(
  state: OpeningState,
  b: number,
  g: number,
  unitsOf: (block: number) => number[],
): OtherPlace | null {
  const { ground, groups } = state;
  const { bounds } = ground.problem;
  const here = groups[g]!;
  let best: OtherPlace | null = null;
  const consider = (group: number, exchangedWith: readonly number[], gain: number): void => {
    // what costs more than all there is breaks a rule that must hold
    if (-gain <= Math.abs(state.value) && gain > (best?.gain ?? Number.NEGATIVE_INFINITY)) {
      best = { group, exchangedWith, gain };
    }
  };
  for (const [h, there] of groups.entries()) {
    const sameTopic = there.topic === here.topic;
    if (h === g || there.members.includes(b) || (!sameTopic && state.isOn(b, there.topic))) continue;
    if (here.size - ground.size[b]! >= bounds.min && state.mayEnter(b, h)) {
      consider(h, [], state.changeOf(g, b, -1) + state.changeOf(h, -1, b));
    }
    for (const c of there.members) {
      if (here.members.includes(c) || (!sameTopic && state.isOn(c, here.topic))) continue;
      if (!state.mayEnter(b, h, c) || !state.mayEnter(c, g, b)) continue;
      consider(h, unitsOf(c), state.changeOf(g, b, c) + state.changeOf(h, c, b));
    }
  }
  return best;
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
