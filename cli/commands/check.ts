import { type ExitCode, exitCodes } from '../exit-codes.js';
import { hasErrors, readInput } from '../input/read-input.js';
import { renderFindings } from '../render/render-findings.js';
import type { Terminal } from '../terminal.js';

export interface CheckFlags {
  readonly taxonomy?: string;
  readonly json?: boolean;
}

/** `decroise check FILE`: every finding of a file; 1 when one of them is an error. */
export async function check(file: string, flags: CheckFlags, terminal: Terminal): Promise<ExitCode> {
  const { input: assembly, findings } = await readInput(file, flags, terminal);
  if (flags.json) {
    const territories = assembly?.territories.length ?? 0;
    terminal.answer(`${JSON.stringify({ usable: !hasErrors(findings), territories, findings }, null, 2)}\n`);
  } else {
    terminal.answer(renderFindings(findings, terminal.language, terminal.colour.answer));
  }
  return hasErrors(findings) ? exitCodes.badInput : exitCodes.done;
}
