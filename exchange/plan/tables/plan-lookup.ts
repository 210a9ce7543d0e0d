import type { Language, Plan, Reason, SharedProblem, Territory, Workshop } from '../../../engine/index.js';
import { problemLabels } from '../../locale/problem-labels.js';

/** Finds the things of a plan by their ids, and says them in one language. */
export interface PlanLookup {
  readonly plan: Plan;
  readonly language: Language;
  /** a territory that the plan names without holding it comes back with its id for a name */
  territory(id: string): Territory;
  problemLabel(problemId: string): string;
  /** numbers of the workshops a territory sits in, from 1, ascending; none when it is not placed */
  workshopNumbers(territoryId: string): readonly number[];
  /** why it sits in that workshop, or why it (or that seat of it) sits nowhere */
  reasons(territoryId: string, workshopId: string | null, seatId?: string): readonly Reason[];
  /** a seat that the plan places, as far as the plan holds it */
  seat(id: string): NamelessSeat | undefined;
  /** who sits there, where names were asked for and given */
  nameOf(seatId: string): string | undefined;
}

/** Names of people by the ids of their seats; a plan holds none of them. */
export type NamesOfSeats = ReadonlyMap<string, string>;

/** A seat as a plan holds it. */
export type NamelessSeat = NonNullable<Plan['assembly']['seats']>[number];

/** Indexes a plan once for its readers. */
export function lookupOf(plan: Plan, language: Language, names: NamesOfSeats = new Map()): PlanLookup {
  const territories = new Map(plan.assembly.territories.map((territory) => [territory.id, territory]));
  const numbers = new Map<string, number[]>();
  for (const [place, { territoryIds }] of plan.workshops.entries()) {
    for (const id of territoryIds) numbers.set(id, [...(numbers.get(id) ?? []), place + 1]);
  }
  const key = (...parts: (string | null | undefined)[]) => JSON.stringify(parts.map((part) => part ?? ''));
  const reasons = new Map<string, readonly Reason[]>([
    ...plan.unplaced.map(
      ({ territoryId, seatId, reason }) => [key(territoryId, null, seatId), [reason]] as const,
    ),
    ...plan.placements.map((one) => [key(one.territoryId, one.workshopId, one.seatId), one.reasons] as const),
  ]);
  const seats = new Map((plan.assembly.seats ?? []).map((seat) => [seat.id, seat]));
  return {
    plan,
    language,
    territory: (id) => territories.get(id) ?? unknownTerritory(id),
    problemLabel: problemLabels(plan.assembly.taxonomy, language),
    workshopNumbers: (territoryId) => numbers.get(territoryId) ?? [],
    reasons: (territoryId, workshopId, seatId) => reasons.get(key(territoryId, workshopId, seatId)) ?? [],
    seat: (id) => seats.get(id),
    nameOf: (seatId) => names.get(seatId),
  };
}

/** Who sits: the holder, or else the deputy. */
export function occupantOf(seat: NamelessSeat | undefined): NamelessSeat['holder'] {
  return seat?.holder ?? seat?.deputy;
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
