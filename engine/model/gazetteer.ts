import { z } from 'zod';
import { positionSchema, territoryKinds } from './territory.js';

/** A territory that everyone knows: a SIREN, an official name, what it covers, where it is. */
export const gazetteerEntrySchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(territoryKinds),
  departments: z.array(z.string()),
  /** region code, text */
  region: z.string(),
  population: z.number().optional(),
  position: positionSchema.optional(),
  /** SIREN of member EPCI, or INSEE of member communes */
  members: z.array(z.string()),
});

export type GazetteerEntry = z.infer<typeof gazetteerEntrySchema>;
export type Gazetteer = readonly GazetteerEntry[];
