import { command, type Frame, langOption } from './frame.js';

export function declareExample(frame: Frame): void {
  const { terminal, texts, finish } = frame;
  command(frame, 'example')
    .argument('<dossier>', texts.directoryArgument)
    .option('--region <code>', `${texts.regionOption} (${texts.defaultIs('76')})`, '76')
    .addOption(langOption(frame))
    .description(texts.exampleCommand)
    .action(async (directory: string, flags) => {
      const { example } = await import('../commands/example.js');
      finish(await example(directory, flags, terminal));
    });
}
