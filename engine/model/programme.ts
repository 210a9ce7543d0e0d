import { z } from 'zod';
import { assemblySchema } from './assembly.js';
import { localTextSchema } from './local-text.js';
import { workshopMeasuresSchema } from './measures.js';
import { sharedProblemSchema, statedOutcomeSchema } from './plan.js';
import { reasonSchema } from './reason.js';
import { namelessSeatSchema } from './seat.js';
import { slotSchema } from './slot.js';

export const programmeFormat = 'decroise-programme/1';

/** Who chairs: a seat and which of its two people; their names are in the input alone. */
export const chairSchema = z.object({
  seatId: z.string(),
  role: z.enum(['holder', 'deputy']),
  territoryId: z.string(),
});

/** A session of a workshop; without a slot it is not dated, and a notice says why. */
export const sessionSchema = z.object({
  /** from 1 */
  number: z.number().int().positive(),
  slotId: z.string().optional(),
  date: z.iso.date().optional(),
  /** HH:MM, Europe/Paris */
  start: z.string().optional(),
  end: z.string().optional(),
  /** territories, or seats where seats are placed, whom the slot does not suit */
  absentIds: z.array(z.string()),
});

/** Everyone to one place and back, over all sessions of a workshop. */
export const travelSchema = z.object({
  /** kilometres of road, all cars added up */
  roadKm: z.number(),
  kgCo2e: z.number(),
});

export const programmeWorkshopSchema = z.object({
  /** round and workshop, stable while both are: T2-A03 */
  id: z.string(),
  /** from 1: within a round, rules that name workshops name it so */
  number: z.number().int().positive(),
  title: localTextSchema,
  /** each once, by id; in a workshop of seats, those that the seats are of */
  territoryIds: z.array(z.string()),
  /** the seats in it, in the entry by seat */
  seatIds: z.array(z.string()).optional(),
  problems: z.array(sharedProblemSchema),
  measures: workshopMeasuresSchema,
  /** absent: chairs were not asked for, or there is no seat */
  chairs: z
    .object({
      woman: chairSchema.nullable(),
      man: chairSchema.nullable(),
      /** who chairs for want of a woman or a man */
      standIns: z.array(chairSchema),
    })
    .optional(),
  format: z.enum(['video', 'in-person']),
  cadence: z.enum(['one-off', 'lasting']),
  /** where it meets in person; null by video */
  host: travelSchema.extend({ territoryId: z.string() }).nullable(),
  /** by video: what meeting at the best-placed host would have taken; null where nothing tells */
  avoided: travelSchema.extend({ territoryId: z.string() }).nullable(),
  sessions: z.array(sessionSchema),
});

/** A unit without a workshop in a round: absent as told, or sitting out in its turn. */
export const sittingOutSchema = z.object({
  territoryId: z.string(),
  seatId: z.string().optional(),
  why: z.enum(['absent', 'turn']),
});

export const roundSchema = z.object({
  /** from 1 */
  number: z.number().int().positive(),
  workshops: z.array(programmeWorkshopSchema),
  sittingOut: z.array(sittingOutSchema),
  /** what became of each rule in this round, by rule id */
  ruleOutcomes: z.array(statedOutcomeSchema),
  /** first and last day of its sessions; absent: none is dated */
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
});

/** Who meets whom over the rounds; pairs of territories, or of seats where seats are placed. */
export const meetingsSchema = z.object({
  /** meetings beyond the first, summed over pairs; one that follows a meeting of the history counts too */
  repeats: z.number().int(),
  /** no rounds of these sizes have fewer, rules apart */
  fewestPossible: z.number().int(),
  /** of the repeats, those of pairs that a hard rule keeps together */
  byRule: z.number().int(),
  /** pairs that meet in the programme, and all pairs there are */
  pairsMet: z.number().int(),
  pairs: z.number().int(),
  /** mean weight of the pairs of a workshop (likeness and distance, as the search weighs them) */
  coherence: z.object({
    /** in a single round composed without regard to others */
    single: z.number(),
    /** in each round */
    byRound: z.array(z.number()),
    /** mean of the rounds / single: what not meeting again costs; 1 where a single round is worth nothing */
    kept: z.number(),
  }),
});

export const dutySchema = chairSchema.extend({
  civility: z.enum(['F', 'M', 'unspecified']),
  /** times chaired before, by the history */
  past: z.number().int(),
  /** times in this programme */
  now: z.number().int(),
});

