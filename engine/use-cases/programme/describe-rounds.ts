import { type Ground, measureWorkshops } from '../../explain/measures/measure-grouping.js';
import { titlesFor } from '../../explain/titles.js';
import { tyingProblems } from '../../methods/over-representation/tying-problems.js';
import type { Assembly } from '../../model/assembly.js';
import type { LocalText } from '../../model/local-text.js';
import type { StatedOutcome } from '../../model/plan.js';
import type { ProgrammeWorkshop } from '../../model/programme.js';
import { territoriesNamedBy } from '../../model/rule.js';
import { groupMembers } from '../../numeric/group-members.js';
import { named } from '../../plan/describe-concerns.js';
import { describeOutcomes } from '../../plan/describe-rules.js';
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
    const problems = tyingProblems(ground.profiles.needs, members);
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
  return describeOutcomes(input, ruleOutcomes(about, units, facts, groupOf));
}
