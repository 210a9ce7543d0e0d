import { addOptionFlags } from '../input/option-flags.js';
import { takeRange } from '../input/range-flags.js';
import { assemblyCommand, examples, type Frame, formatOption } from './frame.js';

export function declareSweep(frame: Frame): void {
  const { terminal, texts, finish } = frame;
  const sweep = assemblyCommand(frame, 'sweep').description(texts.sweepCommand);
  addOptionFlags(sweep, texts, terminal.language, [
    'general',
    'profile',
    'geography',
    'affinity',
    'workshop',
  ]);
  takeRange(sweep, 'decoupling', texts);
  takeRange(sweep, 'spread', texts);
  sweep
    .addOption(formatOption(['xlsx', 'csv', 'svg', 'json'], frame))
    .option('--out <dossier>', texts.outOption)
    .addHelpText(
      'after',
      examples(frame, [
        'decroise sweep assemblee.xlsx --out resultat',
        'decroise sweep assemblee.xlsx --decoupling 0..1:0.05 --spread "0|0.1|0.3" --size 8..12 --out resultat',
      ]),
    )
    .action(async (file: string, flags) => {
      const { sweep: composeAndWrite } = await import('../commands/sweep.js');
      finish(await composeAndWrite(file, flags, terminal));
    });
}
