import { z } from 'zod';

/** Why a territory has no partner. */
export type UnpairedCode = 'odd-one-out' | 'nothing-in-common' | 'nothing-declared' | 'forbidden-pairs';

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

export type PairingTotals = z.infer<typeof pairingTotalsSchema>;
