import { measureBaselines } from '../explain/measures/baselines.js';
import { placementLevel } from '../explain/measures/companionship.js';
import { measureGrouping, measureWorkshops } from '../explain/measures/measure-grouping.js';
import { nameBook } from '../explain/name-book.js';
import { referralReasons } from '../explain/reasons/entry-reasons.js';
import { placementReasons } from '../explain/reasons/placement-reasons.js';
import { titlesFor, titlesForPurposes } from '../explain/titles.js';
import { explainedByNeighbourhood } from '../geography/explained-by-neighbourhood.js';
import { declaredBy } from '../methods/over-representation/declared-by.js';
import type { OverRepresented } from '../methods/over-representation/over-representation.js';
import { tyingProblems } from '../methods/over-representation/tying-problems.js';
import { digestOf } from '../model/canonical-assembly.js';
import type { LocalText } from '../model/local-text.js';
import { type Plan, planFormat, type Workshop } from '../model/plan.js';
import type { Rule } from '../model/rule.js';
import type { RuleOutcome } from '../model/rule-outcome.js';
import { namelessSeatSchema } from '../model/seat.js';
import type { Matrix } from '../numeric/matrix.js';
import type { Rng } from '../random/rng.js';
import { planOptions } from '../resolve-options.js';
import { engineVersion } from '../version.js';
import type { ComposedWorkshops } from '../workshop/composed-workshops.js';
import { describeChoice, describeConcerns, named } from './describe-concerns.js';
import { describeLeftOut } from './describe-left-out.js';
import { describeOutcomes, outcomesOf } from './describe-rules.js';
import type { Results } from './results.js';

/** Turns indices back into ids, and results into a plan that explains itself. */
export function assemblePlan(results: Results, rng: Rng): Plan {
  const { input, settings, ground, residual, graph, composition } = results;
  const assembly = heldAssembly(results);
  const { value, upperBound, gap, iterations } = composition;
  const { minSize, maxSize } = settings.workshop;
  const members = composition.workshops.map(({ territories }) => territories);
  const workshops = describeWorkshops(results, members);
  const outcomes = outcomesOf(results);
  return {
    format: planFormat,
    engineVersion,
    inputDigest: digestOf(assembly),
    seed: settings.general.seed,
    options: planOptions(settings),
    assembly,
    concerns: describeConcerns(results),
    concernChoice: describeChoice(results),
    workshops,
    ...describeLeftOut(results),
    placements: describePlacements(results, members, workshops, outcomes),
    ...describeRobustness(results, workshops),
    ruleOutcomes: describeOutcomes(results.input, outcomes),
    ...results.pairings,
    measures: measureGrouping(ground, members),
    baselines: measureBaselines(
      ground,
      {
        graph,
        features: residual.features,
        workshops: members,
        // a referral chooses among all
        ...(results.referral && { candidates: [...input.territories.keys()] }),
        minSize,
        maxSize,
      },
      rng,
    ),
    bound: { value, upperBound, gap, iterations },
  };
}

/**
 * The input as the plan keeps it: with seats, nameless, where they are placed or rules ask who sits in them.
 * Without them the plan would not replay.
 */
function heldAssembly({ input, settings }: Results): Plan['assembly'] {
  const { seats, ...assembly } = input;
  if (settings.workshop.entry !== 'seats' && !input.rules.some(asksWhoSits)) return assembly;
  return { ...assembly, seats: seats.map((seat) => namelessSeatSchema.parse(seat)) };
}

function asksWhoSits(rule: Rule): boolean {
  if (rule.kind === 'chair-pair') return true;
  return 'attribute' in rule && (rule.attribute === 'college' || rule.attribute === 'civility');
}

function describeWorkshops(
  { input, settings, ground, referral, composition }: Results,
  members: readonly (readonly number[])[],
): Workshop[] {
  const { needs, problemIds } = ground.profiles;
  const problems = tyingProblems(needs, members);
  const purposes = composition.workshops.map(({ problem }) =>
    problem === undefined ? (referral?.problems.map((id) => problemIds.indexOf(id)) ?? []) : [problem],
  );
  const idsOf = (g: number): string[] => (members[g] ?? []).map((i) => input.territories[i]?.id ?? '');
  const tying = problems.map((own) => named(own, ground));
  const titles = purposes.some((own) => own.length > 0)
    ? titlesForPurposes(
        purposes.map((own, g) => ({ purposes: own, tying: problems[g] ?? [] })),
        input.taxonomy,
      )
    : titlesFor(problems, input.taxonomy, keptTitles(composition.workshops, idsOf, tying));
  const measures = measureWorkshops(ground, members);
  const ids = workshopIds(composition.workshops);
  return measures.map((measured, g) => {
    const { seats, problem, published } = composition.workshops[g] ?? {};
    return {
      id: ids[g] ?? '',
      title: titles[g] as LocalText,
      territoryIds: idsOf(g),
      ...(seats && { seatIds: seats.map((seat) => input.seats[seat]?.id ?? '') }),
      ...(problem !== undefined && { problemId: problemIds[problem] ?? '' }),
      problems: named(purposesFirst(problems[g] ?? [], purposes[g] ?? [], needs, members[g] ?? []), ground),
      format: published?.format ?? 'video',
      cadence: published?.cadence ?? settings.workshop.cadence,
      measures: measured,
    };
  });
}

