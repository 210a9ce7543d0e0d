/** Whole days since 1 January 1970 of an ISO day. */
export function dayNumber(date: string): number {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000);
}

export function isoDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** Whether a text is a day of the calendar, as yyyy-mm-dd. */
export function isIsoDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/u.test(text) && isoDay(dayNumber(text)) === text;
}

/** 0 is Monday; 1 January 1970 was a Thursday. */
export function weekdayOf(date: string): number {
  return (((dayNumber(date) + 3) % 7) + 7) % 7;
}
