import type { Language, Plan, Reason, SharedProblem, Territory, Workshop } from '../../../engine/index.js';

/** Finds the things of a plan by their ids, and says them in one language. */
export interface PlanLookup {
  readonly plan: Plan;
  readonly language: Language;
  /** a territory that the plan names without holding it comes back with its id for a name */
  territory(id: string): Territory;
  problemLabel(problemId: string): string;
  /** number of the workshop a territory sits in, from 1; null when it is not placed */
  workshopNumber(territoryId: string): number | null;
  /** why it sits there, or why it sits nowhere */
  reasons(territoryId: string): readonly Reason[];
}

/** Indexes a plan once for its readers. */
export function lookupOf(plan: Plan, language: Language): PlanLookup {
  const territories = new Map(plan.assembly.territories.map((territory) => [territory.id, territory]));
  const problems = new Map(
    plan.assembly.taxonomy.themes.flatMap((theme) =>
      theme.problems.map((problem) => [problem.id, problem[language]] as const),
    ),
  );
  const numbers = new Map(
    plan.workshops.flatMap((workshop, place) => workshop.territoryIds.map((id) => [id, place + 1] as const)),
  );
  const reasons = new Map<string, readonly Reason[]>([
    ...plan.unplaced.map(({ territoryId, reason }) => [territoryId, [reason]] as const),
    ...plan.placements.map((placement) => [placement.territoryId, placement.reasons] as const),
  ]);
  return {
    plan,
    language,
    territory: (id) => territories.get(id) ?? unknownTerritory(id),
    problemLabel: (problemId) => problems.get(problemId) ?? problemId,
    workshopNumber: (territoryId) => numbers.get(territoryId) ?? null,
    reasons: (territoryId) => reasons.get(territoryId) ?? [],
  };
}

/** How many territories of the workshop declare the problem. */
export function sharingCount(workshop: Workshop, { share }: SharedProblem): number {
  return Math.round(share * workshop.territoryIds.length);
}

function unknownTerritory(id: string): Territory {
  return {
    id,
    name: id,
    kind: 'OTHER',
    departments: [],
    members: [],
    traits: [],
    needs: [],
    experiences: [],
  };
}