/** A workshop whose members or leading problem are those it was published with stays known by its title. */
function keptTitles(
  workshops: ComposedWorkshops['workshops'],
  idsOf: (g: number) => readonly string[],
  tying: readonly Workshop['problems'][],
): (LocalText | undefined)[] {
  return workshops.map(({ published }, g) => {
    if (!published) return undefined;
    const sameMembers = [...published.territoryIds].sort().join('\n') === idsOf(g).join('\n');
    const sameProblem = published.problems[0]?.problemId === tying[g]?.[0]?.problemId;
    return sameMembers || sameProblem ? published.title : undefined;
  });
}

/** A01, A02… by place; a published workshop keeps its own, a new one takes the first number after all. */
function workshopIds(workshops: ComposedWorkshops['workshops']): string[] {
  const numbered = (number: number): string => `A${String(number).padStart(2, '0')}`;
  const taken = new Set(workshops.flatMap(({ published }) => published?.id ?? []));
  let next = workshops.length;
  return workshops.map(({ published }, g) => {
    if (published) return published.id;
    if (taken.size === 0) return numbered(g + 1);
    while (taken.has(numbered(next))) next++;
    taken.add(numbered(next));
    return numbered(next);
  });
}

/** What the workshop was made for, then what ties it besides. */
function purposesFirst(
  tying: readonly OverRepresented[],
  purposes: readonly number[],
  needs: Matrix,
  members: readonly number[],
): OverRepresented[] {
  return [
    ...purposes.map((problem) => declaredBy(needs, members, problem)).filter(({ share }) => share > 0),
    ...tying.filter(({ problem }) => !purposes.includes(problem)),
  ];
}

function describePlacements(
  { input, settings, ground, residual, referral, composition, alternatives, rivals, companionship }: Results,
  members: readonly (readonly number[])[],
  workshops: readonly Workshop[],
  outcomes: readonly RuleOutcome[],
): Plan['placements'] {
  const explained = explainedByNeighbourhood(ground.profiles.features, residual);
  const placements = placementReasons({
    ...ground,
    workshops: members,
    workshopIds: workshops.map(({ id }) => id),
    workshopTitles: workshops.map(({ title }) => title),
    rules: input.rules,
    outcomes,
    ...(settings.geography.decoupling > 0 && { explained }),
    taxonomy: input.taxonomy,
    ...(alternatives && { alternatives }),
    ...(rivals && { rivals }),
    ...(companionship && { companionship }),
  });
  const asked = referral?.problems.map((id) => ground.profiles.problemIds.indexOf(id));
  const names = nameBook(input.taxonomy, input.territories);
  return placements.map(({ territory, workshop, reasons }) => {
    const territoryId = input.territories[territory]?.id ?? '';
    const { territories, seats } = composition.workshops[workshop] ?? {};
    const seatId = input.seats[seats?.[territories?.indexOf(territory) ?? -1] ?? -1]?.id;
    return {
      territoryId,
      ...(seatId !== undefined && { seatId }),
      workshopId: workshops[workshop]?.id ?? '',
      reasons: asked
        ? [...referralReasons(ground.profiles, asked, territory, territoryId, names), ...reasons]
        : reasons,
    };
  });
}

function describeRobustness(
  { input, companionship }: Results,
  workshops: readonly Workshop[],
): Pick<Plan, 'robustness'> {
  if (!companionship || companionship.resamplings === 0) return {};
  const { resamplings, shares, pairs, units, territoryOf } = companionship;
  const idOf = (unit: number): string => input.territories[territoryOf(unit)]?.id ?? '';
  const seatIdOf = (g: number, rank: number): string | undefined => workshops[g]?.seatIds?.[rank];
  const seated = workshops.some(({ seatIds }) => seatIds !== undefined);
  const placements = units.flatMap((own, g) =>
    own.map((unit, rank) => {
      const share = shares[g]?.[rank] ?? 0;
      const seatId = seatIdOf(g, rank);
      return {
        territoryId: idOf(unit),
        ...(seatId !== undefined && { seatId }),
        workshopId: workshops[g]?.id ?? '',
        share,
        level: placementLevel(share),
      };
    }),
  );
  const seatIds = new Map(
    units.flatMap((own, g) => own.map((unit, rank) => [unit, seatIdOf(g, rank) ?? ''] as const)),
  );
  return {
    robustness: {
      resamplings,
      placements,
      pairs: pairs.map(({ i, j, share }) => ({
        territoryIds: [idOf(i), idOf(j)],
        ...(seated && { seatIds: [seatIds.get(i) ?? '', seatIds.get(j) ?? ''] as [string, string] }),
        share,
      })),
    },
  };
}
