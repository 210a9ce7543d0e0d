import { startServer } from '../../api/server.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import type { Terminal } from '../terminal.js';
import { textsOf } from '../texts/texts-of.js';

/** `decroise serve`: the HTTP service until the process is told to stop. */
export async function serve(
  flags: { readonly port: number; readonly host: string },
  terminal: Terminal,
): Promise<ExitCode> {
  const texts = textsOf(terminal.language);
  try {
    const server = await startServer({ port: flags.port, host: flags.host });
    terminal.answer(texts.listening(server.url));
    await untilToldToStop();
    await server.close();
    return exitCodes.done;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    terminal.remark(texts.portTaken(flags.port));
    return exitCodes.badUse;
  }
}

function untilToldToStop(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
