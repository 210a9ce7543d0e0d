import { z } from 'zod';
import { baselineSchema, measuresSchema } from './measures.js';
import { reasonSchema } from './reason.js';

export const sweepFormat = 'decroise-sweep/1';

/** Workshops composed for one setting of the dials. */
export const sweepPointSchema = z.object({
  /** dial: a setting a plan may have · nearness: what favouring the nearest would give, for comparison */
  kind: z.enum(['dial', 'nearness']),
  /** δ, 0..1 */
  decoupling: z.number(),
  /** weight of distance; below 0 for nearness */
  spread: z.number(),
  measures: measuresSchema,
  /** no other point is both more alike and farther apart */
  efficient: z.boolean(),
});

/** What workshops are worth over the settings of the dials: likeness against distance. */
export const sweepSchema = z.object({
  format: z.literal(sweepFormat),
  engineVersion: z.string(),
  /** SHA-256 of the canonical input, in hexadecimal */
  inputDigest: z.string(),
  seed: z.number().int(),
  options: z.record(z.string(), z.unknown()),
  assemblyName: z.string().optional(),
  /** the answers are invented: said wherever they are shown */
  fictive: z.boolean().optional(),
  territoryCount: z.number().int(),
  /** by kind, spread, then decoupling */
  points: z.array(sweepPointSchema),
  /** place in `points` of the efficient setting where the curve bends most; null where it does not bend */
  knee: z.number().int().nullable(),
  /** the same four for all points; Louvain and k-means see whole profiles (decoupling 0) */
  baselines: z.array(baselineSchema),
  /** what it says: which axis to favour, then where the dial stops paying */
  reading: z.array(reasonSchema),
});

export type SweepPoint = z.infer<typeof sweepPointSchema>;
export type Sweep = z.infer<typeof sweepSchema>;
