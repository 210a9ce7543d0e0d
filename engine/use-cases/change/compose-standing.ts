import type { Assembly } from '../../model/assembly.js';
import type { Control } from '../../model/control.js';
import type { Plan } from '../../model/plan.js';
import type { PlanRevision } from '../../model/plan-revision.js';
import type { PartialOptions } from '../../options.js';
import { composePlanAround } from '../../pipeline.js';
import { type StandingWorkshop, standWorkshops } from '../../workshop/stand-workshops.js';

/** A whole plan around workshops that stand: measured, explained and paired as a composed one. */
export function composeStanding(
  workshops: readonly StandingWorkshop[],
  assembly: Assembly,
  options: PartialOptions,
  control: Control = {},
): Plan {
  return composePlanAround(standWorkshops(workshops), assembly, options, control);
}

/** The plan with a revision after those of the plan it comes from, and the reasons of each move before those of its place. */
export function withRevision(plan: Plan, from: Plan, revision: PlanRevision): Plan {
  const key = (unitId: string, workshopId: string | null): string => JSON.stringify([unitId, workshopId]);
  const reasons = new Map(
    revision.moves.map(({ territoryId, seatId, toWorkshopId, reasons: why }) => [
      key(seatId ?? territoryId, toWorkshopId),
      why,
    ]),
  );
  return {
    ...plan,
    placements: plan.placements.map((placement) => {
      const { territoryId, seatId, workshopId } = placement;
      const why = reasons.get(key(seatId ?? territoryId, workshopId)) ?? [];
      return { ...placement, reasons: [...why, ...placement.reasons] };
    }),
    revisions: [...(from.revisions ?? []), revision],
  };
}
