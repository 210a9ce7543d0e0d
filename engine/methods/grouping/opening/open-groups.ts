import type { Rng } from '../../../random/rng.js';
import { bestOpening, type Opening } from './open-one-group.js';
import { openingGround } from './opening-ground.js';
import type { OpenGroup, OpeningProblem } from './opening-problem.js';
import { improveOpening } from './opening-search.js';
import { OpeningState } from './opening-state.js';

export interface OpeningOptions {
  /** rounds of closing and opening after the first local optimum */
  readonly iterations: number;
  readonly shouldStop?: (() => boolean) | undefined;
  /** groups that are open already and stay as they are */
  readonly standing?: readonly OpenGroup[];
  /** groups to start from, as far as places, bounds and rules let them; others open beside them */
  readonly initial?: readonly OpenGroup[];
  /** told of the first groups, then of each that are better than all before */
  readonly onBetter?: (groups: readonly OpenGroup[]) => void;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface OpeningSolution {
  /** by topic, then smallest unit */
  readonly groups: readonly OpenGroup[];
  /** see `OpeningState` */
  readonly value: number;
  readonly iterations: number;
}

/**
 * Opens groups on topics and fills them, for the largest value: a facility location with bounds on what each open
 * facility serves, solved by lazy greedy opening, exchanges, and rounds that close a few groups and open others
 * (iterated local search: Lourenço, Martin, Stützle 2003, 10.1007/0-306-48056-5_11).
 *
 * Expects together and apart that do not contradict each other. No group when no topic gathers enough units.
 */
export function openGroups(
  problem: OpeningProblem,
  rng: Rng,
  {
    iterations,
    shouldStop = () => false,
    onProgress = () => {},
    standing = [],
    initial = [],
    onBetter = () => {},
  }: OpeningOptions,
): OpeningSolution {
  const state = new OpeningState(openingGround(problem));
  const { min, max } = problem.bounds;
  const { blockOf } = state.ground.rules;
  for (const { topic, units } of standing) state.open(topic, [...new Set(units.map((i) => blockOf[i]!))]);
  state.standing = standing.length;
  for (const group of initial) openAgain(state, group);
  openGreedily(state, () => ({ favour: 1, largest: max }));
  improveOpening(state, state.groups.keys());
  // in other orders of adding, the same groups may differ in their last bits
  const margin = 1e-9;
  let best = { value: state.value, groups: state.snapshot() };
  onBetter(unitsOf(state));
  let done = 0;
  for (; done < iterations && state.groups.length > state.standing && !shouldStop(); done++) {
    const before = best.groups;
    const open = state.groups.length - state.standing;
    const closing = 1 + rng.integer(Math.min(3, open));
    for (let k = 0; k < closing; k++) state.close(state.standing + rng.integer(open - k));
    const kept = state.groups.length;
    // smaller groups leave members for one more
    openGreedily(state, () => ({
      favour: 0.6 + 0.8 * rng.next(),
      largest: min + rng.integer(max - min + 1),
    }));
    // those who lost a place may now be looked for by every group; those who stayed are looked at when touched
    const dirty = [...state.groups.keys()].slice(Math.min(kept, state.groups.length));
    improveOpening(state, dirty.length > 0 ? dirty : state.groups.keys());
    if (state.value > best.value + margin) {
      best = { value: state.value, groups: state.snapshot() };
      onBetter(unitsOf(state));
    } else state.restore(before);
    if (done % 10 === 0) onProgress(done, iterations);
  }
  state.restore(best.groups);
  return { groups: unitsOf(state), value: state.value, iterations: done };
}

/** Opens a group with those of its blocks that still have a place and room for it, if enough are left. */
function openAgain(state: OpeningState, { topic, units }: OpenGroup): void {
  const { problem, rules, size, worth, topicCount, barred, blockCount } = state.ground;
  const members: number[] = [];
  let held = 0;
  for (const b of new Set(units.map((i) => rules.blockOf[i]!))) {
    const may = worth[b * topicCount + topic]! > 0 && state.hasRoom(b) && !state.isOn(b, topic);
    if (!may || held + size[b]! > problem.bounds.max) continue;
    if (members.some((c) => barred[b * blockCount + c] === 1)) continue;
    members.push(b);
    held += size[b]!;
  }
  if (held >= problem.bounds.min && state.groups.length < problem.mostGroups) state.open(topic, members);
}

/**
 * Opens the group that adds most a member, again and again. A gain only shrinks as others take the places of its
 * members, or nearly so: a stale one is computed anew when it comes first (lazy greedy: Minoux 1978,
 * 10.1007/BFb0006528). `draw` gives each topic what
 * its gains are multiplied by, and the largest group to open at first.
 */
function openGreedily(
  state: OpeningState,
  draw: () => { readonly favour: number; readonly largest: number },
): void {
  const { problem, topicCount } = state.ground;
  const ranked = Array.from({ length: topicCount }, (_, topic) => ({
    ...draw(),
    topic,
    rank: Number.POSITIVE_INFINITY,
    fresh: null as Opening | null,
  }));
  while (state.groups.length < problem.mostGroups) {
    let first: (typeof ranked)[number] | undefined;
    for (const entry of ranked) if (entry.rank > 0 && (!first || entry.rank > first.rank)) first = entry;
    if (!first) return;
    if (first.fresh) {
      state.open(first.topic, first.fresh.members);
      for (const entry of ranked) entry.fresh = null;
      continue;
    }
    first.fresh = bestOpening(state, first.topic, first.largest);
    first.rank = first.fresh ? (first.favour * first.fresh.gain) / first.fresh.size : 0;
  }
}

function unitsOf({ groups, ground }: OpeningState): OpenGroup[] {
  const { units, unitStart } = ground.rules;
  return groups
    .map(({ topic, members }) => ({
      topic,
      units: members
        .flatMap((b) => [...units.subarray(unitStart[b]!, unitStart[b + 1]!)])
        .sort((a, b) => a - b),
    }))
    .sort((a, b) => a.topic - b.topic || (a.units[0] ?? 0) - (b.units[0] ?? 0));
}
