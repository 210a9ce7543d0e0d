import { z } from 'zod';
import { relocationSchema } from './change-effect.js';
import { reasonSchema } from './reason.js';

/** What one change of a published plan did, by hand or by replanning. */
export const planRevisionSchema = z.object({
  kind: z.enum(['hand', 'replan']),
  /** digest of the plan it was made from; see `planDigest` */
  from: z.string(),
  /**
   * who changed workshop, and why; where a territory may sit in several, each place gained or lost. forced: the change that
   * the plan was taken up with gave or took it, and it is not counted among the moves
   */
  moves: z.array(relocationSchema.extend({ forced: z.boolean().optional(), reasons: z.array(reasonSchema) })),
  /** territories, or in the entry by seat seats that are newly occupied */
  joined: z.array(
    z.object({ territoryId: z.string(), seatId: z.string().optional(), workshopId: z.string().nullable() }),
  ),
  /** with the name of the territory, which the assembly no longer holds */
  left: z.array(
    z.object({
      territoryId: z.string(),
      seatId: z.string().optional(),
      name: z.string(),
      workshopId: z.string().nullable(),
    }),
  ),
  /** territories whose answers or facts are no longer those of the plan before */
  changed: z.array(z.string()),
  /** rules that had to hold and were broken on purpose: from then on they are wishes */
  relaxedRuleIds: z.array(z.string()),
});

export type PlanRevision = z.infer<typeof planRevisionSchema>;
export type PlanMove = PlanRevision['moves'][number];
