import { z } from 'zod';
import { assemblySchema } from './assembly.js';
import { reasonSchema } from './reason.js';

export const pairingsFormat = 'decroise-pairings/1';

/** Why a territory has no partner. */
export type UnpairedCode = 'odd-one-out' | 'nothing-in-common' | 'nothing-declared' | 'forbidden-pairs';

export const pairingSchema = z.object({
  territoryIds: z.tuple([z.string(), z.string()]),
  /** 0..1, above 1/2 when each shows something the other needs and they have not met */
  value: z.number(),
  /** share of what the second needs that the first can show, and the reverse, 0..1 */
  shows: z.tuple([z.number(), z.number()]).optional(),
  /** geometric mean of the two */
  reciprocal: z.number().optional(),
  /** asked for, whatever it is worth */
  imposed: z.boolean().optional(),
  /** who joins the two, making a trio; value: mean of what it is worth with each */
  third: z.object({ territoryId: z.string(), value: z.number() }).optional(),
  distanceKm: z.number().optional(),
  reasons: z.array(reasonSchema),
});

/** A territory without a partner, and why. */
export const unpairedSchema = z.object({ territoryId: z.string(), reason: reasonSchema });

/** What pairings are worth together, beside the most there can be: what a stable choice costs. Thirds are not counted. */
export const pairingTotalsSchema = z.object({
  variant: z.enum(['best-total', 'stable']),
  /** sum over pairs */
  value: z.number(),
  /** the same for the pairs that serve the most territories, then have the most value */
  bestTotalValue: z.number(),
  /** territories in a pair */
  served: z.number().int(),
  bestTotalServed: z.number().int(),
  /** pairs not made whose two sides would both gain by it; 0 when stable */
  wouldRather: z.number().int(),
});

/** The pairings of an assembly alone. Holds its own input, options and seed: enough to replay itself to the byte. */
export const pairingsSchema = z.object({
  format: z.literal(pairingsFormat),
  engineVersion: z.string(),
  /** SHA-256 of the canonical input, in hexadecimal */
  inputDigest: z.string(),
  seed: z.number().int(),
  options: z.record(z.string(), z.unknown()),
  assembly: assemblySchema.omit({ seats: true }),
  pairings: z.array(pairingSchema),
  unpaired: z.array(unpairedSchema),
  pairingTotals: pairingTotalsSchema,
});

export type Pairing = z.infer<typeof pairingSchema>;
export type PairingTotals = z.infer<typeof pairingTotalsSchema>;
export type Pairings = z.infer<typeof pairingsSchema>;
