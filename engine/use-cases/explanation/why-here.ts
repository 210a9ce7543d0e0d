import { nameBook } from '../../explain/name-book.js';
import { memberReasons } from '../../explain/reasons/member-reasons.js';
import type { Plan } from '../../model/plan.js';
import type { Reason } from '../../model/reason.js';
import { refuseUnknownTerritory } from '../../model/unknown-territory.js';
import { listedBy } from '../../numeric/listed-by.js';

/** Everything there is to say of one territory, or seat of it, in one workshop. */
export interface WhyHere {
  readonly workshopId: string;
  /** entry by seat: which of its seats */
  readonly seatId?: string;
  /** those of the plan: rules, problems shared with most, closest members, next-best workshop, how it holds */
  readonly reasons: Reason[];
  /** one for each other member, those it shares most with first: the problems both declare, and how much */
  readonly members: Reason[];
}

/** Why a territory is where it is: each of its places, and why it, or a seat of it, sits nowhere. */
export interface Explanation {
  readonly territoryId: string;
  readonly placements: WhyHere[];
  readonly unplaced: Plan['unplaced'];
}

/**
 * Why a territory sits where it sits, in full, from the plan alone: one entry for each workshop it sits in, none when it
 * sits nowhere (see `plan.unplaced`). For many territories, see `explainTerritories`.
 *
 * @throws EngineError `unknown-territory`
 */
export function whyHere(plan: Plan, territoryId: string): WhyHere[] {
  return explainTerritories(plan, [territoryId]).flatMap(({ placements }) => placements);
}

/**
 * The same for several territories, and why those without a place have none: what the command, the service and the
 * files all show.
 *
 * @param territoryIds default every territory of the plan, in its order
 * @throws EngineError `unknown-territory`
 */
export function explainTerritories(
  plan: Plan,
  territoryIds: readonly string[] = plan.assembly.territories.map(({ id }) => id),
): Explanation[] {
  const { taxonomy, territories } = plan.assembly;
  const byId = new Map(territories.map((territory) => [territory.id, territory]));
  const names = nameBook(taxonomy, territories);
  const workshops = new Map(plan.workshops.map((workshop) => [workshop.id, workshop]));
  const placements = listedBy(plan.placements, ({ territoryId }) => territoryId);
  const unplaced = listedBy(plan.unplaced, ({ territoryId }) => territoryId);
  const shareOf = pairShares(plan);
  return territoryIds.map((territoryId) => {
    const own = byId.get(territoryId) ?? refuseUnknownTerritory(territoryId);
    const places = placements.get(territoryId) ?? [];
    return {
      territoryId,
      placements: places.map(({ workshopId, seatId, reasons }) => {
        const { territoryIds: present = [], seatIds } = workshops.get(workshopId) ?? {};
        const seatOf = new Map(present.map((id, rank) => [id, seatIds?.[rank]]));
        const others = present.flatMap((id) => (id === territoryId ? [] : (byId.get(id) ?? [])));
        const together = others.map(({ id }) => shareOf(seatId ?? territoryId, seatOf.get(id) ?? id));
        return {
          workshopId,
          ...(seatId !== undefined && { seatId }),
          reasons,
          members: memberReasons(own, others, together, names),
        };
      }),
      unplaced: unplaced.get(territoryId) ?? [],
    };
  });
}

/** How often two territories, or two seats, share a workshop when answers vary; null: not known. */
function pairShares({ robustness }: Plan): (a: string, b: string) => number | null {
  const shares = new Map(
    robustness?.pairs.map(({ territoryIds, seatIds, share }) => [
      pairKey(...(seatIds ?? territoryIds)),
      share,
    ]),
  );
  return (a, b) => shares.get(pairKey(a, b)) ?? null;
}

function pairKey(a: string, b: string): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`;
}
