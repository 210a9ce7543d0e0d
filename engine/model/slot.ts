import { z } from 'zod';

/** A time when workshops may meet, in local time (Europe/Paris). */
export const slotSchema = z.object({
  id: z.string().min(1),
  /** as the organiser calls it; absent: its id, or its day and hours */
  label: z.string().optional(),
  date: z.iso.date(),
  /** HH:MM */
  start: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u),
  /** HH:MM, after start, the same day */
  end: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u),
  /** workshops that can meet at once; any number when absent */
  capacity: z.number().int().positive().optional(),
});

export type Slot = z.infer<typeof slotSchema>;
