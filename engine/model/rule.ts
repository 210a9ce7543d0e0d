import { z } from 'zod';

export const ruleLevels = ['hard', 'soft'] as const;

/** What a rule can count in a workshop; of the départements of a territory, the main one. */
export const ruleAttributes = ['department', 'kind', 'trait', 'college', 'civility'] as const;
export type RuleAttribute = (typeof ruleAttributes)[number];

const stated = {
  id: z.string().min(1),
  /** A hard rule is never broken; a soft one costs `weight` for each unit of its penalty. */
  level: z.enum(ruleLevels),
  weight: z.number().positive().optional(),
  reason: z.string().optional(),
  askedBy: z.string().optional(),
};
const named = { territoryIds: z.array(z.string()).min(1) };
/** absent: all territories */
const among = { territoryIds: z.array(z.string()).min(1).optional() };
/** workshops by their numbers, from 1 */
const workshopNumber = z.number().int().min(1);
const attribute = z.enum(ruleAttributes);
/** a département code, a kind of territory, a trait, a college, a civility; absent: every value */
const value = z.string().min(1);
const km = z.number().nonnegative();
const several = z.array(z.string()).min(2);

/**
 * What an organiser asks of the workshops.
 *
 * together: these territories sit in one workshop · apart: no two of them do ·
 * pinned: each of them sits in workshop `workshop` · allowed, forbidden: each sits in one, or none, of `workshops`.
 * at-most: no workshop has more than `count` of one value of the attribute · at-least-different: each has at
 * least `count` different values · not-alone: where the value is in a workshop, two at least have it ·
 * target-share: the share of the value in each workshop is `share`, that of the assembly unless told.
 * chair-pair: in each workshop a woman and a man of two territories could chair it · past-meetings: those who
 * met before meet others · wishes: territories get what they wish for · common-slots: each workshop has a slot
 * that suits all · spread: the mean distance of a workshop lies between the bounds · same-perimeter: those
 * whose perimeters overlap do not sit together.
 *
 * Two kinds are about pairings, not workshops, and are kept whatever their level: pair-imposed: these two are paired ·
 * pair-forbidden: no two of these are.
 */
export const ruleSchema = z.discriminatedUnion('kind', [
  z.object({ ...stated, kind: z.literal('together'), ...named }),
  z.object({ ...stated, kind: z.literal('apart'), ...named }),
  z.object({
    ...stated,
    kind: z.literal('pinned'),
    ...named,
    workshop: workshopNumber,
    /** where seats are placed: these seats of the territories, and not the first of each */
    seatIds: z.array(z.string()).min(1).optional(),
  }),
  z.object({ ...stated, kind: z.literal('allowed'), ...named, workshops: z.array(workshopNumber).min(1) }),
  z.object({ ...stated, kind: z.literal('forbidden'), ...named, workshops: z.array(workshopNumber).min(1) }),
  z.object({
    ...stated,
    kind: z.literal('at-most'),
    ...among,
    attribute,
    value: value.optional(),
    count: z.number().int().min(1),
  }),
  z.object({
    ...stated,
    kind: z.literal('at-least-different'),
    ...among,
    attribute,
    count: z.number().int().min(1),
  }),
  z.object({ ...stated, kind: z.literal('not-alone'), ...among, attribute, value: value.optional() }),
  z.object({
    ...stated,
    kind: z.literal('target-share'),
    ...among,
    attribute,
    value,
    share: z.number().min(0).max(1).optional(),
  }),
  z.object({ ...stated, kind: z.literal('chair-pair') }),
  z.object({ ...stated, kind: z.literal('past-meetings') }),
  z.object({ ...stated, kind: z.literal('wishes') }),
  z.object({ ...stated, kind: z.literal('common-slots') }),
  z
    .object({ ...stated, kind: z.literal('spread'), minKm: km.optional(), maxKm: km.positive().optional() })
    .refine(({ minKm, maxKm }) => minKm !== undefined || maxKm !== undefined, 'needs minKm, maxKm or both')
    .refine(({ minKm = 0, maxKm = Number.POSITIVE_INFINITY }) => minKm <= maxKm, 'minKm is above maxKm'),
  z.object({ ...stated, kind: z.literal('same-perimeter') }),
  z.object({ ...stated, kind: z.literal('pair-imposed'), territoryIds: several.max(2) }),
  z.object({ ...stated, kind: z.literal('pair-forbidden'), territoryIds: several }),
]);

export type Rule = z.infer<typeof ruleSchema>;
export type RuleKind = Rule['kind'];
export type RuleOf<Kind extends RuleKind> = Extract<Rule, { kind: Kind }>;

/** The territories that a rule names; none: it is about all of them. */
export function territoriesNamedBy(rule: Rule): readonly string[] {
  return ('territoryIds' in rule && rule.territoryIds) || [];
}

/** Whether a rule says who is paired with whom, and nothing of the workshops. */
export function isAboutPairings({ kind }: Rule): boolean {
  return kind === 'pair-imposed' || kind === 'pair-forbidden';
}
