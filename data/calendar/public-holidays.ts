/// <reference path="./jours-feries.d.ts" />
import joursFeries from '@socialgouv/jours-feries';

/** French public holidays from one year to another, both included, as ISO days in order; not those of Alsace-Moselle alone. */
export function publicHolidays(fromYear: number, toYear: number): string[] {
  const days: string[] = [];
  for (let year = fromYear; year <= toYear; year++) {
    days.push(...Object.values(joursFeries(year)).map(localDay));
  }
  return days.sort();
}

const halfDayMs = 12 * 3600 * 1000;

/**
 * The day that the library means by a midnight of the machine, wherever it stands: counted in hours from Easter, the
 * midnight is an hour off where clocks have changed in between; the noon after it never leaves the day.
 */
function localDay(midnight: Date): string {
  const noon = new Date(midnight.getTime() + halfDayMs);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${noon.getFullYear()}-${two(noon.getMonth() + 1)}-${two(noon.getDate())}`;
}
