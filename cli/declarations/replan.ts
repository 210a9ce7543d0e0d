import { Option } from 'commander';
import { defaultBudget } from '../../engine/options.js';
import { wholeParser } from '../input/flag-parsers.js';
import { outputFormats } from '../output-format.js';
import { command, examples, type Frame, formatOption, langOption } from './frame.js';

export function declareReplan(frame: Frame): void {
  const { terminal, texts, finish } = frame;
  const budget = new Option(
    '--budget <n>',
    `${texts.budgetOption} (0..10000 ; ${texts.defaultIs(String(defaultBudget))})`,
  );
  command(frame, 'replan')
    .argument('<plan>', texts.planArgument)
    .argument('[changements]', texts.changesArgument)
    .addOption(budget.argParser(wholeParser(texts, 10000)))
    .option('--freeze <ateliers...>', texts.freezeOption)
    .option('--vacate <sieges...>', texts.vacateOption)
    .addOption(formatOption(outputFormats, frame))
    .option('--out <dossier>', texts.outOption)
    .option('--json', texts.jsonOption)
    .addOption(langOption(frame))
    .description(texts.replanCommand)
    .addHelpText(
      'after',
      examples(frame, [
        'decroise replan resultat/plan.json changements.xlsx --budget 3',
        'decroise replan resultat/plan.json nouvelle-liste.xlsx --freeze 1 4 --out resultat-2',
        'decroise replan resultat/plan.json --vacate 243100518-2 --budget 2',
      ]),
    )
    .action(async (planFile: string, changesFile: string | undefined, flags) => {
      const { replan } = await import('../commands/replan.js');
      finish(await replan(planFile, changesFile, flags, terminal));
    });
}
