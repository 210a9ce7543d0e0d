import { type Command, CommanderError } from 'commander';
import type { Language } from '../engine/index.js';
import { type ExitCode, exitCodes } from './exit-codes.js';
import { processTerminal, type Terminal } from './terminal.js';
import { languages, textsOf } from './texts/texts-of.js';

/** Parses the arguments, runs the command they name, and says how it went. */
export async function runProgram(
  createProgram: (terminal: Terminal, finish: (code: ExitCode) => void) => Command,
  argv: readonly string[],
): Promise<ExitCode> {
  const terminal = processTerminal(languageIn(argv));
  let code: ExitCode = exitCodes.badUse;
  const program = createProgram(terminal, (reached) => {
    code = reached;
  });
  try {
    await program.parseAsync([...argv]);
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.code === 'commander.help') {
      // called with nothing
      terminal.answer(program.helpInformation());
      return exitCodes.done;
    }
    return await explainFailure(error, terminal, commandIn(argv, program));
  }
}

/** The language is needed to word the help, so it is looked for before the arguments are parsed. */
function languageIn(argv: readonly string[]): Language {
  const asked = argv
    .map((word, k) =>
      word === '--lang' ? argv[k + 1] : word.startsWith('--lang=') ? word.slice(7) : undefined,
    )
    .find((found) => found !== undefined);
  return languages.find((language) => language === asked) ?? 'fr';
}

/** The command that was called, if there is one of that name. */
function commandIn(argv: readonly string[], { commands }: Command): string | undefined {
  return argv.slice(2).find((word) => commands.some((command) => command.name() === word));
}

async function explainFailure(
  error: unknown,
  terminal: Terminal,
  command: string | undefined,
): Promise<ExitCode> {
  const texts = textsOf(terminal.language);
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exitCodes.done;
    const sentence = texts.misuse[error.code]?.(detailOf(error)) ?? error.message;
    const meant = /\(Did you mean (?:one of )?(.+)\?\)/u.exec(error.message)?.[1];
    terminal.remark(
      [sentence, ...(meant ? [texts.perhaps(meant)] : []), texts.seeHelp(command), ''].join('\n'),
    );
    return exitCodes.badUse;
  }
  // loaded by now if it is the engine that refused; a wrong option is answered without it
  const { describeRefusal, EngineError } = await import('../engine/index.js');
  if (error instanceof EngineError) {
    terminal.remark(`${describeRefusal(error, terminal.language)}\n`);
    return exitCodes.badUse;
  }
  terminal.remark(
    `${texts.unexpected}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  return exitCodes.badInput;
}

function detailOf(error: CommanderError): string {
  const invalid = /option '([^']+)'.* is invalid\. (.*)$/su.exec(error.message);
  if (invalid) return `${invalid[1]} : ${invalid[2]}`;
  return /'([^']+)'/u.exec(error.message)?.[1] ?? error.message.replace(/^error: /u, '');
}
