import { describeRefusal, EngineError } from '../../engine/planning.js';
import { OutputError } from '../../exchange/output/output-error.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import type { Terminal } from '../terminal.js';
import { textsOf } from '../texts/texts-of.js';

/** Says why there is no plan, or no file, and gives the code to end with; throws anything else again. */
export function explainRefusal(
  error: unknown,
  flags: { readonly json?: boolean },
  terminal: Terminal,
): ExitCode {
  const texts = textsOf(terminal.language);
  if (error instanceof OutputError) {
    terminal.remark(`${error.message}\n`);
    return exitCodes.badInput;
  }
  if (!(error instanceof EngineError) || !impossible.has(error.code)) throw error;
  const explanation = describeRefusal(error, terminal.language);
  if (flags.json) {
    const conflict = error.value;
    terminal.answer(`${JSON.stringify({ code: error.code, explanation, conflict }, null, 2)}\n`);
  } else terminal.remark(`${texts.noPlan}\n${explanation}\n`);
  return exitCodes.noPlan;
}

/** The file is right and the request cannot be met. */
const impossible: ReadonlySet<string> = new Set(['infeasible', 'budget-too-small']);
