import type { Slot } from '../model/slot.js';
import { weekdayOf } from '../numeric/iso-day.js';
import { plainWords, weekdayNamed } from './weekday-words.js';

/** Who is free when, as far as what they wrote can be read. */
export interface Availability {
  /** those who are not free at all slots, with those that suit them */
  readonly suited: readonly { readonly participantId: string; readonly slotIds: readonly string[] }[];
  /** those whose words name no slot and no time: taken as free at any */
  readonly unread: readonly string[];
}

/**
 * The slots that suit each participant by the texts they wrote: the id or label of a slot, or a weekday, a part of the day
 * or an hour ("mardi matin", "jeudi 14 h", "Tuesday afternoon"). Texts that say nothing of the kind do not count; who
 * wrote nothing else is free at any time.
 */
export function suitableSlots(
  written: readonly { readonly participantId: string; readonly texts: readonly string[] }[],
  slots: readonly Slot[],
): Availability {
  const suited: { participantId: string; slotIds: string[] }[] = [];
  const unread: string[] = [];
  for (const { participantId, texts } of written) {
    if (texts.length === 0) continue;
    const tests = texts.flatMap((text) => whichSlots(text, slots) ?? []);
    if (tests.length === 0) unread.push(participantId);
    else {
      const slotIds = slots.filter((slot) => tests.some((suits) => suits(slot))).map(({ id }) => id);
      suited.push({ participantId, slotIds });
    }
  }
  return { suited, unread };
}

/** Null when the text tells no slot and no time. */
function whichSlots(text: string, slots: readonly Slot[]): ((slot: Slot) => boolean) | null {
  const plain = plainWords(text);
  const named = ({ id, label }: Slot): boolean =>
    plainWords(id) === plain || (label !== undefined && plainWords(label) === plain);
  if (slots.some(named)) return named;
  const date = /\b(\d{4})-(\d{2})-(\d{2})\b/u.exec(plain)?.[0];
  const hour = /\b(\d{1,2})\s*(?:h|:)\s*(\d{2})?\b/u.exec(plain);
  const words = plain.split(/[^a-z]+/u);
  const weekdays = words.map(weekdayNamed).filter((weekday) => weekday !== -1);
  const part = partOf(words);
  if (date === undefined && !hour && weekdays.length === 0 && !part) return null;
  const start = hour && `${hour[1]?.padStart(2, '0')}:${hour[2] ?? '00'}`;
  return (slot) =>
    (date === undefined || slot.date === date) &&
    (weekdays.length === 0 || weekdays.includes(weekdayOf(slot.date))) &&
    (!part || (slot.start >= part[0] && slot.start < part[1])) &&
    (!start || (slot.start <= start && start < slot.end));
}

/** From and to which hour a session starts. */
function partOf(words: readonly string[]): readonly [string, string] | undefined {
  const has = (...names: readonly string[]): boolean => names.some((name) => words.includes(name));
  if (has('matin', 'matinee', 'morning')) return ['00:00', '12:00'];
  if (has('midi', 'aprem', 'afternoon')) return ['12:00', '18:00'];
  if (has('soir', 'soiree', 'evening')) return ['17:30', '24:00'];
  return undefined;
}
