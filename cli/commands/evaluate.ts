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
import { answerRequest } from '../answer-request.js';
import type { ExitCode } from '../exit-codes.js';
import { optionsFromFlags } from '../input/option-flags.js';
import { hasErrors, readInput } from '../input/read-input.js';
import { renderEvaluation } from '../render/render-evaluation.js';
import type { Terminal } from '../terminal.js';

export interface EvaluateFlags {
  readonly taxonomy?: string;
  readonly json?: boolean;
  readonly format?: readonly EvaluationFileFormat[];
  readonly out?: string;
}

interface GroupedAssembly {
  readonly assembly: Assembly;
  readonly groups: readonly NamedGroup[];
}

/** `decroise evaluate FILE GROUPING`: an existing grouping measured beside our plan and the other methods. */
export async function evaluate(
  file: string,
  groupingFile: string,
  flags: EvaluateFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { language, colour } = terminal;
  return await answerRequest<GroupedAssembly, Evaluation>(
    {
      async read() {
        const { input: assembly, findings } = await readInput(file, flags, terminal);
        if (!assembly || hasErrors(findings)) return { input: null, findings };
        const grouping = await groupsIn(groupingFile, assembly, terminal);
        return {
          input: { assembly, groups: grouping.groups },
          findings: [...findings, ...grouping.findings],
        };
      },
      work: ({ assembly, groups }, show) =>
        compareGrouping(assembly, groups, optionsFromFlags({ ...flags }), { onProgress: show }),
      async write(compared, directory) {
        const { writeEvaluation } = await import('../../exchange/evaluation/write-evaluation.js');
        const formats = flags.format ?? ['xlsx', 'csv', 'json'];
        return await writeEvaluation(compared, { directory, formats, language });
      },
      render: (compared) => renderEvaluation(compared, language, colour.answer),
    },
    flags,
    terminal,
  );
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
