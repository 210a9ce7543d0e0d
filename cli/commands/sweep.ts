import { type Assembly, sweep as composeSweep, type PartialOptions, type Sweep } from '../../engine/index.js';
import type { SweepFileFormat } from '../../exchange/sweep/write-sweep.js';
import { answerRequest } from '../answer-request.js';
import type { ExitCode } from '../exit-codes.js';
import { optionsFromFlags } from '../input/option-flags.js';
import { readInput } from '../input/read-input.js';
import { renderSweep } from '../render/render-sweep.js';
import type { Terminal } from '../terminal.js';

export interface SweepFlags {
  readonly taxonomy?: string;
  readonly json?: boolean;
  readonly decoupling?: readonly number[];
  readonly spread?: readonly number[];
  readonly format?: readonly SweepFileFormat[];
  readonly out?: string;
}

/** `decroise sweep FILE`: every setting of the dial, one table and one picture, and what the assembly can decide. */
export async function sweep(file: string, flags: SweepFlags, terminal: Terminal): Promise<ExitCode> {
  const { language, colour } = terminal;
  const axes = {
    ...(flags.decoupling && { decoupling: flags.decoupling }),
    ...(flags.spread && { spread: flags.spread }),
  };
  return await answerRequest<Assembly, Sweep>(
    {
      read: () => readInput(file, flags, terminal),
      work: (assembly, show) => composeSweep(assembly, optionsOf(flags), axes, { onProgress: show }),
      async write(composed, directory) {
        const { writeSweep } = await import('../../exchange/sweep/write-sweep.js');
        const formats = flags.format ?? ['xlsx', 'csv', 'svg'];
        return await writeSweep(composed, { directory, formats, language });
      },
      render: (composed) => renderSweep(composed, language, colour.answer),
    },
    flags,
    terminal,
  );
}

/** The two dials of a sweep hold several values each: they are no options of one plan. */
function optionsOf({ decoupling: _, spread: __, ...others }: SweepFlags): PartialOptions {
  return optionsFromFlags({ ...others });
}
