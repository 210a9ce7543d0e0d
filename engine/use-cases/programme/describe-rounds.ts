import { type Ground, measureWorkshops } from '../../explain/measures/measure-grouping.js';
import { nameBook } from '../../explain/name-book.js';
import { outcomeReason } from '../../explain/reasons/outcome-reasons.js';
import { titlesFor } from '../../explain/titles.js';
import { mostDeclared } from '../../methods/over-representation/most-declared.js';
import { overRepresentedAmong } from '../../methods/over-representation/over-representation.js';
import type { Assembly } from '../../model/assembly.js';
import type { LocalText } from '../../model/local-text.js';
import type { StatedOutcome } from '../../model/plan.js';
import type { ProgrammeWorkshop } from '../../model/programme.js';
import { territoriesNamedBy } from '../../model/rule.js';
import { groupMembers } from '../../numeric/group-members.js';
import { named } from '../../plan/describe-concerns.js';
import type { ComposedRounds } from '../../workshop/rounds/compose-rounds.js';
import { groundOfRules } from '../../workshop/rules/ground-of-rules.js';
import { ruleOutcomes } from '../../workshop/rules/rule-outcomes.js';
import type { RoundUnits } from './round-units.js';

/** What a workshop is, before anyone chairs it or it has a place and a date. */
export type NamedWorkshop = Pick<
  ProgrammeWorkshop,
  'id' | 'number' | 'title' | 'territoryIds' | 'seatIds' | 'problems' | 'measures'
>;

export interface NamedRound {
  readonly workshops: readonly NamedWorkshop[];
  readonly ruleOutcomes: readonly StatedOutcome[];
}

/** The workshops of each round with their ids, titles and measures, and what became of the rules in it. */
export function describeRounds(
  input: Assembly,
  ground: Ground,
  { rounds, territoryOf, seatOf }: RoundUnits,
  composed: ComposedRounds,
): NamedRound[] {
  const seated = seatOf.length > 0;
  return composed.groupOf.map((groupOf, r) => {
    const units = groupMembers(groupOf, composed.frames[r]?.count);
    const members = units.map((own) => own.map((k) => territoryOf[k] ?? -1));
    const { needs } = ground.profiles;
    const problems = overRepresentedAmong(needs, members).map((tying, g) =>
      tying.length > 0 ? tying : mostDeclared(needs, members[g] ?? []),
    );
    const titles = titlesFor(problems, input.taxonomy);
    const measures = measureWorkshops(ground, members);
    return {
      workshops: measures.map((measured, g) => ({
        id: `T${r + 1}-A${String(g + 1).padStart(2, '0')}`,
        number: g + 1,
        title: titles[g] as LocalText,
        territoryIds: (members[g] ?? []).map((t) => input.territories[t]?.id ?? '').sort(),
        ...(seated && { seatIds: (units[g] ?? []).map((k) => input.seats[seatOf[k] ?? -1]?.id ?? '') }),
        problems: named(problems[g] ?? [], ground),
        measures: measured,
      })),
      ruleOutcomes: outcomesOf(input, rounds.whole, groupOf),
    };
  });
}

function outcomesOf(
  input: Assembly,
  whole: RoundUnits['rounds']['whole'],
  groupOf: Int32Array,
): StatedOutcome[] {
  const { units, facts } = groundOfRules(whole);
  const present = new Set(
    units.flatMap(({ territory }, k) => (groupOf[k] === -1 ? [] : [facts.territoryIds[territory] ?? ''])),
  );
  const about = input.rules.filter((rule) => {
    const concerned = territoriesNamedBy(rule);
    return concerned.length === 0 || concerned.some((id) => present.has(id));
  });
  const names = nameBook(input.taxonomy, input.territories);
  const outcomes = new Map(
    ruleOutcomes(about, units, facts, groupOf).map((outcome) => [outcome.ruleId, outcome]),
  );
  return about.flatMap((rule) => {
    const outcome = outcomes.get(rule.id);
    return outcome ? [{ ...outcome, ...outcomeReason(rule, outcome, names) }] : [];
  });
}
