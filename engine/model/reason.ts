import { z } from 'zod';
import { localTextSchema } from './local-text.js';

/** Why a thing is as it is: a code and facts for programs, and the sentence made from them. */
export const reasonSchema = z.object({
  code: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
  text: localTextSchema,
});

export type Reason = z.infer<typeof reasonSchema>;
