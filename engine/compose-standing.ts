import type { Assembly } from './model/assembly.js';
import { digestOf } from './model/canonical-assembly.js';
import type { Plan, Workshop } from './model/plan.js';
import type { PlanRevision } from './model/plan-revision.js';
import type { PartialOptions } from './options.js';
import { type Control, composePlanAround } from './pipeline.js';
import { standingWorkshops } from './standing-workshops.js';
import { isAboutPeople } from './workshop/measured-rules.js';

/** Workshops as they are to stand: their members, and the published workshop each continues, if any. */
export interface StandingWorkshop {
  readonly territoryIds: readonly string[];
  readonly published?: Workshop;
}

/**
 * A whole plan around workshops that stand: measured, explained, paired as a composed one.
 *
 * Without seats nothing is said of rules about people: they stay in the assembly, unmeasured.
 * `revision` goes to the end of those of the plan it comes from, its reasons before those of each placement.
 */
export function composeStanding(
  workshops: readonly StandingWorkshop[],
  assembly: Assembly,
  options: PartialOptions,
  { from, revision, control = {} }: { from: Plan; revision: PlanRevision; control?: Control },
): Plan {
  const told = assembly.seats.length > 0;
  const measured = assembly.rules.filter((rule) => told || !isAboutPeople(rule));
  const composed = composePlanAround(
    standingWorkshops(workshops),
    { ...assembly, rules: measured },
    options,
    control,
  );
  const stated = { ...composed.assembly, rules: assembly.rules };
  const reasons = new Map(revision.moves.map((move) => [move.territoryId, move.reasons]));
  return {
    ...composed,
    ...(measured.length < assembly.rules.length && { assembly: stated, inputDigest: digestOf(stated) }),
    placements: composed.placements.map((placement) => ({
      ...placement,
      reasons: [...(reasons.get(placement.territoryId) ?? []), ...placement.reasons],
    })),
    revisions: [...(from.revisions ?? []), revision],
  };
}
