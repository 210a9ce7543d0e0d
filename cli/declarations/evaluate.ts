import { addOptionFlags } from '../input/option-flags.js';
import { assemblyCommand, examples, type Frame, formatOption } from './frame.js';

export function declareEvaluate(frame: Frame): void {
  const { terminal, texts, finish } = frame;
  const evaluate = assemblyCommand(frame, 'evaluate')
    .argument('<decoupage>', texts.groupingArgument)
    .description(texts.evaluateCommand);
  addOptionFlags(evaluate, texts, terminal.language, [
    'general',
    'profile',
    'geography',
    'affinity',
    'workshop',
  ]);
  evaluate
    .addOption(formatOption(['xlsx', 'csv', 'json'], frame))
    .option('--out <dossier>', texts.outOption)
    .addHelpText(
      'after',
      examples(frame, [
        'decroise evaluate assemblee.xlsx groupes-2024.csv',
        'decroise evaluate assemblee.xlsx groupes-2024.csv --size 6..10 --out resultat',
      ]),
    )
    .action(async (file: string, grouping: string, flags) => {
      const { evaluate: compareAndWrite } = await import('../commands/evaluate.js');
      finish(await compareAndWrite(file, grouping, flags, terminal));
    });
}
