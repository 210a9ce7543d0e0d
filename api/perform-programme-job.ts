import { withPublicHolidays } from '../data/calendar/with-public-holidays.js';
import {
  type Assembly,
  composeProgramme,
  continueCalendar,
  type Programme,
  parameters,
} from '../engine/index.js';
import type { Job } from './job-runner.js';

/** A whole cycle, no session on a French public holiday; its calendar goes on from the one sent out before, if any. */
export function performProgramme(
  assembly: Assembly,
  { options, previous }: Extract<Job, { kind: 'programme' }>,
): Programme {
  const settled = withPublicHolidays(options, assembly, parameters.programme.rounds.default);
  const composed = composeProgramme(assembly, settled);
  return previous ? continueCalendar(composed, previous) : composed;
}
