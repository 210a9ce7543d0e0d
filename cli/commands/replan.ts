import { defaultGazetteer, departmentOutlines } from '../../data/default-data.js';
import {
  EngineError,
  type Finding,
  type Plan,
  type PlanChanges,
  type Replanning,
  readChanges,
  replan as replanEngine,
} from '../../engine/index.js';
import { OutputError } from '../../exchange/output/output-error.js';
import { readPlan } from '../../exchange/plan/read-plan.js';
import { readRecords } from '../../exchange/read/read-records.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import { explainRefusal } from '../input/explain-refusal.js';
import { hasErrors } from '../input/read-input.js';
import { refuseInput } from '../input/refuse-input.js';
import type { OutputFormat } from '../output-format.js';
import { type ProgressLine, startProgress } from '../progress.js';
import { renderFindings } from '../render/render-findings.js';
import { renderReplanning } from '../render/render-replanning.js';
import type { Terminal } from '../terminal.js';
import { textsOf } from '../texts/texts-of.js';

export interface ReplanFlags {
  readonly budget?: number;
  readonly freeze?: readonly string[];
  /** entry by seat: seats whose holder leaves */
  readonly vacate?: readonly string[];
  readonly json?: boolean;
  readonly format?: readonly OutputFormat[];
  readonly out?: string;
}

/** `decroise replan PLAN CHANGES`: the published workshops again, with few moves, and who moves and why. */
export async function replan(
  planFile: string,
  changesFile: string | undefined,
  flags: ReplanFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { language, colour } = terminal;
  const progress = await startProgress(terminal);
  try {
    progress.show({ stage: 'read' });
    const { plan, findings: planFindings } = await readPlan(planFile, language);
    const read = plan ? await readChangesFile(changesFile, plan, terminal) : { changes: null, findings: [] };
    const findings = [...planFindings, ...read.findings];
    if (!plan || !read.changes || hasErrors(findings)) {
      progress.end();
      return refuseInput(findings, flags, terminal);
    }
    const { kind, ...changes } = read.changes;
    const replanning = replanEngine(
      plan,
      {
        ...('assembly' in changes && { assembly: changes.assembly }),
        changes: {
          ...('assembly' in changes ? {} : changes),
          ...(flags.vacate && { seats: { left: flags.vacate } }),
        },
        ...(flags.budget === undefined ? {} : { budget: flags.budget }),
        ...(flags.freeze === undefined ? {} : { frozen: workshopsNamed(flags.freeze, plan) }),
      },
      { onProgress: progress.show },
    );
    const paths = await writeFiles(replanning, plan, flags, terminal, progress);
    progress.end();
    if (flags.json) {
      terminal.answer(`${JSON.stringify(replanning, null, 2)}\n`);
      return exitCodes.done;
    }
    if (findings.length > 0) terminal.remark(renderFindings(findings, language, colour.remark));
    terminal.answer(renderReplanning(replanning, plan, language, colour.answer));
    if (paths.length > 0) terminal.answer(`\n${textsOf(language).written(paths)}`);
    return exitCodes.done;
  } catch (error) {
    progress.end();
    if (!(error instanceof EngineError || error instanceof OutputError)) throw error;
    return explainRefusal(error, flags, terminal);
  }
}

/** Without a file nobody leaves or joins but whom flags name. */
async function readChangesFile(
  file: string | undefined,
  plan: Plan,
  { language }: Terminal,
): Promise<{ changes: PlanChanges | null; findings: Finding[] }> {
  if (file === undefined) {
    return { changes: { kind: 'changes', left: [], joined: [], changed: [] }, findings: [] };
  }
  const { records, findings } = await readRecords(file, { language });
  if (!records) return { changes: null, findings };
  const { taxonomy, territories } = plan.assembly;
  const read = readChanges(records, { taxonomy, territories, gazetteer: defaultGazetteer(), language });
  return { changes: read.changes, findings: [...findings, ...read.findings] };
}

/** A workshop by its id (A03) or by its number (3). */
function workshopsNamed(names: readonly string[], { workshops }: Plan): string[] {
  return names.map((name) => workshops[Number(name) - 1]?.id ?? name.toUpperCase());
}

async function writeFiles(
  replanning: Replanning,
  from: Plan,
  flags: ReplanFlags,
  terminal: Terminal,
  progress: ProgressLine,
): Promise<string[]> {
  if (flags.out === undefined && flags.format === undefined) return [];
  progress.show({ stage: 'write' });
  const { planFiles } = await import('../../exchange/plan/write-plan.js');
  const { replanningToCsv } = await import('../../exchange/plan/replanning-to-csv.js');
  const { writeTogether } = await import('../../exchange/output/write-together.js');
  const { language } = terminal;
  const files = await planFiles(replanning.plan, {
    formats: flags.format ?? ['xlsx', 'csv', 'json'],
    language,
    outlines: departmentOutlines(),
  });
  return await writeTogether(
    flags.out ?? '.',
    [...files, ...replanningToCsv(replanning, from, language)],
    language,
  );
}
