import type { Concerns } from './community/find-concerns.js';
import { describeChoice, describeConcerns, named } from './describe-concerns.js';
import { measureBaselines } from './explain/baselines.js';
import { type Companionship, placementLevel } from './explain/companionship.js';
import { type Ground, measureGrouping, measureWorkshops } from './explain/measure-grouping.js';
import type { Alternatives } from './explain/next-best.js';
import { pairingReasons, unpairedReason } from './explain/pairing-reasons.js';
import { placementReasons } from './explain/placement-reasons.js';
import { titlesFor } from './explain/titles.js';
import { explainedByNeighbourhood } from './geography/explained-by-neighbourhood.js';
import type { ResidualProfiles } from './geography/residual-profiles.js';
import type { WeightedGraph } from './methods/graph/weighted-graph.js';
import { mostDeclared } from './methods/over-representation/most-declared.js';
import { overRepresentedAmong } from './methods/over-representation/over-representation.js';
import type { Assembly } from './model/assembly.js';
import { digestOf } from './model/canonical-assembly.js';
import type { LocalText } from './model/local-text.js';
import { type Pairing, type Plan, planFormat, type Workshop } from './model/plan.js';
import type { Options } from './options.js';
import type { ComposedPairings } from './pairing/compose-pairings.js';
import type { Rng } from './random/rng.js';
import { engineVersion } from './version.js';
import type { ComposedWorkshops } from './workshop/composed-workshops.js';

/** What the stages gave, in indices of the canonical assembly. */
export interface Results {
  readonly input: Assembly;
  readonly settings: Options;
  readonly ground: Ground;
  readonly residual: ResidualProfiles;
  readonly graph: WeightedGraph;
  readonly concerns: Concerns;
  readonly composition: ComposedWorkshops;
  readonly pairings: ComposedPairings;
  /** by territory; absent where one may sit in several workshops */
  readonly alternatives: readonly Alternatives[] | undefined;
  readonly companionship: Companionship | undefined;
}

/** Turns indices back into ids, and results into a plan that explains itself. */
export function assemblePlan(results: Results, rng: Rng): Plan {
  const { input, settings, ground, residual, graph, composition } = results;
  const { seats: _, ...assembly } = input;
  const { value, upperBound, gap, iterations } = composition;
  const { minSize, maxSize } = settings.workshop;
  const members = composition.workshops.map(({ territories }) => territories);
  const workshops = describeWorkshops(results, members);
  return {
    format: planFormat,
    engineVersion,
    inputDigest: digestOf(assembly),
    seed: settings.general.seed,
    options: settings,
    assembly,
    concerns: describeConcerns(results),
    concernChoice: describeChoice(results),
    workshops,
    unplaced: [],
    placements: describePlacements(results, members, workshops),
    ...describeRobustness(results, members, workshops),
    ...describePairings(results),
    measures: measureGrouping(ground, members),
    baselines: measureBaselines(
      ground,
      { graph, features: residual.features, workshops: members, minSize, maxSize },
      rng,
    ),
    bound: { value, upperBound, gap, iterations },
  };
}

function describeWorkshops(
  { input, settings, ground, composition }: Results,
  members: readonly (readonly number[])[],
): Workshop[] {
  const { needs } = ground.profiles;
  const problems = overRepresentedAmong(needs, members).map((tying, g) =>
    tying.length > 0 ? tying : mostDeclared(needs, members[g] ?? []),
  );
  const published = composition.workshops.map((workshop) => workshop.published);
  const idsOf = (g: number): string[] => (members[g] ?? []).map((i) => input.territories[i]?.id ?? '');
  const kept = published.map((before, g) =>
    before && keepsItsTitle(before, idsOf(g), named(problems[g] ?? [], ground)) ? before.title : undefined,
  );
  const titles = titlesFor(problems, input.taxonomy, kept);
  const measures = measureWorkshops(ground, members);
  const ids = workshopIds(published);
  return measures.map((measured, g) => ({
    id: ids[g] ?? '',
    title: titles[g] as LocalText,
    territoryIds: idsOf(g),
    problems: named(problems[g] ?? [], ground),
    format: published[g]?.format ?? 'video',
    cadence: published[g]?.cadence ?? settings.workshop.cadence,
    measures: measured,
  }));
}

