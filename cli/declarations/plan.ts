import { secondsParser } from '../input/flag-parsers.js';
import { addOptionFlags } from '../input/option-flags.js';
import { outputFormats } from '../output-format.js';
import { assemblyCommand, examples, type Frame, formatOption } from './frame.js';

export function declarePlan(frame: Frame): void {
  const { terminal, texts, finish } = frame;
  const plan = assemblyCommand(frame, 'plan').description(texts.planCommand);
  addOptionFlags(plan, texts, terminal.language);
  plan
    .addOption(formatOption(outputFormats, frame))
    .option('--out <dossier>', texts.outOption)
    .option('--names', texts.namesOption)
    .option('--seconds <n>', texts.secondsOption, secondsParser(texts))
    .addHelpText(
      'after',
      examples(frame, [
        'decroise plan assemblee.xlsx',
        'decroise plan assemblee.xlsx --size 8..12 --decoupling 0.8 --format xlsx svg --out resultat',
        'decroise plan assemblee.xlsx --entry seats --size 8..12 --date 2026-11-23',
        'decroise plan assemblee.xlsx --entry thematic --per-territory 2',
        'decroise plan assemblee.xlsx --entry referral --size 8..10 --problems mob.covoiturage,hab.vacance',
      ]),
    )
    .action(async (file: string, flags) => {
      const { plan: composeAndWrite } = await import('../commands/plan.js');
      finish(await composeAndWrite(file, flags, terminal));
    });
}
