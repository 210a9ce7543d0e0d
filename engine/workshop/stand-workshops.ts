import { openingValue } from '../methods/grouping/opening/opening-value.js';
import { subsetWorth } from '../methods/grouping/subset/subset-value.js';
import type { Workshop } from '../model/plan.js';
import type { Options } from '../options.js';
import { workshopOfSeats } from './by-seat.js';
import type { ComposedWorkshop, ComposedWorkshops, EntryInput } from './composed-workshops.js';
import { beyondReferral, referralProblem } from './referral-problem.js';
import { seatUnits } from './seat-units.js';
import { beyondThematic, thematicProblem } from './thematic-problem.js';
import { valueWithin, workshopWeights } from './workshop-weights.js';

/** A workshop as it is to stand. */
export interface StandingWorkshop {
  /** territories, or in the entry by seat occupied seats */
  readonly memberIds: readonly string[];
  /** the workshop of a published plan that it continues, if any */
  readonly published?: Workshop;
  /** thematic entry: the problem that a workshop which continues none is opened for */
  readonly problemId?: string;
}

/**
 * Workshops that are not to be composed: in place of `composeWorkshops` where a plan stands already.
 *
 * @returns a composer whose value is that of these workshops by their entry, without a bound
 */
export function standWorkshops(
  workshops: readonly StandingWorkshop[],
): (input: EntryInput, options: Options['workshop']) => ComposedWorkshops {
  return (input, options) => entries[options.entry](workshops, input, options);
}

type Standing = (
  workshops: readonly StandingWorkshop[],
  input: EntryInput,
  options: Options['workshop'],
) => ComposedWorkshops;

const entries: Readonly<Record<Options['workshop']['entry'], Standing>> = {
  territorial: standByTerritory,
  seats: standBySeat,
  thematic: standThematic,
  referral: standOnReferral,
};

/** Every territory sits in one of them. */
function standByTerritory(
  workshops: readonly StandingWorkshop[],
  { territoryIds, affinity, distances }: EntryInput,
  { spread }: Options['workshop'],
): ComposedWorkshops {
  const weights = workshopWeights(affinity, distances, spread, [...territoryIds.keys()]);
  const placed = indexed(workshops, territoryIds);
  return {
    workshops: placed.map(({ members, kept }) => ({ territories: members, ...kept })),
    unplaced: [],
    ...found(
      placed.reduce((sum, { members }) => sum + valueWithin(members, weights, territoryIds.length), 0),
    ),
  };
}

/** Every occupied seat sits in one of them. */
function standBySeat(
  workshops: readonly StandingWorkshop[],
  entry: EntryInput,
  options: Options['workshop'],
): ComposedWorkshops {
  const { occupied, unplaced, input } = seatUnits(entry, options);
  const { territoryIds: seatIds, affinity, distances } = input;
  const weights = workshopWeights(affinity, distances, options.spread, [...seatIds.keys()]);
  const placed = indexed(workshops, seatIds);
  return {
    workshops: placed.map(({ members, kept }) => ({
      ...workshopOfSeats(members.flatMap((k) => occupied[k] ?? [])),
      ...kept,
    })),
    unplaced,
    ...found(placed.reduce((sum, { members }) => sum + valueWithin(members, weights, seatIds.length), 0)),
  };
}

/** Territories in any of them, each workshop on the problem it was published for. */
function standThematic(
  workshops: readonly StandingWorkshop[],
  input: EntryInput,
  options: Options['workshop'],
): ComposedWorkshops {
  const { problem, withoutObject } = thematicProblem(input, options);
  const placed = indexed(workshops, input.territoryIds);
  const problemIds = workshops.map(({ problemId }) => problemId);
  const groups = placed.map(({ members: units, kept }, g) => ({
    topic: input.profiles.problemIds.indexOf(kept.published?.problemId ?? problemIds[g] ?? ''),
    units,
  }));
  return {
    workshops: placed.map(({ members, kept }, g) => ({
      territories: members,
      problem: groups[g]?.topic ?? -1,
      ...kept,
    })),
    ...beyondThematic(input.profiles, groups, options.minSize),
    withoutObject,
    ...found(openingValue(problem)(groups)),
  };
}

/** The one workshop of a referral. */
function standOnReferral(
  workshops: readonly StandingWorkshop[],
  input: EntryInput,
  options: Options['workshop'],
): ComposedWorkshops {
  const asked = referralProblem(input, options);
  const [{ members, kept } = { members: [], kept: {} }] = indexed(workshops, input.territoryIds);
  return {
    workshops: [{ territories: members, ...kept }],
    unplaced: beyondReferral(asked, members),
    withoutObject: asked.withoutObject,
    ...found(subsetWorth(asked.problem)(members).value),
  };
}

/** The members of each workshop by index, ascending. */
function indexed(
  workshops: readonly StandingWorkshop[],
  ids: readonly string[],
): { readonly members: number[]; readonly kept: Pick<ComposedWorkshop, 'published'> }[] {
  const indexOf = new Map(ids.map((id, i) => [id, i]));
  return workshops.map(({ memberIds, published }) => ({
    members: memberIds.flatMap((id) => indexOf.get(id) ?? []).sort((a, b) => a - b),
    kept: published ? { published } : {},
  }));
}

function found(value: number): Pick<ComposedWorkshops, 'value' | 'upperBound' | 'gap' | 'iterations'> {
  return { value, upperBound: null, gap: null, iterations: 0 };
}