/** A workshop whose members or leading problem are those it was published with stays known by its title. */
function keepsItsTitle(
  before: Workshop,
  territoryIds: readonly string[],
  problems: Workshop['problems'],
): boolean {
  const sameMembers = [...before.territoryIds].sort().join('\n') === territoryIds.join('\n');
  return sameMembers || before.problems[0]?.problemId === problems[0]?.problemId;
}

/** A01, A02… by place; a published workshop keeps its own, a new one takes the first number after all. */
function workshopIds(published: readonly (Workshop | undefined)[]): string[] {
  const numbered = (number: number): string => `A${String(number).padStart(2, '0')}`;
  const taken = new Set(published.flatMap((workshop) => workshop?.id ?? []));
  let next = taken.size > 0 ? published.length : 0;
  return published.map((workshop, g) => {
    if (workshop) return workshop.id;
    if (taken.size === 0) return numbered(g + 1);
    while (taken.has(numbered(next))) next++;
    taken.add(numbered(next));
    return numbered(next);
  });
}

function describePlacements(
  { input, settings, ground, residual, alternatives, companionship }: Results,
  members: readonly (readonly number[])[],
  workshops: readonly Workshop[],
): Plan['placements'] {
  const explained = explainedByNeighbourhood(ground.profiles.features, residual);
  const placements = placementReasons({
    ...ground,
    workshops: members,
    workshopIds: workshops.map(({ id }) => id),
    workshopTitles: workshops.map(({ title }) => title),
    rules: input.rules,
    ...(settings.geography.decoupling > 0 && { explained }),
    taxonomy: input.taxonomy,
    ...(alternatives && { alternatives }),
    ...(companionship && { companionship }),
  });
  return placements.map(({ territory, workshop, reasons }) => ({
    territoryId: input.territories[territory]?.id ?? '',
    workshopId: workshops[workshop]?.id ?? '',
    reasons,
  }));
}

function describeRobustness(
  { input, companionship }: Results,
  members: readonly (readonly number[])[],
  workshops: readonly Workshop[],
): Pick<Plan, 'robustness'> {
  if (!companionship || companionship.resamplings === 0) return {};
  const { resamplings, shares, pairs } = companionship;
  const idOf = (i: number): string => input.territories[i]?.id ?? '';
  const placements = members.flatMap((own, g) =>
    own.map((i, rank) => {
      const share = shares[g]?.[rank] ?? 0;
      return {
        territoryId: idOf(i),
        workshopId: workshops[g]?.id ?? '',
        share,
        level: placementLevel(share),
      };
    }),
  );
  return {
    robustness: {
      resamplings,
      placements,
      pairs: pairs.map(({ i, j, share }) => ({ territoryIds: [idOf(i), idOf(j)], share })),
    },
  };
}

function describePairings({ input, ground, pairings }: Results): Pick<Plan, 'pairings' | 'unpaired'> {
  const { territories, taxonomy } = input;
  const idOf = (i: number): string => territories[i]?.id ?? '';
  const { km, located } = ground.distances;
  const reasons = pairingReasons(pairings.pairs, { ...ground, taxonomy });
  return {
    pairings: pairings.pairs.map(({ i, j, value }, k): Pairing => {
      const distance = located[i] && located[j] ? { distanceKm: km.values[i * km.columns + j] ?? 0 } : {};
      return { territoryIds: [idOf(i), idOf(j)], value, ...distance, reasons: reasons[k] ?? [] };
    }),
    unpaired: pairings.unpaired.flatMap(({ i, code }) => {
      const territory = territories[i];
      return territory
        ? [{ territoryId: territory.id, reason: unpairedReason(code, territory, taxonomy) }]
        : [];
    }),
  };
}
