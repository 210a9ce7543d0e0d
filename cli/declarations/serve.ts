import { portParser } from '../input/flag-parsers.js';
import { command, type Frame, langOption } from './frame.js';

export function declareServe(frame: Frame): void {
  const { terminal, texts, finish } = frame;
  command(frame, 'serve')
    .option('--port <n>', `${texts.portOption} (${texts.defaultIs('8787')})`, portParser(texts), 8787)
    .option('--host <adresse>', `${texts.hostOption} (${texts.defaultIs('127.0.0.1')})`, '127.0.0.1')
    .addOption(langOption(frame))
    .description(texts.serveCommand)
    .action(async (flags) => {
      const { serve } = await import('../commands/serve.js');
      finish(await serve(flags, terminal));
    });
}
