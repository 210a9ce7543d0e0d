import { z } from 'zod';
import { assemblySchema } from './assembly.js';
import { concernChoiceSchema, concernSchema } from './plan.js';
import { reasonSchema } from './reason.js';

export const communitiesFormat = 'decroise-communities/1';

export const robustnessLevels = ['solid', 'fair', 'fragile'] as const;
export type RobustnessLevel = (typeof robustnessLevels)[number];

/** A concern, and how well it stands when answers vary and against chance. */
export const judgedConcernSchema = concernSchema.extend({
  /**
   * mean Jaccard index, 0..1, with the likest concern found when each territory's answers are drawn again (Hennig 2007,
   * 10.1016/j.csda.2006.11.025)
   */
  robustness: z.number(),
  /** solid from 0.75, fragile below 0.6, as Hennig reads it */
  level: z.enum(robustnessLevels),
  /** chance that answers dealt out at random give a concern as closed in on itself, 0..1 */
  p: z.number(),
});

/** The concerns of an assembly, and whether they are to be believed. */
export const communitiesSchema = z.object({
  format: z.literal(communitiesFormat),
  engineVersion: z.string(),
  /** SHA-256 of the canonical input, in hexadecimal */
  inputDigest: z.string(),
  seed: z.number().int(),
  options: z.record(z.string(), z.unknown()),
  assembly: assemblySchema.omit({ seats: true }),
  concerns: z.array(judgedConcernSchema),
  /** territories that no concern holds: nothing declared, or nothing shared */
  apart: z.array(z.string()),
  choice: concernChoiceSchema,
  /** concerns against main départements, over the territories that have both; absent when none has */
  departments: z
    .object({ nmi: z.number(), ami: z.number(), ari: z.number(), vi: z.number(), reason: reasonSchema })
    .optional(),
  /** modularity of the concerns against that of answers dealt out at random */
  significance: z.object({
    modularity: z.number(),
    byChance: z.number(),
    z: z.number(),
    p: z.number(),
    replicates: z.number().int(),
    reason: reasonSchema,
  }),
  /** times the answers were drawn again for the robustness */
  replicates: z.number().int(),
});

export type JudgedConcern = z.infer<typeof judgedConcernSchema>;
export type Communities = z.infer<typeof communitiesSchema>;

/** Reads a mean Jaccard index in words: solid from 0.75, fragile below 0.6 (Hennig 2007). */
export function robustnessLevel(robustness: number): RobustnessLevel {
  if (robustness >= 0.75) return 'solid';
  return robustness >= 0.6 ? 'fair' : 'fragile';
}
