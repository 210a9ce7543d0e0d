import type { Slot } from '../model/slot.js';
import { dayNumber } from '../numeric/iso-day.js';

/** What a round asks of its time. */
export interface RoundTime {
  /** ISO day asked for, null: none */
  readonly day: string | null;
  /** by slot: participants whom it does not suit */
  readonly absences: ArrayLike<number>;
}

/** The slots of one round, in order of time, and the one its workshops keep near. */
export interface RoundWindow {
  readonly slots: readonly Slot[];
  readonly near: Slot | null;
}

/**
 * Shares slots, in order of time, out over rounds so that each round comes after the one before it.
 *
 * Each round keeps near one slot: that of the day asked for or the nearest; otherwise the one of fewest absences, then the
 * nearest to an even rhythm. The least sum over rounds is found exactly (a path through rounds × slots). Its slots reach
 * midway to those of its neighbours, or, `lasting`, from it to the next round's. With fewer slots than rounds the last
 * rounds have none.
 */
export function roundWindows(
  slots: readonly Slot[],
  rounds: readonly RoundTime[],
  lasting: boolean,
): RoundWindow[] {
  const served = Math.min(rounds.length, slots.length);
  const near = nearSlots(slots, rounds.slice(0, served));
  return rounds.map((_, r) => {
    const at = near[r];
    if (at === undefined) return { slots: [], near: null };
    const before = near[r - 1];
    const after = near[r + 1];
    const first = lasting ? at : before === undefined ? 0 : Math.ceil((before + at + 1) / 2);
    const end = after === undefined ? slots.length : lasting ? after : Math.ceil((at + after + 1) / 2);
    return { slots: slots.slice(first, end), near: slots[at] ?? null };
  });
}

/** Places of the slots that the rounds keep near, ascending. */
function nearSlots(slots: readonly Slot[], rounds: readonly RoundTime[]): number[] {
  const n = slots.length;
  let least: number[] = [];
  const from: Int32Array[] = [];
  for (const [r, time] of rounds.entries()) {
    const cost = costs(slots, time, (r * n) / rounds.length);
    const back = new Int32Array(n).fill(-1);
    let best = -1;
    const total = cost.map((own, k) => {
      if (r > 0 && k > 0 && (best === -1 || (least[k - 1] ?? 0) < (least[best] ?? 0))) best = k - 1;
      back[k] = best;
      if (r === 0) return own;
      return best === -1 ? Number.POSITIVE_INFINITY : own + (least[best] ?? 0);
    });
    least = total;
    from.push(back);
  }
  let k = least.reduce((best, each, at) => (each < (least[best] ?? 0) ? at : best), 0);
  const near: number[] = [];
  for (let r = rounds.length - 1; r >= 0; r--) {
    near.unshift(k);
    k = from[r]?.[k] ?? 0;
  }
  return near;
}

/** A day asked for outweighs all absences, and one absence the whole rhythm. */
function costs(slots: readonly Slot[], { day, absences }: RoundTime, even: number): number[] {
  const rhythm = slots.length + 1;
  const apart = slots.map(({ date }) => (day === null ? 0 : Math.abs(dayNumber(date) - dayNumber(day))));
  const most = slots.reduce((sum, _, k) => Math.max(sum, absences[k] ?? 0), 0);
  return slots.map((_, k) => {
    const off = Math.abs(k - even) / rhythm;
    return (apart[k] ?? 0) * (most + 2) + (absences[k] ?? 0) + off;
  });
}
