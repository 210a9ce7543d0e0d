import { z } from 'zod';
import { localTextSchema } from './local-text.js';
import { baselineSchema, measuresSchema, workshopMeasuresSchema } from './measures.js';

export const evaluationFormat = 'decroise-evaluation/1';

/** What an existing grouping is worth, beside other methods and what our plan reaches with the same sizes. */
export const evaluationSchema = z.object({
  format: z.literal(evaluationFormat),
  engineVersion: z.string(),
  /** SHA-256 of the canonical input, in hexadecimal */
  inputDigest: z.string(),
  assemblyName: z.string().optional(),
  /** the answers are invented: said wherever they are shown */
  fictive: z.boolean().optional(),
  workshops: z.array(
    z.object({ name: z.string(), territoryIds: z.array(z.string()), measures: workshopMeasuresSchema }),
  ),
  measures: measuresSchema,
  /** territories in a workshop outside the sizes */
  outOfBounds: z.number().int(),
  /** the sizes that our plan and the other methods are held to: those asked, or else those of the grouping */
  sizes: z.object({ min: z.number().int(), max: z.number().int() }),
  /** our plan of the territories that the grouping places; null when the rules leave none with these sizes */
  plan: measuresSchema.nullable(),
  /** why there is none */
  refusal: localTextSchema.optional(),
  baselines: z.array(baselineSchema),
});

export type Evaluation = z.infer<typeof evaluationSchema>;
