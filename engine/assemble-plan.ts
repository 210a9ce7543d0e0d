import type { Concerns } from './community/find-concerns.js';
import { describeChoice, describeConcerns, named } from './describe-concerns.js';
import { measureBaselines } from './explain/baselines.js';
import { type Ground, measureGrouping, measureWorkshops } from './explain/measure-grouping.js';
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
  { input, settings, ground }: Results,
  members: readonly (readonly number[])[],
): Workshop[] {
  const { needs } = ground.profiles;
  const problems = overRepresentedAmong(needs, members).map((tying, g) =>
    tying.length > 0 ? tying : mostDeclared(needs, members[g] ?? []),
  );
  const titles = titlesFor(problems, input.taxonomy);
  const measures = measureWorkshops(ground, members);
  return measures.map((measured, g) => ({
    id: `A${String(g + 1).padStart(2, '0')}`,
    title: titles[g] as LocalText,
    territoryIds: (members[g] ?? []).map((i) => input.territories[i]?.id ?? ''),
    problems: named(problems[g] ?? [], ground),
    format: 'video',
    cadence: settings.workshop.cadence,
    measures: measured,
  }));
}

function describePlacements(
  { input, settings, ground, residual }: Results,
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
  });
  return placements.map(({ territory, workshop, reasons }) => ({
    territoryId: input.territories[territory]?.id ?? '',
    workshopId: workshops[workshop]?.id ?? '',
    reasons,
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
