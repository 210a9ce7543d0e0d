import type { Rng } from '../../../random/rng.js';
import { type ByMoves, tellByMoves } from '../by-moves.js';
import { type FewMembershipsOptions, fewMemberships } from '../memberships/few-memberships.js';
import { become } from '../memberships/membership-state.js';
import { openGroups } from './open-groups.js';
import { OpeningMemberships } from './opening-memberships.js';
import type { OpenGroup } from './opening-problem.js';
import { type OpeningChange, openingSlots } from './opening-slots.js';

/** The budget is of memberships of known units, gained or lost. */
export interface ChangeOpeningsOptions extends Omit<FewMembershipsOptions, 'starts'> {
  /** the draws, and the rounds, of the search for groups composed afresh */
  readonly fresh: { readonly rng: Rng; readonly iterations: number };
}

/** Groups with few moves from those published. */
export interface ChangedOpening {
  /** the published groups by their place, then new ones; without units: closed */
  readonly groups: readonly OpenGroup[];
  readonly moves: number;
  readonly sought: number;
}

/** The free ones are as good as groups composed afresh. */
export interface ChangedOpenings extends ByMoves<ChangedOpening> {
  /** published groups that nothing keeps open */
  readonly closed: readonly boolean[];
}

/**
 * Takes published groups up again: the best for each number of moves up to the budget, and at will. Groups composed afresh, and
 * from the published ones on (`openGroups`, frozen groups standing), are the far ends that the search comes back from.
 */
export function changeOpenings(
  change: OpeningChange,
  { budget, rng, fresh, shouldStop }: ChangeOpeningsOptions,
): ChangedOpenings {
  const { problem, published } = change;
  const standing = published.filter(({ frozen }) => frozen);
  const search = { iterations: fresh.iterations, shouldStop, standing };
  const initial = published.filter(({ frozen, topic }) => !frozen && topic !== -1);
  const onward: (readonly OpenGroup[])[] = [];
  const onBetter = (groups: readonly OpenGroup[]): number => onward.push(groups);
  const afresh = openGroups(problem, fresh.rng, search);
  const onwardRounds = Math.ceil(fresh.iterations / 2);
  openGroups(problem, rng.stream('onward'), { ...search, iterations: onwardRounds, initial, onBetter });
  const composed = [afresh.groups, ...onward].map((groups) =>
    matchGroups(
      published,
      groups.filter((group) => !standing.some((each) => isSame(each, group))),
    ),
  );
  const extra = composed.map(({ added }) => added.map(({ topic }) => topic));
  const slots = openingSlots(change, budget, extra);
  const state = new OpeningMemberships(slots);
  const starts = composed.map((matched) => startFrom(state, matched, published.length));
  const few = fewMemberships(state, { budget, rng, shouldStop, starts });
  return {
    ...tellByMoves(few, ({ on, moves, sought }) => ({ groups: groupsAt(state, on), moves, sought })),
    closed: slots.closed.slice(0, published.length),
  };
}

/** A group composed afresh that continues a published one, and the others. */
interface MatchedGroups {
  /** by published group; absent: none continues it */
  readonly matched: ReadonlyMap<number, OpenGroup>;
  readonly added: readonly OpenGroup[];
}

/** Pairs groups on one topic, those with most members in common first. */
function matchGroups(published: OpeningChange['published'], afresh: readonly OpenGroup[]): MatchedGroups {
  const pairs = afresh.flatMap((group, k) =>
    published.flatMap(({ topic, units, frozen }, s) =>
      topic === group.topic && !frozen
        ? [{ k, s, shared: group.units.filter((i) => units.includes(i)).length }]
        : [],
    ),
  );
  pairs.sort((a, b) => b.shared - a.shared || a.s - b.s || a.k - b.k);
  const matched = new Map<number, OpenGroup>();
  const taken = new Set<number>();
  for (const { k, s } of pairs) {
    if (matched.has(s) || taken.has(k)) continue;
    matched.set(s, afresh[k]!);
    taken.add(k);
  }
  return { matched, added: afresh.filter((_, k) => !taken.has(k)) };
}

/** These groups as memberships, but for what is held or frozen; the state is left as it was. */
function startFrom(
  state: OpeningMemberships,
  { matched, added }: MatchedGroups,
  publishedCount: number,
): Uint8Array {
  const { topics, free, ground } = state.slots;
  const { blockCount, rules } = ground;
  const before = state.on.slice();
  const places = new Map(matched);
  const taken = new Set<number>();
  for (const group of added) {
    const s = topics.findIndex(
      (topic, at) => at >= publishedCount && topic === group.topic && !taken.has(at),
    );
    taken.add(s);
    if (s !== -1) places.set(s, group);
  }
  for (let f = 0; f < state.flipCount; f++) if (state.on[f] === 1 && free[f] === 1) state.flip(f);
  for (const [s, { units }] of places) {
    for (const b of new Set(units.map((i) => rules.blockOf[i]!))) {
      const f = s * blockCount + b;
      if (state.on[f] === 0 && state.mayFlip(f)) state.flip(f);
    }
  }
  const start = state.on.slice();
  become(state, before);
  return start;
}

function groupsAt(state: OpeningMemberships, on: Uint8Array): OpenGroup[] {
  become(state, on);
  return state.groups();
}

function isSame(a: OpenGroup, b: OpenGroup): boolean {
  return a.topic === b.topic && a.units.join() === b.units.join();
}
