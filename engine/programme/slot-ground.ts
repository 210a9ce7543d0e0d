import { EngineError } from '../engine-error.js';
import type { SlotProblem } from '../methods/slots/slot-problem.js';
import { dayNumber } from '../numeric/iso-day.js';
import { type DatedSlot, inOrderOfTime, overlap } from './dated-slots.js';
import type { SlotInput, SlotWorkshop } from './slot-input.js';

/** Sessions and slots as indices. */
export interface SlotGround {
  /** usable ones, in order of time */
  readonly slots: readonly DatedSlot[];
  readonly onHoliday: readonly DatedSlot[];
  /** workshops by id, sessions of each in a row */
  readonly sessions: readonly {
    readonly workshop: SlotWorkshop;
    readonly session: number;
    readonly of: number;
  }[];
  /** participants whom no usable slot suits */
  readonly never: ReadonlySet<string>;
  /** whether a slot suits a participant */
  readonly suits: (participantId: string, slotId: string) => boolean;
  readonly problem: SlotProblem;
}

/** Sessions of a lasting workshop, days between two of them at the least, days from first to last at the most. */
export const defaultLasting = { sessions: 4, gapDays: 7, spanDays: 70 };

/** @throws EngineError `slot-twice`, `slot-not-usable`, `unknown-slot`, `workshop-twice`, `lasting-not-usable` */
export function slotGround(input: SlotInput): SlotGround {
  const holidays = new Set(input.holidays ?? []);
  const all = inOrderOfTime(input.slots);
  const slots = all.filter(({ date }) => !holidays.has(date));
  const lasting = { ...defaultLasting, ...input.lasting };
  checkLasting(lasting);
  checkKnown(input, new Set(all.map(({ id }) => id)));
  const suited = new Map(
    (input.availability ?? []).map(({ participantId, slotIds }) => [participantId, new Set(slotIds)]),
  );
  const suits = (participantId: string, slotId: string): boolean =>
    suited.get(participantId)?.has(slotId) ?? true;
  const never = new Set(
    [...suited.keys()].filter((participantId) => !slots.some(({ id }) => suits(participantId, id))),
  );
  const workshops = [...input.workshops].sort((a, b) => (a.id < b.id ? -1 : 1));
  const sessions = workshops.flatMap((workshop) => {
    const of = workshop.cadence === 'lasting' ? lasting.sessions : 1;
    return Array.from({ length: of }, (_, k) => ({ workshop, session: k + 1, of }));
  });
  const days = Int32Array.from(slots, ({ date }) => dayNumber(date));
  const absent = ({ participantIds }: SlotWorkshop, slotId: string): number =>
    participantIds.filter((id) => !never.has(id) && !suits(id, slotId)).length;
  const problem: SlotProblem = {
    sessions: sessions.length,
    slots: slots.length,
    cost: costs(sessions, slots, all, never, absent),
    overlaps: slots.map((slot) => [...slots.keys()].filter((k) => slots[k] && overlap(slot, slots[k]))),
    capacity: slots.map(({ capacity }) => capacity ?? sessions.length),
    clashes: clashesBetween(sessions.map(({ workshop }) => workshop)),
    series: workshops.map(({ id }) => ({
      sessions: [...sessions.keys()].filter((s) => sessions[s]?.workshop.id === id),
      gap: lasting.gapDays,
      span: lasting.spanDays,
    })),
    dayOf: days,
  };
  return { slots, onHoliday: all.filter(({ date }) => holidays.has(date)), sessions, never, suits, problem };
}

/** One absence outweighs all wishes for a slot; a wish unmet costs the number of slots nearer to what was asked. */
function costs(
  sessions: SlotGround['sessions'],
  slots: readonly DatedSlot[],
  all: readonly DatedSlot[],
  never: ReadonlySet<string>,
  absent: (workshop: SlotWorkshop, slotId: string) => number,
): Float64Array {
  const absence = 1 + sessions.length * slots.length;
  const cost = new Float64Array(sessions.length * slots.length);
  sessions.forEach(({ workshop, session }, s) => {
    const expected = workshop.participantIds.filter((id) => !never.has(id)).length;
    const asked = session === 1 ? all.find(({ id }) => id === workshop.askedSlotId) : undefined;
    const far = slots.map((slot) => (asked ? minutesApart(slot, asked) : 0));
    slots.forEach(({ id }, k) => {
      const missing = absent(workshop, id);
      const nearer = far.filter((each) => each < (far[k] ?? 0)).length;
      const empty = expected > 0 && missing === expected;
      cost[s * slots.length + k] = empty ? Infinity : missing * absence + nearer;
    });
  });
  return cost;
}

function minutesApart(a: DatedSlot, b: DatedSlot): number {
  const minutes = ({ date, start }: DatedSlot): number =>
    dayNumber(date) * 1440 + Number(start.slice(0, 2)) * 60 + Number(start.slice(3));
  return Math.abs(minutes(a) - minutes(b));
}

/** Two sessions clash when someone sits in both, or they are of one workshop. */
function clashesBetween(workshops: readonly SlotWorkshop[]): number[][] {
  const shared = workshops.map(({ participantIds }) => new Set(participantIds));
  return workshops.map((one, s) =>
    [...workshops.keys()].filter(
      (t) => t !== s && (workshops[t]?.id === one.id || one.participantIds.some((id) => shared[t]?.has(id))),
    ),
  );
}

function checkLasting({ sessions, gapDays, spanDays }: typeof defaultLasting): void {
  const whole = [sessions, gapDays, spanDays].every((each) => Number.isInteger(each) && each >= 0);
  if (whole && sessions >= 1 && spanDays >= gapDays * (sessions - 1)) return;
  throw new EngineError(
    'lasting-not-usable',
    `${sessions} sessions at least ${gapDays} days apart do not fit within ${spanDays} days.`,
    `allow ${gapDays * (sessions - 1)} days from the first session to the last, or fewer sessions.`,
    { sessions, gapDays, spanDays },
  );
}

function checkKnown({ workshops, availability = [] }: SlotInput, known: ReadonlySet<string>): void {
  const ids = new Set<string>();
  for (const { id, askedSlotId } of workshops) {
    if (askedSlotId !== undefined && !known.has(askedSlotId))
      throw unknownSlot(`Workshop ${id}`, askedSlotId);
    if (ids.has(id)) {
      throw new EngineError('workshop-twice', `Workshop ${id} is given twice.`, 'give each its own id.', id);
    }
    ids.add(id);
  }
  for (const { participantId, slotIds } of availability) {
    const unknown = slotIds.find((id) => !known.has(id));
    if (unknown !== undefined) throw unknownSlot(`The availability of ${participantId}`, unknown);
  }
}

function unknownSlot(who: string, slotId: string): EngineError {
  return new EngineError(
    'unknown-slot',
    `${who} names slot ${slotId}, which is not among the slots.`,
    'add it to the slots with its date and time, or leave it out.',
    slotId,
  );
}
