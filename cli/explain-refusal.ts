import { describeConflict, EngineError } from '../engine/index.js';
import { OutputError } from '../exchange/output/output-error.js';
import { type ExitCode, exitCodes } from './exit-codes.js';
import type { Terminal } from './terminal.js';
import { textsOf } from './texts-of.js';

/** Says why nothing was composed or written, and gives the code to end with; any other error goes on its way. */
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
  if (error instanceof EngineError && error.code === 'infeasible') {
    const explanation = describeConflict(error, terminal.language);
    if (flags.json)
      terminal.answer(
        `${JSON.stringify({ code: error.code, explanation, conflict: error.value }, null, 2)}\n`,
      );
    else terminal.remark(`${texts.noPlan}\n${explanation}\n`);
    return exitCodes.noPlan;
  }
  throw error;
}
