import { z } from 'zod';
import { planSchema } from './plan.js';
import { planRevisionSchema } from './plan-revision.js';
import { type Reason, reasonSchema } from './reason.js';

/** What at most so many moves can give; the measures are those of a plan. */
export const curvePointSchema = z.object({
  /** moves allowed; a territory that joins does not count */
  moves: z.number().int(),
  /** moves made: never more than allowed, fewer where more would not help */
  made: z.number().int(),
  /** share of what free recomputation would gain over the fewest moves, 0..1; never less for more moves */
  gain: z.number(),
  /** the objective, as `bound.value` */
  value: z.number(),
  coherence: z.number(),
  decoupling: z.number(),
  spreadKm: z.number(),
});

/** A published plan taken up again with few changes. */
export const replanningSchema = z.object({
  plan: planSchema,
  /** who moved, joined and left, and why: the last revision of the plan */
  revision: planRevisionSchema,
  budget: z.number().int(),
  /** the fewest moves that sizes and rules allow */
  fewest: z.number().int(),
  /** from the fewest moves to the budget */
  curve: z.array(curvePointSchema),
  /** what moving everyone at will would give, for comparison; null: no such plan was found */
  free: curvePointSchema.nullable(),
  /** what an organiser has to know of the whole */
  remarks: z.array(reasonSchema),
});

export type CurvePoint = z.infer<typeof curvePointSchema>;
export type Replanning = z.infer<typeof replanningSchema>;

/** What an error of code `budget-too-small` carries. */
export interface BudgetConflict {
  readonly budget: number;
  /** the fewest moves found that keep sizes and rules; null: none, with what is frozen */
  readonly fewest: number | null;
  /** the same in sentences, with the ways out */
  readonly reasons: readonly Reason[];
}
