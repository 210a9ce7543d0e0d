import { z } from 'zod';
import { reasonSchema } from './reason.js';

/** A quantity now, and after the change. */
export const beforeAfterSchema = z.object({ before: z.number(), after: z.number() });

/** A territory, or one of its seats, that leaves one workshop for another. */
export const relocationSchema = z.object({
  territoryId: z.string(),
  /** the seat, in the entry by seat */
  seatId: z.string().optional(),
  /** null: it had none */
  fromWorkshopId: z.string().nullable(),
  /** null: it has none left here, where a territory may sit in several or in none */
  toWorkshopId: z.string().nullable(),
});

/** What changes made by hand would do to a plan, known before they are done. */
export const changeEffectSchema = z.object({
  moves: z.array(relocationSchema),
  /** the objective of the grouping, as `bound.value` of a plan */
  value: beforeAfterSchema,
  /** the same less what the wishes that are not kept cost; the same again where the objective counts them itself */
  total: beforeAfterSchema,
  /** measures of the whole plan, as in `measures` */
  coherence: beforeAfterSchema,
  spreadKm: beforeAfterSchema,
  decoupling: beforeAfterSchema,
  /** the workshops that gain or lose someone */
  workshops: z.array(
    z.object({
      workshopId: z.string(),
      size: beforeAfterSchema,
      value: beforeAfterSchema,
      coherence: beforeAfterSchema,
      spreadKm: beforeAfterSchema,
      decoupling: beforeAfterSchema,
    }),
  ),
  /**
   * the rules whose penalty changes; 0 is a rule that is kept. In the entry by seat also `parity:…` and `college:…`, how
   * far workshops are from the shares of the whole, and `same-territory`, the pairs of seats of one territory that meet
   */
  rules: z.array(
    z.object({ ruleId: z.string(), level: z.enum(['hard', 'soft']), ...beforeAfterSchema.shape }),
  ),
  /** of these workshops, those that would be too small or too large */
  outOfBounds: z.array(
    z.object({
      workshopId: z.string(),
      bound: z.enum(['min', 'max']),
      limit: z.number().int(),
      size: z.number().int(),
    }),
  ),
  /** no rule that must hold gets worse, and no workshop leaves its bounds further */
  sound: z.boolean(),
  /** the same in sentences, and who would then be alone or meet again */
  remarks: z.array(reasonSchema),
});

export type BeforeAfter = z.infer<typeof beforeAfterSchema>;
export type Relocation = z.infer<typeof relocationSchema>;
export type ChangeEffect = z.infer<typeof changeEffectSchema>;
