import type { Concerns } from './community/find-concerns.js';
import { describeChoice, describeConcerns, membersOf, named } from './describe-concerns.js';
import { measureBaselines } from './explain/baselines.js';
import { type Ground, measureGrouping, measureWorkshops } from './explain/measure-grouping.js';
import { pairingReasons, unpairedReason } from './explain/pairing-reasons.js';
import { placementReasons } from './explain/placement-reasons.js';
import { titlesFor } from './explain/titles.js';
import { explainedByNeighbourhood } from './geography/explained-by-neighbourhood.js';
import type { ResidualProfiles } from './geography/residual-profiles.js';
import type { WeightedGraph } from './methods/graph/weighted-graph.js';
import { mostDeclared } from './methods/over-representation/most-declared.js';
import { overRepresented } from './methods/over-representation/over-representation.js';
import type { Assembly } from './model/assembly.js';
import { digestOf } from './model/canonical-assembly.js';
import type { LocalText } from './model/local-text.js';
import { type Pairing, type Plan, planFormat, type Workshop } from './model/plan.js';
import type { Options } from './options.js';
import type { ComposedPairings } from './pairing/compose-pairings.js';
import type { Rng } from './random/rng.js';
import { engineVersion } from './version.js';
import type { ComposedWorkshops } from './workshop/compose-workshops.js';

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
}

/** Turns indices back into ids, and results into a plan that explains itself. */
export function assemblePlan(results: Results, rng: Rng): Plan {
  const { input, settings, ground, residual, graph, composition } = results;
  const { seats: _, ...assembly } = input;
  const { groupOf, value, upperBound, gap, iterations } = composition;
  const { minSize, maxSize } = settings.workshop;
  const workshops = describeWorkshops(results);
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
    placements: describePlacements(results, workshops),
    ...describePairings(results),
    measures: measureGrouping(ground, groupOf),
    baselines: measureBaselines(
      ground,
      { graph, features: residual.features, groupOf, minSize, maxSize },
      rng,
    ),
    bound: { value, upperBound, gap, iterations },
  };
}

function describeWorkshops({ input, settings, ground, composition }: Results): Workshop[] {
  const { groupOf, count } = composition;
  const { needs } = ground.profiles;
  const problems = overRepresented(needs, groupOf, count).map((tying, g) =>
    tying.length > 0 ? tying : mostDeclared(needs, indicesOf(groupOf, g)),
  );
  const titles = titlesFor(problems, input.taxonomy);
  const measures = measureWorkshops(ground, groupOf, count);
  return measures.map((measured, g) => ({
    id: `A${String(g + 1).padStart(2, '0')}`,
    title: titles[g] as LocalText,
    territoryIds: membersOf(input, groupOf, g),
    problems: named(problems[g] ?? [], ground),
    format: 'video',
    cadence: settings.workshop.cadence,
    measures: measured,
  }));
}

function describePlacements(results: Results, workshops: readonly Workshop[]): Plan['placements'] {
  const { input, settings, ground, residual, composition } = results;
  const explained = explainedByNeighbourhood(ground.profiles.features, residual);
  const reasons = placementReasons({
    ...ground,
    groupOf: composition.groupOf,
    workshopIds: workshops.map(({ id }) => id),
    workshopTitles: workshops.map(({ title }) => title),
    rules: input.rules,
    ...(settings.geography.decoupling > 0 && { explained }),
    taxonomy: input.taxonomy,
  });
  return input.territories.map(({ id }, i) => ({
    territoryId: id,
    workshopId: workshops[composition.groupOf[i] ?? -1]?.id ?? '',
    reasons: reasons[i] ?? [],
  }));
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

function indicesOf(groupOf: ArrayLike<number>, group: number): number[] {
  return Array.from(groupOf, (g, i) => (g === group ? i : -1)).filter((i) => i >= 0);
}
