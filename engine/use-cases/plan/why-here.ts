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
 * sits nowhere (see `plan.unplaced`).
 *
 * @throws EngineError `unknown-territory`
 */
export function whyHere(plan: Plan, territoryId: string): WhyHere[] {
  const { taxonomy, territories } = plan.assembly;
  const own = territories.find(({ id }) => id === territoryId);
  if (!own) {
    throw new EngineError(
      'unknown-territory',
      `There is no territory "${territoryId}" in the plan.`,
      'look its id up in the list of territories of the plan.',
      territoryId,
    );
  }
  const byId = new Map(territories.map((territory) => [territory.id, territory]));
  const names = nameBook(taxonomy, territories);
  const shares = new Map(
    plan.robustness?.pairs.map(({ territoryIds: [a, b], share }) => [pairKey(a, b), share]),
  );
  return plan.placements
    .filter((placement) => placement.territoryId === territoryId)
    .map(({ workshopId, reasons }) => {
      const workshop = plan.workshops.find(({ id }) => id === workshopId);
      const others = (workshop?.territoryIds ?? []).flatMap((id) =>
        id === territoryId ? [] : (byId.get(id) ?? []),
      );
      const together = others.map(({ id }) => shares.get(pairKey(territoryId, id)) ?? null);
      return { workshopId, reasons, members: memberReasons(own, others, together, names) };
    });
}

function pairKey(a: string, b: string): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`;
}
