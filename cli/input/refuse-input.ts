import type { Finding } from '../../engine/index.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import { renderFindings } from '../render/render-findings.js';
import type { Terminal } from '../terminal.js';
import { textsOf } from '../texts/texts-of.js';

/** Says why a file cannot be used, and gives the code to end with. */
export function refuseInput(
  findings: readonly Finding[],
  flags: { readonly json?: boolean },
  terminal: Terminal,
): ExitCode {
  if (flags.json) terminal.answer(`${JSON.stringify({ findings }, null, 2)}\n`);
  else {
    terminal.remark(renderFindings(findings, terminal.language, terminal.colour.remark));
    terminal.remark(textsOf(terminal.language).unusable);
  }
  return exitCodes.badInput;
}
