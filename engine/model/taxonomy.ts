import { z } from 'zod';

export const problemSchema = z.object({
  id: z.string().min(1),
  fr: z.string().min(1),
  en: z.string().min(1),
  synonyms: z.array(z.string()).default([]),
});

export const themeSchema = z.object({
  id: z.string().min(1),
  fr: z.string().min(1),
  en: z.string().min(1),
  problems: z.array(problemSchema).min(1),
});

/** Two levels: themes hold problems; problem ids are unique over the whole taxonomy. Replaceable by file. */
export const taxonomySchema = z.object({
  version: z.string(),
  themes: z.array(themeSchema).min(1),
});

export type Problem = z.infer<typeof problemSchema>;
export type Theme = z.infer<typeof themeSchema>;
export type Taxonomy = z.infer<typeof taxonomySchema>;
