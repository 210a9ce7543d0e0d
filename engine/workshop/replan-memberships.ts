import { type ByMoves, tellByMoves } from '../methods/grouping/by-moves.js';
import { changeOpenings } from '../methods/grouping/opening/change-openings.js';
import type { OpenGroup } from '../methods/grouping/opening/opening-problem.js';
import { changeSubset } from '../methods/grouping/subset/change-subset.js';
import { subsetWorth } from '../methods/grouping/subset/subset-value.js';
import type { Options } from '../options.js';
import type { Rng } from '../random/rng.js';
import type { EntryInput } from './composed-workshops.js';
import { subsetRounds } from './on-referral.js';
import { referralProblem } from './referral-problem.js';
import { refuseReferral } from './refusals/refuse-referral.js';
import { openingRounds } from './thematic.js';
import { thematicProblem } from './thematic-problem.js';

/** A published workshop, by index: those of its territories that are still there. */
export interface PublishedMembers {
  /** thematic entry: the column of its problem; −1: there is no such problem any more */
  readonly problem: number;
  /** ascending */
  readonly territories: readonly number[];
  /** how many it had when it was published */
  readonly size: number;
  /** nobody enters it, and nobody leaves it but who left the assembly */
  readonly frozen: boolean;
}

/** What published workshops, in which a territory may sit in several or in none, are taken up again with. */
export interface MembershipReplan {
  readonly published: readonly PublishedMembers[];
  /** 1: the plan knew the territory; places of the others are no moves */
  readonly known: Uint8Array;
  /** places, by territory and workshop, whose problem the territory no longer declares */
  readonly released: readonly (readonly [territory: number, workshop: number])[];
  /** places that hands gave or took, by territory and workshop: they stay as they were published */
  readonly held: readonly (readonly [territory: number, workshop: number])[];
  /** memberships gained or lost, at most */
  readonly budget: number;
}

/** Workshops with few moves from those published. */
export interface ChangedMembers {
  /** by the place of the workshop in the plan, then new ones; without units: it closes */
  readonly groups: readonly OpenGroup[];
  readonly moves: number;
  readonly sought: number;
  /** the objective of the entry, as `bound.value` */
  readonly value: number;
}

/** The free ones are worth no less than a plan composed afresh. */
export interface ReplannedMembers extends ByMoves<ChangedMembers> {
  /** a place that nothing could keep, or refuse: it is no move */
  isForced(territory: number, workshop: number): boolean;
  /** published workshops that nothing keeps open: too few have a place there */
  readonly closed: readonly boolean[];
}

/**
 * Takes the workshops of the thematic entry, or the one of a referral, up again with few moves: for each number of them the
 * best found, exact where the sets of so few moves can be counted. A published size that is out of bounds is accepted as it was.
 *
 * @param rng the generator of the seed: workshops are composed afresh by the draws of `composePlan`, for comparison
 * @throws EngineError as `thematicProblem` and `referralProblem`, and `infeasible` where a referral has no workshop at all
 */
export function replanMembers(
  input: EntryInput,
  options: Options['workshop'],
  replan: MembershipReplan,
  rng: Rng,
  shouldStop?: () => boolean,
): ReplannedMembers {
  const entry = options.entry === 'referral' ? replanReferral : replanThematic;
  return entry(input, options, replan, rng, shouldStop);
}

function replanThematic(
  input: EntryInput,
  options: Options['workshop'],
  { published, known, released, held, budget }: MembershipReplan,
  rng: Rng,
  shouldStop?: () => boolean,
): ReplannedMembers {
  const { problem } = thematicProblem(input, options);
  const groups = published.map(({ problem: topic, territories: units, size, frozen }) => ({
    topic,
    units,
    frozen: frozen && topic !== -1,
    bounds: widened(problem.bounds, size),
  }));
  const found = changeOpenings(
    { problem, published: groups, known, released, held },
    {
      budget,
      rng: rng.stream('replan'),
      fresh: { rng: rng.stream('workshop').stream('opening'), iterations: openingRounds(options) },
      shouldStop,
    },
  );
  const lapsed = new Set(released.map(([territory, workshop]) => `${territory}/${workshop}`));
  return {
    ...tellByMoves(found, (each) => ({ ...each, value: each.sought })),
    isForced: (territory, workshop) =>
      found.closed[workshop] === true || lapsed.has(`${territory}/${workshop}`),
    closed: found.closed,
  };
}

function replanReferral(
  input: EntryInput,
  options: Options['workshop'],
  { published: [only], known, budget }: MembershipReplan,
  rng: Rng,
  shouldStop?: () => boolean,
): ReplannedMembers {
  const { problem } = referralProblem(input, options);
  const { territories = [], size = 0, frozen = false } = only ?? {};
  const bounds = frozen
    ? { min: territories.length, max: territories.length }
    : widened(problem.bounds, size);
  const change = { problem: { ...problem, bounds }, published: territories, known, frozen };
  const found = changeSubset(change, {
    budget,
    rng: rng.stream('replan'),
    fresh: {
      problem,
      rng: rng.stream('workshop').stream('referral'),
      iterations: subsetRounds(options),
    },
    shouldStop,
  });
  if (found.fewest === null && !frozen) refuseReferral(problem);
  const worthOf = subsetWorth(problem);
  return {
    ...tellByMoves(found, ({ units, moves, sought }) => ({
      groups: [{ topic: -1, units }],
      moves,
      sought,
      value: worthOf(units).value,
    })),
    isForced: (territory) => found.forced.has(territory),
    closed: [false],
  };
}

/** What a hand made too small or too large was accepted as it is. */
function widened({ min, max }: { readonly min: number; readonly max: number }, size: number) {
  return { min: Math.min(min, Math.max(1, size)), max: Math.max(max, size) };
}
