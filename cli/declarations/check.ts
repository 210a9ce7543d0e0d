import { assemblyCommand, type Frame } from './frame.js';

export function declareCheck(frame: Frame): void {
  const { terminal, texts, finish } = frame;
  assemblyCommand(frame, 'check')
    .description(texts.checkCommand)
    .action(async (file: string, flags) => {
      const { check } = await import('../commands/check.js');
      finish(await check(file, flags, terminal));
    });
}
