import type { Finding } from '../engine/index.js';
import { type ExitCode, exitCodes } from './exit-codes.js';
import { explainRefusal } from './input/explain-refusal.js';
import { hasErrors } from './input/read-input.js';
import { refuseInput } from './input/refuse-input.js';
import { type ProgressLine, startProgress } from './progress.js';
import { renderFindings } from './render/render-findings.js';
import type { Terminal } from './terminal.js';
import { textsOf } from './texts/texts-of.js';

/** What a command reads, works out, writes and shows; all else is the same for every one of them. */
export interface Request<Input, Answer> {
  /** null: nothing that can be worked on; findings say why */
  read(): Promise<{ readonly input: Input | null; readonly findings: readonly Finding[] }>;
  work(input: Input, show: ProgressLine['show']): Answer;
  /** the files of the answer, in a folder; returns their paths */
  write(answer: Answer, directory: string, input: Input): Promise<readonly string[]>;
  /** the answer on a terminal */
  render(answer: Answer, input: Input): string;
}

export interface AnswerFlags {
  /** the answer as one JSON object, and nothing else */
  readonly json?: boolean;
  /** files are written when one of the two is given */
  readonly out?: string;
  readonly format?: readonly string[];
}

/** Reads, works, writes and answers, with progress; refuses bad input (1) and impossible requests (3) with reasons. */
export async function answerRequest<Input, Answer>(
  request: Request<Input, Answer>,
  flags: AnswerFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const progress = await startProgress(terminal);
  try {
    progress.show({ stage: 'read' });
    const { input, findings } = await request.read();
    if (input === null || hasErrors(findings)) {
      progress.end();
      return refuseInput(findings, flags, terminal);
    }
    const answer = request.work(input, progress.show);
    const wantsFiles = flags.out !== undefined || flags.format !== undefined;
    if (wantsFiles) progress.show({ stage: 'write' });
    const paths = wantsFiles ? await request.write(answer, flags.out ?? '.', input) : [];
    progress.end();
    if (flags.json) terminal.answer(`${JSON.stringify(answer, null, 2)}\n`);
    else show(request.render(answer, input), findings, paths, terminal);
    return exitCodes.done;
  } catch (error) {
    progress.end();
    return explainRefusal(error, flags, terminal);
  }
}

function show(
  answer: string,
  findings: readonly Finding[],
  paths: readonly string[],
  terminal: Terminal,
): void {
  const { language, colour } = terminal;
  if (findings.length > 0) terminal.remark(renderFindings(findings, language, colour.remark));
  terminal.answer(answer);
  if (paths.length > 0) terminal.answer(`\n${textsOf(language).written(paths)}`);
}
