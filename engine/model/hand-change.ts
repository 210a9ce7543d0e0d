import { z } from 'zod';

const asked = {
  /** who asked for it, and why: kept with the pin and shown with it */
  askedBy: z.string().optional(),
  reason: z.string().optional(),
};

/**
 * What an organiser changes in a plan by hand.
 *
 * move: the territory goes to that workshop · swap: the two exchange their workshops ·
 * pin: the territory stays where it is on every recomputation · unpin: it no longer has to.
 * A territory that is moved or swapped is pinned where it comes, unless `pin` is false.
 */
export const handChangeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('move'),
    territoryId: z.string(),
    workshopId: z.string(),
    pin: z.boolean().optional(),
    ...asked,
  }),
  z.object({
    kind: z.literal('swap'),
    territoryIds: z.tuple([z.string(), z.string()]),
    pin: z.boolean().optional(),
    ...asked,
  }),
  z.object({ kind: z.literal('pin'), territoryId: z.string(), ...asked }),
  z.object({ kind: z.literal('unpin'), territoryId: z.string() }),
]);

export type HandChange = z.infer<typeof handChangeSchema>;
