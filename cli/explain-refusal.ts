import { type BudgetConflict, describeConflict, EngineError } from '../engine/index.js';
import { OutputError } from '../exchange/output/output-error.js';
import { type ExitCode, exitCodes } from './exit-codes.js';
import type { Terminal } from './terminal.js';
import { textsOf } from './texts-of.js';

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
  if (!(error instanceof EngineError) || !(error.code in explanations)) throw error;
  const explanation = explanations[error.code]?.(error, terminal) ?? error.message;
  if (flags.json) {
    const conflict = error.value;
    terminal.answer(`${JSON.stringify({ code: error.code, explanation, conflict }, null, 2)}\n`);
  } else terminal.remark(`${texts.noPlan}\n${explanation}\n`);
  return exitCodes.noPlan;
}

/** What cannot be, by the code of the error. */
const explanations: Readonly<Record<string, (error: EngineError, terminal: Terminal) => string>> = {
  infeasible: (error, { language }) => describeConflict(error, language),
  'budget-too-small': ({ value }, { language }) =>
    (value as BudgetConflict).reasons.map(({ text }) => text[language]).join(' '),
};
