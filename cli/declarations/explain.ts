import { command, type Frame, langOption } from './frame.js';

export function declareExplain(frame: Frame): void {
  const { terminal, texts, finish } = frame;
  command(frame, 'explain')
    .argument('<plan>', texts.planArgument)
    .option('--territory <nom>', texts.territoryOption)
    .option('--json', texts.jsonOption)
    .addOption(langOption(frame))
    .description(texts.explainCommand)
    .action(async (file: string, flags) => {
      const { explain } = await import('../commands/explain.js');
      finish(await explain(file, flags, terminal));
    });
}
