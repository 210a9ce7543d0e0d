import { z } from 'zod';
import { ruleLevels } from './rule.js';

/** What became of a rule in a plan. */
export const ruleOutcomeSchema = z.object({
  ruleId: z.string(),
  level: z.enum(ruleLevels),
  /** 0: kept; in units of the kind of rule (pairs, territories, workshops…), see docs/entrees.md */
  penalty: z.number(),
  /** who is behind each part of the penalty, the largest part first */
  broken: z.array(
    z.object({
      territoryIds: z.array(z.string()),
      penalty: z.number(),
      /** its number, from 1, where those behind the part sit in one workshop */
      workshop: z.number().int().optional(),
    }),
  ),
});

export type RuleOutcome = z.infer<typeof ruleOutcomeSchema>;
