import { fewestSlots } from '../methods/slots/fewest-slots.js';
import type { ProgrammeNotice } from '../model/programme-notice.js';
import type { DatedSlot } from './dated-slots.js';
import { type SlotGround, slotGround } from './slot-ground.js';
import type { SlotInput } from './slot-input.js';

export interface PlannedSession {
  readonly workshopId: string;
  /** from 1 */
  readonly session: number;
  /** how many sessions the workshop has */
  readonly of: number;
  /** null: no slot is left for it */
  readonly slot: DatedSlot | null;
  /** participants whom the slot does not suit */
  readonly absentIds: readonly string[];
}

export interface SlotPlan {
  /** by workshop id, then session */
  readonly sessions: readonly PlannedSession[];
  readonly slotsUsed: number;
  /** no choice places more sessions, has fewer absences, keeps closer to what was asked, or uses fewer slots */
  readonly proven: boolean;
  readonly notices: readonly ProgrammeNotice[];
}

/**
 * A dated slot for each session of each workshop, nobody in two places at once, none on a public holiday.
 *
 * In this order: as many sessions as can be; as few absences; as near to the slot asked for; as few slots. Exact
 * within a budget of `maxNodes` steps (see fewestSlots). Someone whom no slot suits does not weigh on the choice
 * and is named; a slot asked for on a holiday gives the nearest usable one. The lists may come in any order.
 *
 * @throws EngineError `slot-twice`, `slot-not-usable`, `unknown-slot`, `workshop-twice`, `lasting-not-usable`
 */
export function assignSlots(input: SlotInput, { maxNodes = 200_000 }: { maxNodes?: number } = {}): SlotPlan {
  const ground = slotGround(input);
  const { slotOf, cost, proven } = fewestSlots(ground.problem, maxNodes);
  const sessions = ground.sessions.map(({ workshop, session, of }, s) => {
    const slot = ground.slots[slotOf[s] ?? -1] ?? null;
    const absentIds = slot ? workshop.participantIds.filter((id) => !ground.suits(id, slot.id)) : [];
    return { workshopId: workshop.id, session, of, slot, absentIds };
  });
  return { sessions, slotsUsed: cost.used, proven, notices: slotNotices(ground, sessions) };
}

function slotNotices(ground: SlotGround, planned: readonly PlannedSession[]): ProgrammeNotice[] {
  const workshops = ground.sessions.filter(({ session }) => session === 1).map(({ workshop }) => workshop);
  const seatedIn = (id: string): string[] =>
    workshops.filter(({ participantIds }) => participantIds.includes(id)).map((workshop) => workshop.id);
  return [
    ...ground.onHoliday.map(
      ({ id, date }): ProgrammeNotice => ({ code: 'slot-on-holiday', facts: { slotId: id, date } }),
    ),
    ...[...ground.never].sort().flatMap((participantId): ProgrammeNotice[] => {
      const workshopIds = seatedIn(participantId);
      return workshopIds.length > 0
        ? [{ code: 'never-available', facts: { participantId, workshopIds } }]
        : [];
    }),
    ...planned.flatMap((session, s) => noticesOfSession(ground, session, s)),
  ];
}

function noticesOfSession(ground: SlotGround, planned: PlannedSession, s: number): ProgrammeNotice[] {
  const { workshopId, session, slot } = planned;
  if (!slot) {
    const clashing = (ground.problem.clashes[s] ?? []).map((t) => ground.sessions[t]?.workshop.id ?? '');
    const clashingWorkshopIds = [...new Set(clashing)].filter((id) => id !== workshopId);
    return [{ code: 'session-without-slot', facts: { workshopId, session, clashingWorkshopIds } }];
  }
  const notices: ProgrammeNotice[] = [];
  const askedSlotId = session === 1 ? ground.sessions[s]?.workshop.askedSlotId : undefined;
  if (askedSlotId !== undefined && askedSlotId !== slot.id) {
    const cause = causeOfOther(ground, s, askedSlotId, slot.id);
    notices.push({ code: 'slot-instead', facts: { workshopId, askedSlotId, slotId: slot.id, cause } });
  }
  const participantIds = planned.absentIds.filter((id) => !ground.never.has(id));
  if (participantIds.length > 0) {
    notices.push({
      code: 'absent-from-session',
      facts: { workshopId, session, slotId: slot.id, participantIds },
    });
  }
  return notices;
}

function causeOfOther(
  { onHoliday, sessions, suits, never }: SlotGround,
  s: number,
  askedSlotId: string,
  slotId: string,
): 'holiday' | 'clash' | 'availability' {
  if (onHoliday.some(({ id }) => id === askedSlotId)) return 'holiday';
  const expected = (sessions[s]?.workshop.participantIds ?? []).filter((id) => !never.has(id));
  const missing = (slot: string): number => expected.filter((id) => !suits(id, slot)).length;
  return missing(askedSlotId) > missing(slotId) ? 'availability' : 'clash';
}
