import { z } from 'zod';

/**
 * error: the input cannot be used as it stands · question: several readings, the organiser decides ·
 * warning: used, but look at it · repair: it was certain, it was corrected.
 */
export const severities = ['error', 'question', 'warning', 'repair'] as const;

/** One thing to know about one cell, row or rule of an input. */
export const findingSchema = z.object({
  severity: z.enum(severities),
  /** stable, kebab-case, for programs */
  code: z.string(),
  /** sheet, file or JSON list where it stands */
  table: z.string().optional(),
  /** as the organiser's spreadsheet numbers it: the header is row 1; in a JSON list, its place from 1 */
  row: z.number().int().positive().optional(),
  /** the header of the column as written in the input */
  column: z.string().optional(),
  /** the value as it was read */
  value: z.string().optional(),
  message: z.string(),
  /** what to do */
  suggestion: z.string().optional(),
  /** the possible readings of a question, the likeliest first */
  candidates: z.array(z.object({ id: z.string(), label: z.string(), confidence: z.number() })).optional(),
});

export type Severity = (typeof severities)[number];
export type Finding = z.infer<typeof findingSchema>;
