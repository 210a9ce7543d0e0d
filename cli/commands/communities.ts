import { type Communities, findCommunities } from '../../engine/index.js';
import { OutputError } from '../../exchange/output/output-error.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import { optionsFromFlags } from '../input/option-flags.js';
import { hasErrors, readInput } from '../input/read-input.js';
import { refuseInput } from '../input/refuse-input.js';
import { startProgress } from '../progress.js';
import { renderCommunities } from '../render/render-communities.js';
import { renderFindings } from '../render/render-findings.js';
import type { Terminal } from '../terminal.js';
import { textsOf } from '../texts/texts-of.js';

export interface CommunitiesFlags {
  readonly taxonomy?: string;
  readonly json?: boolean;
  readonly out?: string;
}

/** `decroise communities FILE`: the concerns that territories share, and a CSV file when `--out` asks for it. */
export async function communities(
  file: string,
  flags: CommunitiesFlags,
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
    const found = findCommunities(assembly, optionsFromFlags({ ...flags }), { onProgress: progress.show });
    const paths = flags.out === undefined ? [] : await writeTable(found, flags.out, terminal);
    progress.end();
    if (flags.json) {
      terminal.answer(`${JSON.stringify(found, null, 2)}\n`);
      return exitCodes.done;
    }
    if (findings.length > 0) terminal.remark(renderFindings(findings, language, colour.remark));
    terminal.answer(renderCommunities(found, language, colour.answer));
    if (paths.length > 0) terminal.answer(`\n${textsOf(language).written(paths)}`);
    return exitCodes.done;
  } catch (error) {
    progress.end();
    if (!(error instanceof OutputError)) throw error;
    terminal.remark(`${error.message}\n`);
    return exitCodes.badInput;
  }
}

async function writeTable(found: Communities, directory: string, { language }: Terminal): Promise<string[]> {
  const { communitiesToCsv } = await import('../../exchange/communities/communities-to-csv.js');
  const { writeTogether } = await import('../../exchange/output/write-together.js');
  return await writeTogether(directory, [communitiesToCsv(found, language)], language);
}
