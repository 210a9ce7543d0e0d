import type { Assembly } from '../../model/assembly.js';
import type { Plan, Workshop } from '../../model/plan.js';
import type { PlanRevision } from '../../model/plan-revision.js';
import type { PartialOptions } from '../../options.js';
import { type Control, composePlanAround } from '../../pipeline.js';
import { standingWorkshops } from './standing-workshops.js';

/** Workshops as they are to stand: their members, and the published workshop each continues, if any. */
export interface StandingWorkshop {
  readonly territoryIds: readonly string[];
  readonly published?: Workshop;
}

/** A whole plan around workshops that stand: measured, explained and paired as a composed one. */
export function composeStanding(
  workshops: readonly StandingWorkshop[],
  assembly: Assembly,
  options: PartialOptions,
  control: Control = {},
): Plan {
  return composePlanAround(standingWorkshops(workshops), assembly, options, control);
}

/** The plan with a revision after those of the plan it comes from, and the reasons of each move before those of its place. */
export function withRevision(plan: Plan, from: Plan, revision: PlanRevision): Plan {
  const reasons = new Map(revision.moves.map((move) => [move.territoryId, move.reasons]));
  return {
    ...plan,
    placements: plan.placements.map((placement) => ({
      ...placement,
      reasons: [...(reasons.get(placement.territoryId) ?? []), ...placement.reasons],
    })),
    revisions: [...(from.revisions ?? []), revision],
  };
}
