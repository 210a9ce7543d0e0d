import type { Ground } from '../explain/measures/measure-grouping.js';
import {
  type Alternative,
  type Alternatives,
  alternativesOf,
  type StandingGrouping,
} from '../explain/reasons/next-best.js';
import type { GatheredInput } from '../ground/entry-input.js';
import { type MeasuredTerm, measuredTerms, sameTerritoryId } from '../ground/measured-terms.js';
import { type UnitGrouping, unitGrouping } from '../ground/workshop-ground.js';
import { otherPlaces } from '../methods/grouping/opening/other-places.js';
import type { Options } from '../options.js';
import type { ComposedWorkshop } from '../workshop/composed-workshops.js';
import { thematicProblem } from '../workshop/thematic-problem.js';

/**
 * The next-best workshop of each member, and the rules that hold it from a better one, by what the workshops were composed
 * for: by workshop, then by member in its order. A thematic workshop is left for another on a problem that the territory has
 * too; nothing is said of a referral, which has one workshop.
 */
export function weighAlternatives(
  from: GatheredInput,
  ground: Ground,
  workshops: readonly ComposedWorkshop[],
  settings: Options,
): Alternatives[][] | undefined {
  const { entry, minSize, maxSize } = settings.workshop;
  if (entry === 'referral') return undefined;
  if (entry === 'thematic') return thematicAlternatives(from, workshops, settings.workshop);
  const units = unitGrouping(from, ground, settings);
  const members = workshops.map((workshop) => unitsOf(workshop, from, units));
  const found = alternativesOf({
    weights: units.weights,
    order: units.unitIds.length,
    workshops: members,
    minSize,
    maxSize,
    rules: rulesOf(from, units),
  });
  const named = (alternative: Alternative): Alternative => namedBy(units, alternative);
  return members.map((own) =>
    own.map((i) => {
      const { best, held } = found[i] ?? { best: null, held: null };
      return { best: best && named(best), held: held && { ...held, ...named(held) } };
    }),
  );
}

/** Losses are shares of what the thematic workshops are worth as a whole. */
function thematicAlternatives(
  from: GatheredInput,
  workshops: readonly ComposedWorkshop[],
  options: Options['workshop'],
): Alternatives[][] {
  const { problem } = thematicProblem(from, options);
  const groups = workshops.map(({ territories, problem: topic = -1 }) => ({ topic, units: territories }));
  const { value, places } = otherPlaces(problem, groups);
  const lossOf = ({ gain }: { readonly gain: number }): number => (value > 0 ? -gain / value : 0);
  return places.map((own) =>
    own.map(({ elsewhere, successor, obstacle }) => ({
      best: elsewhere && {
        workshop: elsewhere.group,
        exchangedWith: elsewhere.exchangedWith[0] ?? -1,
        succeededBy: elsewhere.succeededBy,
        succeededFrom: elsewhere.succeededFrom,
        insteadOf: elsewhere.insteadOf,
        loss: lossOf(elsewhere),
      },
      held: null,
      ...(successor && { successor: { units: successor.units, loss: lossOf(successor) } }),
      ...(obstacle && { obstacle: { kind: obstacle.kind, workshops: obstacle.groups } }),
    })),
  );
}

/** The members of a workshop as units, in its order. */
function unitsOf(
  { territories, seats }: ComposedWorkshop,
  from: Pick<GatheredInput, 'seats'>,
  { unitIds, seated }: Pick<UnitGrouping, 'unitIds' | 'seated'>,
): readonly number[] {
  if (!seated) return territories;
  const indexOf = new Map(unitIds.map((id, i) => [id, i]));
  return (seats ?? []).map((seat) => indexOf.get(from.seats[seat]?.id ?? '') ?? -1);
}

/** What is cheap to ask and often says no comes first. */
function rulesOf({ rules }: GatheredInput, units: UnitGrouping): StandingGrouping['rules'] {
  const terms = measuredTerms(rules, units);
  const isApart = ({ ruleId }: MeasuredTerm): boolean => ruleId === sameTerritoryId;
  return [...terms.filter(isApart), ...terms.filter((term) => !isApart(term))].flatMap(
    ({ level, criteria }) => criteria.map((criterion) => ({ level, criterion })),
  );
}

/** Who comes in exchange, by its territory, and its seat where seats are placed. */
function namedBy({ seated, territoryOf, unitIds }: UnitGrouping, alternative: Alternative): Alternative {
  const { exchangedWith } = alternative;
  if (!seated || exchangedWith < 0) return alternative;
  return {
    ...alternative,
    exchangedWith: territoryOf[exchangedWith] ?? -1,
    exchangedSeatId: unitIds[exchangedWith] ?? '',
  };
}
