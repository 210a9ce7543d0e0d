import { nameBook } from '../../explain/name-book.js';
import { memberReasons } from '../../explain/reasons/member-reasons.js';
import { EngineError } from '../../model/engine-error.js';
import type { Plan } from '../../model/plan.js';
import type { Reason } from '../../model/reason.js';

/** Everything there is to say of one territory in one workshop. */
export interface WhyHere {
  readonly workshopId: string;
  /** those of the plan: rules, problems shared with most, closest members, next-best workshop, how it holds */
  readonly reasons: readonly Reason[];
  /** one for each other member, those it shares most with first: the problems both declare, and how much */
  readonly members: readonly Reason[];
}

/**
 * Why a territory sits where it sits, in full, from the plan alone: one entry for each workshop it sits in, none when it
 * sits nowhere (see `plan.unplaced`). For many territories, `whyHereIn` looks the plan up once.
 *
 * @throws EngineError `unknown-territory`
 */
export function whyHere(plan: Plan, territoryId: string): WhyHere[] {
  return whyHereIn(plan)(territoryId);
}

/** `whyHere` for any territory of one plan. */
export function whyHereIn(plan: Plan): (territoryId: string) => WhyHere[] {
  const { taxonomy, territories } = plan.assembly;
  const byId = new Map(territories.map((territory) => [territory.id, territory]));
  const names = nameBook(taxonomy, territories);
  const workshops = new Map(plan.workshops.map((workshop) => [workshop.id, workshop]));
  const placements = new Map<string, Plan['placements'][number][]>(territories.map(({ id }) => [id, []]));
  for (const placement of plan.placements) placements.get(placement.territoryId)?.push(placement);
  const shares = new Map(
    plan.robustness?.pairs.map(({ territoryIds: [a, b], share }) => [pairKey(a, b), share]),
  );
  return (territoryId) => {
    const own = byId.get(territoryId);
    if (!own) throw unknownTerritory(territoryId);
    return (placements.get(territoryId) ?? []).map(({ workshopId, reasons }) => {
      const others = (workshops.get(workshopId)?.territoryIds ?? []).flatMap((id) =>
        id === territoryId ? [] : (byId.get(id) ?? []),
      );
      const together = others.map(({ id }) => shares.get(pairKey(territoryId, id)) ?? null);
      return { workshopId, reasons, members: memberReasons(own, others, together, names) };
    });
  };
}

function unknownTerritory(territoryId: string): EngineError {
  return new EngineError(
    'unknown-territory',
    `There is no territory "${territoryId}" in the plan.`,
    'look its id up in the list of territories of the plan.',
    territoryId,
  );
}

function pairKey(a: string, b: string): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`;
}
