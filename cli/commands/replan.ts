import { defaultGazetteer, departmentOutlines } from '../../data/default-data.js';
import {
  type Finding,
  type Plan,
  type PlanChanges,
  type Replanning,
  readChanges,
  replan as replanEngine,
} from '../../engine/index.js';
import { readPlan } from '../../exchange/plan/read-plan.js';
import { readRecords } from '../../exchange/read/read-records.js';
import { answerRequest } from '../answer-request.js';
import type { ExitCode } from '../exit-codes.js';
import type { OutputFormat } from '../output-format.js';
import type { ProgressLine } from '../progress.js';
import { renderReplanning } from '../render/render-replanning.js';
import type { Terminal } from '../terminal.js';

export interface ReplanFlags {
  readonly budget?: number;
  readonly freeze?: readonly string[];
  readonly json?: boolean;
  readonly format?: readonly OutputFormat[];
  readonly out?: string;
}

interface ChangedPlan {
  readonly plan: Plan;
  readonly changes: PlanChanges;
}

/** `decroise replan PLAN CHANGES`: the published workshops again, with few moves, and who moves and why. */
export async function replan(
  planFile: string,
  changesFile: string,
  flags: ReplanFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { language, colour } = terminal;
  return await answerRequest<ChangedPlan, Replanning>(
    {
      async read() {
        const { plan, findings } = await readPlan(planFile, language);
        if (!plan) return { input: null, findings };
        const read = await readChangesFile(changesFile, plan, terminal);
        return {
          input: read.changes && { plan, changes: read.changes },
          findings: [...findings, ...read.findings],
        };
      },
      work: (input, show) => replanWith(input, flags, show),
      write: (replanning, directory, { plan }) =>
        writeFiles(replanning, plan, directory, flags.format, terminal),
      render: (replanning, { plan }) => renderReplanning(replanning, plan, language, colour.answer),
    },
    flags,
    terminal,
  );
}

async function readChangesFile(
  file: string,
  plan: Plan,
  { language }: Terminal,
): Promise<{ changes: PlanChanges | null; findings: Finding[] }> {
  const { records, findings } = await readRecords(file, { language });
  if (!records) return { changes: null, findings };
  const { taxonomy, territories } = plan.assembly;
  const read = readChanges(records, { taxonomy, territories, gazetteer: defaultGazetteer(), language });
  return { changes: read.changes, findings: [...findings, ...read.findings] };
}

function replanWith(
  { plan, changes: { kind, ...changes } }: ChangedPlan,
  { budget, freeze }: ReplanFlags,
  show: ProgressLine['show'],
): Replanning {
  return replanEngine(
    plan,
    {
      ...('assembly' in changes ? { assembly: changes.assembly } : { changes }),
      ...(budget === undefined ? {} : { budget }),
      ...(freeze === undefined ? {} : { frozen: workshopsNamed(freeze, plan) }),
    },
    { onProgress: show },
  );
}

/** A workshop by its id (A03) or by its number (3). */
function workshopsNamed(names: readonly string[], { workshops }: Plan): string[] {
  return names.map((name) => workshops[Number(name) - 1]?.id ?? name.toUpperCase());
}

async function writeFiles(
  replanning: Replanning,
  from: Plan,
  directory: string,
  formats: readonly OutputFormat[] = ['xlsx', 'csv', 'json'],
  { language }: Terminal,
): Promise<string[]> {
  const { planFiles } = await import('../../exchange/plan/write-plan.js');
  const { replanningToCsv } = await import('../../exchange/plan/replanning-to-csv.js');
  const { writeTogether } = await import('../../exchange/output/write-together.js');
  const files = await planFiles(replanning.plan, { formats, language, outlines: departmentOutlines() });
  return await writeTogether(directory, [...files, ...replanningToCsv(replanning, from, language)], language);
}
