import { z } from 'zod';
import { optionsSchema, type PartialOptions } from '../engine/index.js';

/** As in the JSON files: territories, rules, history… in French or English keys; its content is checked by reading it. */
const assemblyShape = z.record(z.string(), z.unknown()).meta({
  description:
    'territories (or territoires), problems, seats, history, rules: the lists of docs/entrees.md, in French or English keys',
});

export const checkRequestSchema = z.object({ assembly: assemblyShape });

export const planRequestSchema = z.object({
  assembly: assemblyShape,
  options: optionsSchema.optional().transform((given) => (given ?? {}) as PartialOptions),
});

export const evaluationRequestSchema = z.object({
  assembly: assemblyShape,
  /** the groups, each a list of territory ids; a territory in none counts as unplaced */
  grouping: z.array(z.array(z.string()).min(1)).min(1),
  options: optionsSchema.optional().transform((given) => (given ?? {}) as PartialOptions),
});
