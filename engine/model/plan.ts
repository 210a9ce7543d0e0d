import { z } from 'zod';
import { assemblySchema } from './assembly.js';
import { localTextSchema } from './local-text.js';
import { baselineSchema, measuresSchema, workshopMeasuresSchema } from './measures.js';
import { pairingSchema, pairingTotalsSchema, unpairedSchema } from './pairings.js';
import { planRevisionSchema } from './plan-revision.js';
import { reasonSchema } from './reason.js';
import { ruleOutcomeSchema } from './rule-outcome.js';
import { namelessSeatSchema } from './seat.js';

export const planFormat = 'decroise-plan/1';

/** A problem that ties a group together. */
export const sharedProblemSchema = z.object({
  problemId: z.string(),
  /** share of the group that declares it, 0..1 */
  share: z.number(),
  /** that share against the assembly's, shrunk towards 1 for small groups; above 1: over-represented */
  lift: z.number(),
});

export const concernSchema = z.object({
  id: z.string(),
  title: localTextSchema,
  problems: z.array(sharedProblemSchema),
  territoryIds: z.array(z.string()),
  /** how often its territories are together from one run of the method to another, 0..1 */
  stability: z.number().optional(),
});

/** How the concerns were sought, and why so. */
export const concernChoiceSchema = z.object({
  method: z.enum(['leiden', 'louvain', 'kmeans']),
  /** the larger, the more concerns; 1 for k-means, which has none */
  resolution: z.number(),
  reason: reasonSchema,
});

export const workshopSchema = z.object({
  id: z.string(),
  title: localTextSchema,
  /** each once; in a workshop of seats, those that the seats are of */
  territoryIds: z.array(z.string()),
  /** the seats in it, in the entry by seat */
  seatIds: z.array(z.string()).optional(),
  /** the problem it was opened for, in the thematic entry */
  problemId: z.string().optional(),
  problems: z.array(sharedProblemSchema),
  format: z.enum(['video', 'in-person']),
  cadence: z.enum(['one-off', 'lasting']),
  measures: workshopMeasuresSchema,
});

/** A territory in no workshop; with a seat, that seat of it. */
export const unplacedSchema = z.object({
  territoryId: z.string(),
  seatId: z.string().optional(),
  reason: reasonSchema,
});

/** A problem for which no workshop was opened, though some territories share it. */
export const closedProblemSchema = z.object({
  problemId: z.string(),
  territoryIds: z.array(z.string()),
  reason: reasonSchema,
});

/** Who stays with whom when one answer in five is left out and the workshops are composed again. */
export const placementRobustnessSchema = z.object({
  /** times the answers were drawn again */
  resamplings: z.number().int(),
  placements: z.array(
    z.object({
      territoryId: z.string(),
      /** the seat, where seats are placed */
      seatId: z.string().optional(),
      workshopId: z.string(),
      /** share of the other members of the workshop that stay with it, 0..1 */
      share: z.number(),
      level: z.enum(['solid', 'fair', 'fragile']),
    }),
  ),
  /** the pairs of each workshop: share of the times they share one again */
  pairs: z.array(
    z.object({
      territoryIds: z.tuple([z.string(), z.string()]),
      /** the two seats, where seats are placed */
      seatIds: z.tuple([z.string(), z.string()]).optional(),
      share: z.number(),
    }),
  ),
});

/** What a rule asked, what became of it, and the same in words. */
export const statedOutcomeSchema = ruleOutcomeSchema.extend({
  asks: localTextSchema,
  reason: reasonSchema,
});

/**
 * The whole answer. Holds its own input, options and seed: enough to replay itself to the byte. It never holds
 * the name of a person; seats, nameless, are in it only when they are what was placed.
 */
export const planSchema = z.object({
  format: z.literal(planFormat),
  engineVersion: z.string(),
  /** SHA-256 of the canonical input, in hexadecimal */
  inputDigest: z.string(),
  seed: z.number().int(),
  options: z.record(z.string(), z.unknown()),
  assembly: assemblySchema.omit({ seats: true }).extend({ seats: z.array(namelessSeatSchema).optional() }),
  concerns: z.array(concernSchema),
  concernChoice: concernChoiceSchema.optional(),
  workshops: z.array(workshopSchema),
  unplaced: z.array(unplacedSchema),
  /** thematic entry: what is shared, but opened no workshop */
  closed: z.array(closedProblemSchema).optional(),
  /** what an organiser must know of the whole plan: a rule without object, a referral as it was read */
  notices: z.array(reasonSchema).optional(),
  /** why each territory sits where it sits: one a territory (or seat) and workshop */
  placements: z.array(
    z.object({
      territoryId: z.string(),
      seatId: z.string().optional(),
      workshopId: z.string(),
      reasons: z.array(reasonSchema),
    }),
  ),
  /** how placements hold when answers are drawn again; absent when that was not asked */
  robustness: placementRobustnessSchema.optional(),
  /** what became of each rule that the entry gives a meaning to, by rule id */
  ruleOutcomes: z.array(statedOutcomeSchema).default([]),
  pairings: z.array(pairingSchema),
  unpaired: z.array(unpairedSchema),
  pairingTotals: pairingTotalsSchema.optional(),
  measures: measuresSchema,
  baselines: z.array(baselineSchema),
  /** the objective of the workshops, an upper bound of it, and (bound − value) / bound; null where nothing proves one */
  bound: z.object({
    value: z.number(),
    upperBound: z.number().nullable(),
    gap: z.number().nullable(),
    iterations: z.number().int(),
  }),
  /** how it came from the plan first composed, the last change at the end; absent: it is that plan */
  revisions: z.array(planRevisionSchema).optional(),
});

export type SharedProblem = z.infer<typeof sharedProblemSchema>;
export type Concern = z.infer<typeof concernSchema>;
export type ConcernChoice = z.infer<typeof concernChoiceSchema>;
export type Workshop = z.infer<typeof workshopSchema>;
export type PlacementRobustness = z.infer<typeof placementRobustnessSchema>;
export type StatedOutcome = z.infer<typeof statedOutcomeSchema>;
export type Plan = z.infer<typeof planSchema>;
