import { z } from 'zod';
import {
  defaultBudget,
  handChangeSchema,
  optionsSchema,
  type PartialOptions,
  planSchema,
  programmeSchema,
  seatSchema,
} from '../engine/index.js';

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

export const peersRequestSchema = z.object({
  assembly: assemblyShape,
  /** id or name */
  territory: z.string().min(1),
  /** id or label; absent: all themes */
  theme: z.string().min(1).optional(),
  /** how many peers near, and as many far; 5 unless told */
  count: z.number().int().min(1).max(100).optional(),
  /** kilometres from which a peer is far; 100 unless told */
  minKm: z.number().min(0).max(1000).optional(),
  options: optionsSchema.optional().transform((given) => (given ?? {}) as PartialOptions),
});

export const programmeRequestSchema = z.object({
  assembly: assemblyShape,
  options: optionsSchema.optional().transform((given) => (given ?? {}) as PartialOptions),
  /** a programme answered before (its calendar is enough): sessions keep their events, changed ones are updated or cancelled */
  previous: programmeSchema.pick({ calendar: true }).optional(),
});

/** The plan itself, where the service may no longer keep it. */
const plan = planSchema.optional();

/** Without `apply` nothing is changed: the answer foretells. */
export const movesRequestSchema = z.object({
  plan,
  changes: z.array(handChangeSchema).min(1).max(1000),
  apply: z.boolean().default(false),
  /** refuse: a change that breaks a rule or a size is not made · relax: it is, and the rules become wishes */
  whenBroken: z.enum(['refuse', 'relax']).default('refuse'),
});

/** A whole new assembly, or the changes alone, or neither: the same territories with a few moves. */
export const replanRequestSchema = z.object({
  plan,
  assembly: assemblyShape.optional(),
  changes: z
    .object({
      /** ids or names */
      left: z.array(z.string()).optional(),
      /** as in the list of territories of an assembly */
      joined: z.array(z.record(z.string(), z.unknown())).optional(),
      /** with the id or the name; what is not said stays */
      changed: z.array(z.record(z.string(), z.unknown())).optional(),
      /** entry by seat: the ids of those whose holder leaves, and new seats */
      seats: z
        .object({ left: z.array(z.string()).optional(), joined: z.array(seatSchema).optional() })
        .optional(),
    })
    .optional(),
  budget: z.number().int().min(0).max(10_000).default(defaultBudget),
  /** ids of the workshops to leave as they are */
  frozen: z.array(z.string()).default([]),
  options: optionsSchema.optional().transform((given) => (given ?? {}) as PartialOptions),
});
