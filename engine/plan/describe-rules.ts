import { nameBook } from '../explain/name-book.js';
import { outcomeReason } from '../explain/reasons/outcome-reasons.js';
import { territoryUnits } from '../ground/gather-rule-facts.js';
import type { Assembly } from '../model/assembly.js';
import type { StatedOutcome } from '../model/plan.js';
import { isAboutPairings, territoriesNamedBy } from '../model/rule.js';
import type { RuleOutcome } from '../model/rule-outcome.js';
import { type RuleUnit, seatUnit } from '../model/rule-unit.js';
import type { ComposedWorkshops } from '../workshop/composed-workshops.js';
import { ruleOutcomes } from '../workshop/rules/rule-outcomes.js';
import type { Results } from './results.js';

/** What became of the rules that the entry gives a meaning to, in the order of their ids. */
export function outcomesOf({
  input,
  composition,
  facts,
}: Pick<Results, 'input' | 'facts'> & {
  readonly composition: Pick<ComposedWorkshops, 'workshops' | 'withoutObject'>;
}): RuleOutcome[] {
  const places = placesOf({ input, composition });
  const groupOf = Int32Array.from(places, ({ group }) => group);
  const without = new Set(composition.withoutObject);
  const present = new Set(
    places.flatMap(({ unit, group }) => (group === -1 ? [] : [input.territories[unit.territory]?.id ?? ''])),
  );
  const rules = input.rules.filter((rule) => {
    const named = territoriesNamedBy(rule);
    // nothing comes of a rule when nobody it names takes part; pairings are of all territories
    const takesPart = named.length === 0 || isAboutPairings(rule) || named.some((id) => present.has(id));
    return !without.has(rule.id) && takesPart;
  });
  return ruleOutcomes(
    rules,
    places.map(({ unit }) => unit),
    facts,
    groupOf,
  );
}

/** Outcomes in the order of the rules, with what each rule asks and what became of it in words. */
export function describeOutcomes(input: Assembly, outcomes: readonly RuleOutcome[]): StatedOutcome[] {
  const names = nameBook(input.taxonomy, input.territories);
  const outcomeOf = new Map(outcomes.map((outcome) => [outcome.ruleId, outcome]));
  return input.rules.flatMap((rule) => {
    const outcome = outcomeOf.get(rule.id);
    return outcome ? [{ ...outcome, ...outcomeReason(rule, outcome, names) }] : [];
  });
}

/** Who sits where, by territory: its seats where seats are placed, itself once a workshop otherwise, once in none. */
function placesOf({
  input,
  composition,
}: Pick<Results, 'input'> & { readonly composition: Pick<ComposedWorkshops, 'workshops'> }): {
  unit: RuleUnit;
  group: number;
  rank: number;
}[] {
  const whole = territoryUnits(input);
  const seated = composition.workshops.flatMap(({ territories, seats }, group) =>
    territories.flatMap((territory, k) => {
      const seat = input.seats[seats?.[k] ?? -1];
      const unit = seat ? seatUnit(territory, seat) : whole[territory];
      return unit ? [{ unit, group, rank: seats?.[k] ?? group }] : [];
    }),
  );
  const present = new Set(seated.map(({ unit }) => unit.territory));
  const nowhere = whole
    .filter(({ territory }) => !present.has(territory))
    .map((unit) => ({ unit, group: -1, rank: -1 }));
  // the first seat of a delegation is that of the smallest id, as when they were placed
  return [...seated, ...nowhere].sort((a, b) => a.unit.territory - b.unit.territory || a.rank - b.rank);
}
