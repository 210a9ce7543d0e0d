import { sweep as composeSweep, type PartialOptions, type Sweep } from '../../engine/index.js';
import type { SweepFileFormat } from '../../exchange/sweep/write-sweep.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import { explainRefusal } from '../input/explain-refusal.js';
import { optionsFromFlags } from '../input/option-flags.js';
import { hasErrors, readInput } from '../input/read-input.js';
import { refuseInput } from '../input/refuse-input.js';
import { startProgress } from '../progress.js';
import { renderFindings } from '../render/render-findings.js';
import { renderSweep } from '../render/render-sweep.js';
import type { Terminal } from '../terminal.js';
import { textsOf } from '../texts/texts-of.js';

export interface SweepFlags {
  readonly taxonomy?: string;
  readonly json?: boolean;
  readonly decoupling?: readonly number[];
  readonly spread?: readonly number[];
  readonly format?: readonly SweepFileFormat[];
  readonly out?: string;
}

/** the whole dial, in tenths */
const wholeDial = Array.from({ length: 11 }, (_, k) => k / 10);
/** from a little to almost nothing but nearness: what the dial is compared with */
const nearness = [0.1, 0.2, 0.3, 0.4, 0.6, 1, 2];

/** `decroise sweep FILE`: every setting of the dial, one table and one picture, and what the assembly can decide. */
export async function sweep(file: string, flags: SweepFlags, terminal: Terminal): Promise<ExitCode> {
  const { language, colour } = terminal;
  const progress = await startProgress(terminal);
  try {
    progress.show({ stage: 'read' });
    const { assembly, findings } = await readInput(file, flags, terminal);
    if (!assembly || hasErrors(findings)) {
      progress.end();
      return refuseInput(findings, flags, terminal);
    }
    const axes = {
      decoupling: flags.decoupling ?? wholeDial,
      ...(flags.spread && { spread: flags.spread }),
      nearness,
    };
    const composed = composeSweep(assembly, optionsOf(flags), axes, { onProgress: progress.show });
    if (flags.out !== undefined || flags.format !== undefined) progress.show({ stage: 'write' });
    const paths = await writeFiles(composed, flags, terminal);
    progress.end();
    if (flags.json) {
      terminal.answer(`${JSON.stringify(composed, null, 2)}\n`);
      return exitCodes.done;
    }
    if (findings.length > 0) terminal.remark(renderFindings(findings, language, colour.remark));
    terminal.answer(renderSweep(composed, language, colour.answer));
    if (paths.length > 0) terminal.answer(`\n${textsOf(language).written(paths)}`);
    return exitCodes.done;
  } catch (error) {
    progress.end();
    return explainRefusal(error, flags, terminal);
  }
}

/** The two dials of a sweep hold several values each: they are no options of one plan. */
function optionsOf({ decoupling: _, spread: __, ...others }: SweepFlags): PartialOptions {
  return optionsFromFlags({ ...others });
}

async function writeFiles(composed: Sweep, flags: SweepFlags, { language }: Terminal): Promise<string[]> {
  if (flags.out === undefined && flags.format === undefined) return [];
  const { writeSweep } = await import('../../exchange/sweep/write-sweep.js');
  return await writeSweep(composed, {
    directory: flags.out ?? '.',
    formats: flags.format ?? ['xlsx', 'csv', 'svg'],
    language,
  });
}
