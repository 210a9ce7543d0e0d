import type { Assembly, PartialOptions } from '../../engine/index.js';
import { publicHolidays } from './public-holidays.js';

/** days that a round may take, at most: a lasting one has ten weeks */
const daysOfRound = 70;
/** beyond, nothing is planned */
const mostYears = 10;

/** The options of a programme with the French public holidays of the years it may take added to the days without sessions. */
export function withPublicHolidays(
  options: PartialOptions,
  { slots = [] }: Pick<Assembly, 'slots'>,
  defaultRounds: number,
): PartialOptions {
  const { from, until, rounds = defaultRounds, roundDays = [], holidays = [] } = options.programme ?? {};
  const days = [from, until, ...roundDays, ...slots.map(({ date }) => date)].filter(
    (day): day is string => typeof day === 'string' && isoDay.test(day),
  );
  const [first] = [...days].sort();
  if (first === undefined) return options;
  const years = days.map((day) => Number(day.slice(0, 4)));
  const span = until || slots.length > 0 ? 0 : Math.ceil((rounds * daysOfRound) / 365);
  const fromYear = Math.min(...years);
  const toYear = Math.min(fromYear + mostYears, Math.max(...years) + span);
  const held = publicHolidays(fromYear, toYear).filter((day) => day >= first);
  return {
    ...options,
    programme: { ...options.programme, holidays: [...new Set([...holidays, ...held])].sort() },
  };
}

const isoDay = /^\d{4}-\d{2}-\d{2}$/u;
