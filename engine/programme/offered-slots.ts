import { EngineError } from '../engine-error.js';
import type { Slot } from '../model/slot.js';
import { dayNumber, isIsoDay, isoDay, weekdayOf } from '../numeric/iso-day.js';
import type { Options } from '../options.js';
import { weekdayNamed } from './weekday-words.js';

type Asked = Pick<
  Options['programme'],
  'rounds' | 'from' | 'until' | 'weekdays' | 'times' | 'duration' | 'roundDays'
>;

/** Days of a programme when no last one is given: so many a round. */
const daysARound = { 'one-off': 28, lasting: 70 } as const;

/**
 * The slots that workshops may choose from: those given, within the first and last day where these are asked for; or, when
 * none are given, slots on the weekdays and at the times asked for, from the first day on, and on each day asked for a
 * round. None when neither slots nor a day are given. Holidays are still among them.
 *
 * @throws EngineError `option-out-of-range` for a weekday, a time or a day that cannot be read, or a last day before the first
 */
export function offeredSlots(
  given: readonly Slot[],
  asked: Asked,
  cadence: keyof typeof daysARound,
): readonly Slot[] {
  const days = askedDays(asked);
  const named = days.filter((day) => day !== null);
  const from = asked.from ?? (given.length > 0 ? null : (named[0] ?? null));
  const { until } = asked;
  if (from !== null && until !== null && until < from) {
    refuse('until', until, `a day that is not before ${from}`);
  }
  if (given.length > 0) {
    return given.filter(({ date }) => (from === null || date >= from) && (until === null || date <= until));
  }
  if (from === null) return [];
  const last = until ?? isoDay(lastDay(from, named, asked.rounds * daysARound[cadence]));
  const weekdays = new Set(asked.weekdays.map(weekdayOfOption));
  const starts = [...new Set(asked.times.map(timeOfOption))].sort();
  const slots: Slot[] = [];
  for (let day = dayNumber(from); day <= dayNumber(last); day++) {
    const date = isoDay(day);
    if (!weekdays.has(weekdayOf(date)) && !named.includes(date)) continue;
    for (const start of starts) {
      const end = laterBy(start, asked.duration);
      // a session ends the day it starts
      if (end !== null) slots.push({ id: `${date} ${start}`, date, start, end });
    }
  }
  return slots;
}

/** The day asked for each round, null where none is. */
export function askedDays({ rounds, roundDays }: Pick<Asked, 'rounds' | 'roundDays'>): (string | null)[] {
  if (roundDays.length > rounds) {
    refuse('roundDays', roundDays.join(', '), `${rounds} days at most, one a round`);
  }
  const days = Array.from({ length: rounds }, (_, r) => {
    const text = roundDays[r] ?? '-';
    if (text !== '-' && !isIsoDay(text)) refuse('roundDays', text, 'days as 2026-11-03, or "-"');
    return text === '-' ? null : text;
  });
  const named = days.filter((day) => day !== null);
  const back = named.findIndex((day, k) => k > 0 && day < (named[k - 1] ?? ''));
  if (back !== -1) refuse('roundDays', named.join(', '), 'the days in the order of the rounds');
  return days;
}

function lastDay(from: string, named: readonly string[], days: number): number {
  // the round of the last day asked for needs as many days as another
  const after = named.length > 0 ? dayNumber(named.at(-1) ?? from) + 28 : 0;
  return Math.max(dayNumber(from) + days - 1, after);
}

function weekdayOfOption(word: string): number {
  const weekday = weekdayNamed(word);
  return weekday === -1 ? refuse('weekdays', word, 'weekdays as mardi or Tuesday') : weekday;
}

function timeOfOption(text: string): string {
  const found = /^(\d{1,2})\s*(?:h|:)\s*(\d{2})?$/u.exec(text.trim().toLowerCase());
  const hours = Number(found?.[1]);
  const minutes = Number(found?.[2] ?? 0);
  if (!found || hours > 23 || minutes > 59) return refuse('times', text, 'times as 10:00 or 14h30');
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

function laterBy(start: string, minutes: number): string | null {
  const [hours = 0, past = 0] = start.split(':').map(Number);
  const end = hours * 60 + past + minutes;
  if (end >= 24 * 60) return null;
  return `${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`;
}

function refuse(option: string, value: string, wanted: string): never {
  throw new EngineError(
    'option-out-of-range',
    `Option programme.${option} cannot be used: "${value}".`,
    `give ${wanted}.`,
    `programme.${option}`,
  );
}
