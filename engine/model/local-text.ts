import { z } from 'zod';

export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

/** One sentence or title in each language an organiser may read. */
export const localTextSchema = z.object({ fr: z.string(), en: z.string() });
export type LocalText = z.infer<typeof localTextSchema>;
