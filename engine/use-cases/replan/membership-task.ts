import type { WorkshopGround } from '../../ground/workshop-ground.js';
import type { Control } from '../../model/control.js';
import type { Plan } from '../../model/plan.js';
import type { Territory } from '../../model/territory.js';
import type { Options } from '../../options.js';
import { createRng } from '../../random/rng.js';
import {
  type MembershipReplan,
  type ReplannedMembers,
  replanMembers,
} from '../../workshop/replan-memberships.js';
import type { NextAssembly } from './next-assembly.js';

/** A published plan in which a territory may sit in several workshops or in none, and what it is taken up again with. */
export interface MembershipTask {
  readonly plan: Plan;
  readonly next: NextAssembly;
  readonly settings: Options;
  readonly ground: WorkshopGround;
  readonly budget: number;
  /** by place */
  readonly frozen: readonly number[];
}

/** Looks for the best workshops for each number of places gained or lost. */
export function searchFewPlaces(task: MembershipTask, { shouldStop }: Control): ReplannedMembers {
  const { ground, settings } = task;
  const rng = createRng(settings.general.seed);
  return replanMembers(ground.from, settings.workshop, replanOf(task), rng, shouldStop);
}

/** The plan in indices of the assembly it is taken up again with. */
export function replanOf(task: MembershipTask): MembershipReplan {
  const { plan, next, ground, budget, frozen } = task;
  const { territoryIds, from } = ground;
  const indexOf = new Map(territoryIds.map((id, i) => [id, i]));
  const knownBefore = new Map(plan.assembly.territories.map((territory) => [territory.id, territory]));
  const changed = new Set(next.changedIds);
  const released = plan.workshops.flatMap(({ problemId, territoryIds: own }, g) =>
    own.flatMap((id): [number, number][] => {
      const i = indexOf.get(id);
      const now = next.input.territories[i ?? -1];
      const lapsed =
        changed.has(id) && problemId && declares(knownBefore.get(id), problemId) && !declares(now, problemId);
      return i !== undefined && lapsed ? [[i, g]] : [];
    }),
  );
  const lapsed = new Set(released.map(([i, g]) => `${i}/${g}`));
  return {
    published: plan.workshops.map(({ problemId, territoryIds: own }, g) => ({
      problem: problemId === undefined ? -1 : from.profiles.problemIds.indexOf(problemId),
      territories: own.flatMap((id) => indexOf.get(id) ?? []).sort((a, b) => a - b),
      size: own.length,
      frozen: frozen.includes(g),
    })),
    known: Uint8Array.from(territoryIds, (id) => (knownBefore.has(id) ? 1 : 0)),
    released,
    held: placesByHand(plan, indexOf).filter(([i, g]) => !lapsed.has(`${i}/${g}`)),
    budget: Math.min(budget, mostMoves(task)),
  };
}

/** Every place left, and every place there could be taken. */
function mostMoves({ plan, ground, settings }: MembershipTask): number {
  const left = plan.workshops.reduce((sum, { territoryIds }) => sum + territoryIds.length, 0);
  return left + settings.workshop.perTerritory * ground.territoryIds.length;
}

/** The places, by territory and workshop, that hands gave or took and that the plan still has, or has not. */
function placesByHand(
  { workshops, revisions = [] }: Plan,
  indexOf: ReadonlyMap<string, number>,
): [number, number][] {
  const placeOf = new Map(workshops.map(({ id }, g) => [id, g]));
  const touched = new Map<string, [number, number]>();
  for (const { kind, moves } of revisions) {
    for (const { territoryId, fromWorkshopId, toWorkshopId } of moves) {
      for (const workshopId of [fromWorkshopId, toWorkshopId]) {
        const g = placeOf.get(workshopId ?? '');
        const i = indexOf.get(territoryId);
        if (g === undefined || i === undefined) continue;
        if (kind === 'hand') touched.set(`${i}/${g}`, [i, g]);
        else touched.delete(`${i}/${g}`);
      }
    }
  }
  return [...touched.values()];
}

function declares(territory: Territory | undefined, problemId: string): boolean {
  return territory?.needs.some((need) => need.problemId === problemId && need.intensity > 0) ?? false;
}
