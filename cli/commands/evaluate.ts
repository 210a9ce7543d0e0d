import { defaultGazetteer } from '../../data/default-data.js';
import {
  type Assembly,
  compareGrouping,
  type Evaluation,
  type Finding,
  type NamedGroup,
  readGrouping,
} from '../../engine/index.js';
import type { EvaluationFileFormat } from '../../exchange/evaluation/write-evaluation.js';
import { readRecords } from '../../exchange/read/read-records.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import { explainRefusal } from '../input/explain-refusal.js';
import { optionsFromFlags } from '../input/option-flags.js';
import { hasErrors, readInput } from '../input/read-input.js';
import { refuseInput } from '../input/refuse-input.js';
import { startProgress } from '../progress.js';
import { renderEvaluation } from '../render/render-evaluation.js';
import { renderFindings } from '../render/render-findings.js';
import type { Terminal } from '../terminal.js';
import { textsOf } from '../texts/texts-of.js';

export interface EvaluateFlags {
  readonly taxonomy?: string;
  readonly json?: boolean;
  readonly format?: readonly EvaluationFileFormat[];
  readonly out?: string;
}

/** `decroise evaluate FILE GROUPING`: an existing grouping measured beside our plan and the other methods. */
export async function evaluate(
  file: string,
  groupingFile: string,
  flags: EvaluateFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { language, colour } = terminal;
  const progress = await startProgress(terminal);
  try {
    progress.show({ stage: 'read' });
    const { assembly, findings } = await readInput(file, flags, terminal);
    if (!assembly || hasErrors(findings)) {
      progress.end();
      return refuseInput(findings, flags, terminal);
    }
    const grouping = await groupsIn(groupingFile, assembly, terminal);
    if (hasErrors(grouping.findings)) {
      progress.end();
      return refuseInput(grouping.findings, flags, terminal);
    }
    const compared = compareGrouping(assembly, grouping.groups, optionsFromFlags({ ...flags }), {
      onProgress: progress.show,
    });
    const paths = await writeFiles(compared, flags, terminal);
    progress.end();
    if (flags.json) {
      terminal.answer(`${JSON.stringify(compared, null, 2)}\n`);
      return exitCodes.done;
    }
    const remarks = [...findings, ...grouping.findings];
    if (remarks.length > 0) terminal.remark(renderFindings(remarks, language, colour.remark));
    terminal.answer(renderEvaluation(compared, language, colour.answer));
    if (paths.length > 0) terminal.answer(`\n${textsOf(language).written(paths)}`);
    return exitCodes.done;
  } catch (error) {
    progress.end();
    return explainRefusal(error, flags, terminal);
  }
}

async function groupsIn(
  file: string,
  assembly: Assembly,
  { language }: Terminal,
): Promise<{ groups: readonly NamedGroup[]; findings: readonly Finding[] }> {
  const { records, findings } = await readRecords(file, { language });
  if (!records) return { groups: [], findings };
  const read = readGrouping(records, assembly, { gazetteer: defaultGazetteer(), language });
  return { groups: read.groups, findings: [...findings, ...read.findings] };
}

async function writeFiles(
  compared: Evaluation,
  flags: EvaluateFlags,
  { language }: Terminal,
): Promise<string[]> {
  if (flags.out === undefined && flags.format === undefined) return [];
  const { writeEvaluation } = await import('../../exchange/evaluation/write-evaluation.js');
  return await writeEvaluation(compared, {
    directory: flags.out ?? '.',
    formats: flags.format ?? ['xlsx', 'csv', 'json'],
    language,
  });
}
