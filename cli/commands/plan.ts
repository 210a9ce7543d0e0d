import { departmentOutlines } from '../../data/default-data.js';
import type { Assembly, Plan } from '../../engine/index.js';
import { parameters } from '../../engine/options.js';
import { composePlan } from '../../engine/planning.js';
import { answerRequest } from '../answer-request.js';
import type { ExitCode } from '../exit-codes.js';
import { optionsFromFlags } from '../input/option-flags.js';
import { readInput } from '../input/read-input.js';
import type { OutputFormat } from '../output-format.js';
import type { ProgressLine } from '../progress.js';
import { renderPlan } from '../render/render-plan.js';
import { searchClock } from '../search-clock.js';
import type { Terminal } from '../terminal.js';

export interface PlanFlags {
  readonly taxonomy?: string;
  readonly json?: boolean;
  readonly format?: readonly OutputFormat[];
  readonly out?: string;
  readonly names?: boolean;
  readonly seconds?: number;
}

/** `decroise plan FILE`: workshops on the terminal, and files when `--out` or `--format` asks for them. */
export async function plan(file: string, flags: PlanFlags, terminal: Terminal): Promise<ExitCode> {
  const { language, colour } = terminal;
  return await answerRequest<Assembly, Plan>(
    {
      read: () => readInput(file, flags, terminal),
      work: (assembly, show) => compose(assembly, flags, show),
      async write(composed, directory, assembly) {
        const { writePlan } = await import('../../exchange/plan/write-plan.js');
        return await writePlan(composed, {
          directory,
          formats: flags.format ?? ['xlsx', 'csv', 'json'],
          language,
          outlines: departmentOutlines(),
          ...(flags.names && { names: namesOf(assembly) }),
        });
      },
      render: (composed) => renderPlan(composed, language, colour.answer),
    },
    flags,
    terminal,
  );
}

/** Within `--seconds` if given: then the effort is all that time allows. */
function compose(assembly: Assembly, flags: PlanFlags, show: ProgressLine['show']): Plan {
  const options = optionsFromFlags({ ...flags });
  if (flags.seconds === undefined) return composePlan(assembly, options, { onProgress: show });
  const workshop = { effort: parameters.workshop.effort.max, ...options.workshop };
  return composePlan(assembly, { ...options, workshop }, searchClock(flags.seconds, show));
}

/** Who sits in each seat, where the list says so; asked for, since a plan names nobody. */
function namesOf({ seats }: Assembly): Map<string, string> {
  return new Map(
    seats.flatMap(({ id, holder, deputy }) => {
      const name = (holder ?? deputy)?.name;
      return name === undefined ? [] : [[id, name] as const];
    }),
  );
}
