import { z } from 'zod';

/** As stated for parity, never inferred from a first name. */
export const civilities = ['F', 'M', 'unspecified'] as const;

/** Who holds a seat. No e-mail and no phone number ever enter the engine. */
export const personSchema = z.object({
  name: z.string().optional(),
  civility: z.enum(civilities),
});

/** A place of a territory in the assembly; an empty seat is normal. Dates are ISO days (yyyy-mm-dd). */
export const seatSchema = z.object({
  id: z.string().min(1),
  territoryId: z.string().min(1),
  college: z.string().optional(),
  holder: personSchema.optional(),
  deputy: personSchema.optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});

export type Person = z.infer<typeof personSchema>;
export type Seat = z.infer<typeof seatSchema>;

/** A seat as a plan may hold it: its people by their civility alone, never by their names. */
export const namelessSeatSchema = seatSchema.extend({
  holder: personSchema.omit({ name: true }).optional(),
  deputy: personSchema.omit({ name: true }).optional(),
});
