import { addOptionFlags } from '../input/option-flags.js';
import { assemblyCommand, examples, type Frame, formatOption } from './frame.js';

export function declareProgramme(frame: Frame): void {
  const { terminal, texts, finish } = frame;
  const programme = assemblyCommand(frame, 'programme').description(texts.programmeCommand);
  addOptionFlags(programme, texts, terminal.language, [
    'general',
    'profile',
    'geography',
    'affinity',
    'workshop',
    'programme',
  ]);
  programme
    .addOption(formatOption(['xlsx', 'csv', 'json', 'ics'], frame))
    .option('--out <dossier>', texts.outOption)
    .option('--names', texts.namesOption)
    .option('--calendars', texts.calendarsOption)
    .option('--previous <fichier>', texts.previousOption)
    .addHelpText(
      'after',
      examples(frame, [
        'decroise programme assemblee.xlsx --rounds 3 --from 2026-11-23 --out resultat',
        'decroise programme assemblee.xlsx --entry seats --size 8..12 --rounds 4 --from 2026-11-23 --names --out resultat',
        'decroise programme assemblee.xlsx --from 2027-01-11 --meeting in-person --pilots 5 --format xlsx ics',
        'decroise programme assemblee.xlsx --from 2026-11-23 --previous resultat/programme.json --out resultat-2',
      ]),
    )
    .action(async (file: string, flags) => {
      const { programme: composeAndWrite } = await import('../commands/programme.js');
      finish(await composeAndWrite(file, flags, terminal));
    });
}
