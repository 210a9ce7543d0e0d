import { departmentOutlines } from '../../data/default-data.js';
import { type Assembly, composePlan, type Plan, parameters } from '../../engine/index.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import { explainRefusal } from '../input/explain-refusal.js';
import { optionsFromFlags } from '../input/option-flags.js';
import { hasErrors, readInput } from '../input/read-input.js';
import { refuseInput } from '../input/refuse-input.js';
import type { OutputFormat } from '../output-format.js';
import { type ProgressLine, startProgress } from '../progress.js';
import { renderFindings } from '../render/render-findings.js';
import { renderPlan } from '../render/render-plan.js';
import { searchClock } from '../search-clock.js';
import type { Terminal } from '../terminal.js';
import { textsOf } from '../texts/texts-of.js';

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
  const progress = await startProgress(terminal);
  try {
    progress.show({ stage: 'read' });
    const { assembly, findings } = await readInput(file, flags, terminal);
    if (!assembly || hasErrors(findings)) {
      progress.end();
      return refuseInput(findings, flags, terminal);
    }
    const composed = compose(assembly, flags, progress);
    const names = flags.names ? namesOf(assembly) : undefined;
    const paths = await writeFiles(
      composed,
      { ...flags, ...(names && { people: names }) },
      terminal,
      progress,
    );
    progress.end();
    if (!flags.json && findings.length > 0) {
      terminal.remark(renderFindings(findings, terminal.language, terminal.colour.remark));
    }
    terminal.answer(
      flags.json
        ? `${JSON.stringify(composed, null, 2)}\n`
        : renderPlan(composed, terminal.language, terminal.colour.answer),
    );
    if (paths.length > 0 && !flags.json) terminal.answer(`\n${textsOf(terminal.language).written(paths)}`);
    return exitCodes.done;
  } catch (error) {
    progress.end();
    return explainRefusal(error, flags, terminal);
  }
}

/** Within `--seconds` if given: then the effort is all that time allows. */
function compose(assembly: Assembly, flags: PlanFlags, { show }: ProgressLine): Plan {
  const options = optionsFromFlags({ ...flags });
  if (flags.seconds === undefined) return composePlan(assembly, options, { onProgress: show });
  const workshop = { effort: parameters.workshop.effort.max, ...options.workshop };
  return composePlan(assembly, { ...options, workshop }, searchClock(flags.seconds, show));
}

async function writeFiles(
  composed: Plan,
  flags: PlanFlags & { readonly people?: ReadonlyMap<string, string> },
  terminal: Terminal,
  progress: ProgressLine,
): Promise<string[]> {
  if (flags.out === undefined && flags.format === undefined) return [];
  progress.show({ stage: 'write' });
  const { writePlan } = await import('../../exchange/plan/write-plan.js');
  return await writePlan(composed, {
    directory: flags.out ?? '.',
    formats: flags.format ?? ['xlsx', 'csv', 'json'],
    language: terminal.language,
    outlines: departmentOutlines(),
    ...(flags.people && { names: flags.people }),
  });
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
