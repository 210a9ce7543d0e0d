import type { DatedSlot } from './dated-slots.js';

export interface SlotWorkshop {
  readonly id: string;
  /** people or territories; one that sits in several workshops is in one place at a time */
  readonly participantIds: readonly string[];
  readonly cadence: 'one-off' | 'lasting';
  /** for its (first) session, if it can be */
  readonly askedSlotId?: string;
}

export interface SlotInput {
  readonly workshops: readonly SlotWorkshop[];
  readonly slots: readonly DatedSlot[];
  /** who is not listed is free at any time */
  readonly availability?: readonly { readonly participantId: string; readonly slotIds: readonly string[] }[];
  /** public holidays, ISO days: the engine has no calendar */
  readonly holidays?: readonly string[];
  /** rhythm of lasting workshops; four sessions, a week or more apart, within ten weeks when absent */
  readonly lasting?: {
    readonly sessions?: number;
    readonly gapDays?: number;
    readonly spanDays?: number;
  };
}
