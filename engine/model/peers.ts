import { z } from 'zod';

/** A territory like the one asked about. */
export const peerSchema = z.object({
  territoryId: z.string(),
  /** 0..1, less where the two cover common ground (option affinity.samePerimeterDiscount) */
  likeness: z.number(),
  /** great circle; null when one of the two has no position */
  distanceKm: z.number().nullable(),
  /** problems both declare and what each adds to the likeness, the most first */
  drivers: z.array(z.object({ problemId: z.string(), likeness: z.number() })),
  /** what different problems of one theme add: the likeness is that and the sum of the drivers */
  fromThemes: z.number(),
  /** share of ground that both cover, 0..1 */
  samePerimeter: z.number(),
  /** what it has experience of and the territory needs, the most useful first */
  showsProblemIds: z.array(z.string()),
});

export const peersSchema = z.object({
  territoryId: z.string(),
  themeId: z.string().nullable(),
  /** false: it declared no need (of that theme), so nobody is like it */
  declared: z.boolean(),
  /** each list: the most alike first */
  near: z.array(peerSchema),
  far: z.array(peerSchema),
  /** the position of one of the two is not known */
  unlocated: z.array(peerSchema),
  /** its own intensity beside the median of all peers listed, undeclared counting 0; what it or any of them declares */
  problems: z.array(z.object({ problemId: z.string(), own: z.number(), median: z.number() })),
  /** null where it is not known; the median is over the peers whose population is */
  population: z.object({ own: z.number().nullable(), median: z.number().nullable() }),
});

export type Peer = z.infer<typeof peerSchema>;
export type Peers = z.infer<typeof peersSchema>;
