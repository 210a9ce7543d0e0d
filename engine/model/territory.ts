import { z } from 'zod';

/** CC, CA, CU, METROPOLE are the EPCI with own taxation; the others are perimeters of projects. */
export const territoryKinds = [
  'CC',
  'CA',
  'CU',
  'METROPOLE',
  'PETR',
  'PNR',
  'PAYS',
  'POLE_METROPOLITAIN',
  'ASSOCIATION',
  'OTHER',
] as const;
export type TerritoryKind = (typeof territoryKinds)[number];

export const positionSchema = z.object({
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
  /** the position stands on less than 40 % of the population covered, or was given as a guess */
  approximate: z.boolean().optional(),
});

export const needSchema = z.object({ problemId: z.string(), intensity: z.number().min(0).max(1) });
export const experienceSchema = z.object({ problemId: z.string(), level: z.number().min(0).max(1) });

/** A perimeter that takes part: what it is, where it is, what it struggles with and what it can show. */
export const territorySchema = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  kind: z.enum(territoryKinds),
  /** département codes, text with leading zeros, the main one first */
  departments: z.array(z.string()),
  position: positionSchema.optional(),
  population: z.number().int().nonnegative().optional(),
  /** SIREN (EPCI) or INSEE (commune) codes of what it covers */
  members: z.array(z.string()),
  /** mountain, coast, rural… */
  traits: z.array(z.string()),
  needs: z.array(needSchema),
  experiences: z.array(experienceSchema),
  /** the best first: the id of a territory to sit with, or a workshop as "atelier 3"; other texts count for nothing */
  wishes: z.array(z.string()).optional(),
  /** labels of the video slots that suit it; absent or empty: any does */
  availability: z.array(z.string()).optional(),
  canHost: z.boolean().optional(),
  videoReady: z.boolean().optional(),
});

export type Position = z.infer<typeof positionSchema>;
export type Need = z.infer<typeof needSchema>;
export type Experience = z.infer<typeof experienceSchema>;
export type Territory = z.infer<typeof territorySchema>;
