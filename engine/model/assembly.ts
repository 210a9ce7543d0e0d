import { z } from 'zod';
import { ruleSchema } from './rule.js';
import { seatSchema } from './seat.js';
import { slotSchema } from './slot.js';
import { taxonomySchema } from './taxonomy.js';
import { territorySchema } from './territory.js';

/** A past workshop, pairing or chair pair: who met, when (ISO day), under what name. */
export const meetingSchema = z.object({
  kind: z.enum(['workshop', 'pairing', 'chairs']),
  territoryIds: z.array(z.string()).min(2),
  date: z.iso.date().optional(),
  label: z.string().optional(),
  /** of a chair pair: the seats whose people chaired, where that is known */
  seatIds: z.array(z.string()).optional(),
});

/** Everything an organiser brings: who, what they share, what was decided, what happened before. */
export const assemblySchema = z.object({
  name: z.string().optional(),
  /** the answers are invented (an example, a test): said wherever they are shown */
  fictive: z.boolean().optional(),
  taxonomy: taxonomySchema,
  territories: z.array(territorySchema),
  seats: z.array(seatSchema),
  history: z.array(meetingSchema),
  rules: z.array(ruleSchema),
  /** when workshops may meet; absent: nothing is told */
  slots: z.array(slotSchema).optional(),
});

export type Meeting = z.infer<typeof meetingSchema>;
export type Assembly = z.infer<typeof assemblySchema>;
