import { z } from 'zod';

/**
 * What a grouping is worth, whoever made it. Affinity is the plain likeness of two declared profiles
 * (before anything is subtracted), so that every method is judged on the same ground.
 */
export const measuresSchema = z.object({
  workshopCount: z.number().int(),
  placedCount: z.number().int(),
  unplacedCount: z.number().int(),
  smallestSize: z.number().int(),
  largestSize: z.number().int(),
  /** mean affinity of two territories of one workshop, 0..1 */
  coherence: z.number(),
  /** the same over all pairs of the assembly: what chance gives */
  coherenceByChance: z.number(),
  /** mean great-circle distance between two territories of one workshop, km */
  spreadKm: z.number(),
  spreadByChanceKm: z.number(),
  /** décroisement: affinity within workshops beyond what distance alone predicts */
  decoupling: z.number(),
  /** the part of (coherence − coherenceByChance) that distance alone predicts */
  proximityEffect: z.number(),
  /** share of in-workshop pairs that lie in one département, 0..1 */
  sameDepartmentShare: z.number(),
  sameDepartmentByChance: z.number(),
  /** means over workshops */
  departmentsPerWorkshop: z.number(),
  kindsPerWorkshop: z.number(),
  themesPerWorkshop: z.number(),
});

export const workshopMeasuresSchema = z.object({
  size: z.number().int(),
  coherence: z.number(),
  spreadKm: z.number(),
  decoupling: z.number(),
  departmentCount: z.number().int(),
  kindCount: z.number().int(),
  themeCount: z.number().int(),
});

export const baselineMethods = ['random', 'department', 'louvain', 'kmeans'] as const;

export const baselineSchema = z.object({
  method: z.enum(baselineMethods),
  measures: measuresSchema,
  /** territories in a group outside the size bounds; Louvain and k-means know no sizes */
  outOfBounds: z.number().int(),
});

export type Measures = z.infer<typeof measuresSchema>;
export type WorkshopMeasures = z.infer<typeof workshopMeasuresSchema>;
export type Baseline = z.infer<typeof baselineSchema>;
