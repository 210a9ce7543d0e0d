import { z } from 'zod';

export const ruleKinds = ['together', 'apart', 'pinned'] as const;
export const ruleLevels = ['hard', 'soft'] as const;

/**
 * What an organiser asks of the workshops.
 *
 * together: these territories sit in one workshop · apart: no two of them do ·
 * pinned: each of them sits in workshop number `workshop` (1-based).
 * A hard rule is never broken; a soft one costs `weight` for each pair or territory that breaks it.
 */
export const ruleSchema = z.object({
  id: z.string().min(1),
  kind: z.enum(ruleKinds),
  territoryIds: z.array(z.string()).min(1),
  workshop: z.number().int().min(1).optional(),
  level: z.enum(ruleLevels),
  weight: z.number().positive().optional(),
  reason: z.string().optional(),
  askedBy: z.string().optional(),
});

export type Rule = z.infer<typeof ruleSchema>;
