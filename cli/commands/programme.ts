import { withPublicHolidays } from '../../data/calendar/with-public-holidays.js';
import {
  type Assembly,
  composeProgramme,
  continueCalendar,
  type Programme,
  parameters,
  personIdOf,
} from '../../engine/index.js';
import { programmeLookup } from '../../exchange/programme/programme-lookup.js';
import { readSentCalendar } from '../../exchange/programme/read-sent-calendar.js';
import type { ProgrammeFileFormat } from '../../exchange/programme/write-programme.js';
import { answerRequest } from '../answer-request.js';
import type { ExitCode } from '../exit-codes.js';
import { optionsFromFlags } from '../input/option-flags.js';
import { hasErrors, readInput } from '../input/read-input.js';
import type { ProgressLine } from '../progress.js';
import { renderProgramme } from '../render/render-programme.js';
import type { Terminal } from '../terminal.js';

export interface ProgrammeFlags {
  readonly taxonomy?: string;
  readonly json?: boolean;
  readonly format?: readonly ProgrammeFileFormat[];
  readonly out?: string;
  readonly names?: boolean;
  /** with ics: a calendar for each territory besides */
  readonly calendars?: boolean;
  /** a programme sent out before */
  readonly previous?: string;
}

interface ProgrammeInput {
  readonly assembly: Assembly;
  readonly sent: Pick<Programme, 'calendar'> | null;
}

/** `decroise programme FILE`: a whole cycle on the terminal, and files when `--out` or `--format` asks for them. */
export async function programme(file: string, flags: ProgrammeFlags, terminal: Terminal): Promise<ExitCode> {
  const { language, colour } = terminal;
  const namesIn = ({ assembly }: ProgrammeInput) => (flags.names ? namesOfPeople(assembly) : undefined);
  return await answerRequest<ProgrammeInput, Programme>(
    {
      async read() {
        const { input: assembly, findings } = await readInput(file, flags, terminal);
        if (!assembly || hasErrors(findings)) return { input: null, findings };
        if (flags.previous === undefined) return { input: { assembly, sent: null }, findings };
        const previous = await readSentCalendar(flags.previous, language);
        return { input: { assembly, sent: previous.sent }, findings: [...findings, ...previous.findings] };
      },
      work: (input, show) => compose(input, flags, show),
      async write(composed, directory, input) {
        const { writeProgramme } = await import('../../exchange/programme/write-programme.js');
        return await writeProgramme(composed, {
          directory,
          formats: flags.format ?? ['xlsx', 'csv', 'json', 'ics'],
          language,
          names: namesIn(input),
          eachTerritory: flags.calendars,
        });
      },
      render: (composed, input) =>
        renderProgramme(programmeLookup(composed, language, namesIn(input)), colour.answer),
    },
    flags,
    terminal,
  );
}

function compose(
  { assembly, sent }: ProgrammeInput,
  flags: ProgrammeFlags,
  show: ProgressLine['show'],
): Programme {
  const asked = optionsFromFlags({ ...flags });
  const options = withPublicHolidays(asked, assembly, parameters.programme.rounds.default);
  const composed = composeProgramme(assembly, options, { onProgress: show });
  return sent ? continueCalendar(composed, sent) : composed;
}

/** Who sits in each seat, where the list says so; asked for, since a programme names nobody. */
function namesOfPeople({ seats }: Assembly): Map<string, string> {
  return new Map(
    seats.flatMap(({ id: seatId, holder, deputy }) =>
      [
        { role: 'holder' as const, person: holder },
        { role: 'deputy' as const, person: deputy },
      ].flatMap(({ role, person }) =>
        person?.name === undefined ? [] : [[personIdOf({ seatId, role }), person.name] as const],
      ),
    ),
  );
}
