import { type Command, Option } from 'commander';
import type { ExitCode } from '../exit-codes.js';
import { formatParser } from '../input/flag-parsers.js';
import type { Terminal } from '../terminal.js';
import type { Texts } from '../texts/texts.js';
import { languages } from '../texts/texts-of.js';

/** What every declaration of a command is given. */
export interface Frame {
  readonly program: Command;
  readonly terminal: Terminal;
  readonly texts: Texts;
  /** receives the exit code of the command that ran */
  readonly finish: (code: ExitCode) => void;
}

/** A command with its help in the language of the terminal. */
export function command({ program, texts }: Frame, name: string): Command {
  return dressed(program.command(name), texts);
}

/** A command that reads an assembly: its file, and what all of those take. */
export function assemblyCommand(frame: Frame, name: string): Command {
  const { texts } = frame;
  return command(frame, name)
    .argument('<fichier>', texts.fileArgument)
    .option('--taxonomy <fichier>', texts.taxonomyOption)
    .option('--json', texts.jsonOption)
    .addOption(langOption(frame));
}

/** Read before parsing (see `run-program.ts`), declared for the help. */
export function langOption({ texts, terminal }: Frame): Option {
  return new Option('--lang <langue>', `${texts.langOption} (${texts.defaultIs('fr')})`)
    .choices(languages)
    .default(terminal.language, terminal.language);
}

export function formatOption(formats: readonly string[], { texts }: Frame): Option {
  return new Option('--format <formats...>', `${texts.formatOption} (${formats.join(', ')})`)
    .choices(formats)
    .argParser(formatParser(formats, texts));
}

/** Lines that an organiser can copy. */
export function examples({ texts }: Frame, lines: readonly string[]): string {
  return [`\n${texts.examples}`, ...lines].join('\n  ');
}

export function dressed(dress: Command, texts: Texts): Command {
  return dress
    .helpOption('-h, --help', texts.helpOption)
    .configureHelp({
      styleTitle: (title) =>
        ({
          'Usage:': texts.usage,
          'Arguments:': texts.arguments,
          'Options:': texts.options,
          'Commands:': texts.commands,
        })[title] ?? title,
      optionDescription: (option) => option.description,
    })
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ outputError: () => undefined, writeErr: () => undefined });
}