const dutySpreadSchema = z.object({ least: z.number().int(), most: z.number().int() }).nullable();

/** One session as a calendar holds it; what makes it the same event is its uid. */
export const calendarEventSchema = z.object({
  uid: z.string(),
  /** 0 at first, one more at each change (RFC 5545, 3.8.7.4) */
  sequence: z.number().int().nonnegative(),
  status: z.enum(['CONFIRMED', 'CANCELLED']),
  workshopId: z.string(),
  /** from 1 */
  session: z.number().int().positive(),
  of: z.number().int().positive(),
  /** wall clock, yyyy-mm-ddThh:mm:00: it stays so across the change of clocks */
  start: z.string(),
  end: z.string(),
  zone: z.literal('Europe/Paris'),
  /** where it meets in person; null by video */
  place: z.string().nullable(),
});

/**
 * A whole cycle: rounds of workshops with their chairs, places and dates. Holds its own input, options and seed: enough to
 * replay itself to the byte, its calendar apart when it goes on from one sent out before. It never holds the name of a
 * person: people are a seat and a role.
 */
export const programmeSchema = z.object({
  format: z.literal(programmeFormat),
  engineVersion: z.string(),
  /** SHA-256 of the canonical input, in hexadecimal */
  inputDigest: z.string(),
  seed: z.number().int(),
  options: z.record(z.string(), z.unknown()),
  assembly: assemblySchema.omit({ seats: true }).extend({ seats: z.array(namelessSeatSchema) }),
  entry: z.enum(['territorial', 'seats']),
  rounds: z.array(roundSchema),
  meetings: meetingsSchema,
  /** absent: chairs were not asked for, or there is no seat */
  chairing: z
    .object({
      /** by seat, holder first */
      duties: z.array(dutySchema),
      /** past and present duties of the holders who sit in some workshop; null if there are none */
      spread: z.object({ F: dutySpreadSchema, M: dutySpreadSchema, all: dutySpreadSchema }),
      /** no other choice has fewer empty chairs, fewer deputies, or more even duties */
      proven: z.boolean(),
    })
    .optional(),
  /** the slots there were to choose from, given or made from the options, holidays left out */
  slots: z.array(slotSchema),
  /** absent: no session has one */
  slotsUsed: z
    .object({
      /** slots that sessions are in */
      count: z.number().int().positive(),
      /** in no round do fewer place as many sessions, with as few absences, as near to what was asked */
      proven: z.boolean(),
    })
    .optional(),
  travel: z.object({
    /** to workshops in person */
    made: travelSchema,
    /** by workshops on video, what the screens use taken off */
    avoided: travelSchema,
    /** avoided travel is that to the best-placed territory that can host, or of the members, when nobody is known to */
    against: z.enum(['hosts', 'members']),
    factors: z.object({
      roadDetour: z.number(),
      carKgPerKm: z.number(),
      videoKgPerHour: z.number(),
      regionalTrainKgPerKm: z.number(),
      coachKgPerKm: z.number(),
    }),
  }),
  /** absent: none were asked for */
  pilots: z
    .object({
      /** by id */
      chosen: z.array(
        z.object({
          territoryId: z.string(),
          /** those more like it than any other pilot, itself first, then by falling likeness */
          represents: z.array(z.object({ territoryId: z.string(), likeness: z.number() })),
        }),
      ),
      /** mean likeness of a territory to its pilot, a pilot to itself 1 */
      meanLikeness: z.number(),
      upperBound: z.number(),
      /** the share of the best that is promised for any data, and that is proved for these */
      guarantee: z.number(),
      proved: z.number(),
    })
    .optional(),
  /** what could not be done, and what was done instead, in words too; people by seat and role */
  notices: z.array(reasonSchema),
  calendar: z.object({
    /** what the uids start with: kept from one version of the programme to the next */
    key: z.string(),
    events: z.array(calendarEventSchema),
  }),
});

export type Chair = z.infer<typeof chairSchema>;
export type ProgrammeSession = z.infer<typeof sessionSchema>;
export type ProgrammeWorkshop = z.infer<typeof programmeWorkshopSchema>;
export type ProgrammeRound = z.infer<typeof roundSchema>;
export type ProgrammeMeetings = z.infer<typeof meetingsSchema>;
export type Duty = z.infer<typeof dutySchema>;
export type CalendarEvent = Readonly<z.infer<typeof calendarEventSchema>>;
export type Programme = z.infer<typeof programmeSchema>;
