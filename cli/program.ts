import { createRequire } from 'node:module';
import { Command, CommanderError, Option } from 'commander';
import { defaultBudget, type Language, languages } from '../engine/index.js';
import { type ExitCode, exitCodes } from './exit-codes.js';
import { formatParser, portParser, secondsParser, wholeParser } from './input/flag-parsers.js';
import { addOptionFlags } from './input/option-flags.js';
import { takeRange } from './input/range-flags.js';
import { outputFormats } from './output-format.js';
import type { Terminal } from './terminal.js';
import type { Texts } from './texts/texts.js';
import { textsOf } from './texts/texts-of.js';

/**
 * The command and its sub-commands. Each sub-command is loaded only when it is called, so that
 * `--help` answers at once.
 *
 * @param finish receives the exit code of the sub-command that ran
 */
export function createProgram(terminal: Terminal, finish: (code: ExitCode) => void): Command {
  const { language } = terminal;
  const texts = textsOf(language);
  const { version } = createRequire(import.meta.url)('decroise/package.json') as { version: string };
  const program = dressed(new Command('decroise'), texts)
    .description(texts.about)
    .version(version, '-V, --version', texts.versionOption);
  program
    .helpCommand('help [commande]', texts.helpCommand)
    .allowExcessArguments(true)
    .action(() => {
      const [unknown] = program.args;
      if (unknown !== undefined)
        throw new CommanderError(2, 'commander.unknownCommand', `error: unknown command '${unknown}'`);
      terminal.answer(program.helpInformation());
      finish(exitCodes.done);
    });

  input(sub(program, 'check', texts), texts, language)
    .description(texts.checkCommand)
    .action(async (file: string, flags) => {
      const { check } = await import('./commands/check.js');
      finish(await check(file, flags, terminal));
    });

  const plan = input(sub(program, 'plan', texts), texts, language).description(texts.planCommand);
  addOptionFlags(plan, texts, language);
  plan
    .addOption(formatOption(outputFormats, texts))
    .option('--out <dir>', texts.outOption)
    .option('--names', texts.namesOption)
    .option('--seconds <n>', texts.secondsOption, secondsParser(texts))
    .addHelpText(
      'after',
      `\n${texts.examples}\n  decroise plan assemblee.xlsx\n  decroise plan assemblee.xlsx --size 8..12 --decoupling 0.8 --format xlsx svg --out resultat\n  decroise plan assemblee.xlsx --entry seats --size 8..12 --date 2026-11-23\n  decroise plan assemblee.xlsx --entry thematic --per-territory 2\n  decroise plan assemblee.xlsx --entry referral --size 8..10 --problems mob.covoiturage,hab.vacance`,
    )
    .action(async (file: string, flags) => {
      const { plan: composeAndWrite } = await import('./commands/plan.js');
      finish(await composeAndWrite(file, flags, terminal));
    });

  const communities = input(sub(program, 'communities', texts), texts, language).description(
    texts.communitiesCommand,
  );
  addOptionFlags(communities, texts, language, ['general', 'profile', 'geography', 'affinity', 'community']);
  communities.option('--out <dir>', texts.outOption).action(async (file: string, flags) => {
    const { communities: find } = await import('./commands/communities.js');
    finish(await find(file, flags, terminal));
  });

  addSweep(program, texts, terminal, finish);
  addEvaluate(program, texts, terminal, finish);
  sub(program, 'replan', texts)
    .argument('<plan>', texts.planArgument)
    .argument('[changements]', texts.changesArgument)
    .addOption(
      new Option(
        '--budget <n>',
        `${texts.budgetOption} (0..10000 ; ${texts.defaultIs(String(defaultBudget))})`,
      ).argParser(wholeParser(texts, 10000)),
    )
    .option('--freeze <ateliers...>', texts.freezeOption)
    .option('--vacate <sieges...>', texts.vacateOption)
    .addOption(formatOption(outputFormats, texts))
    .option('--out <dir>', texts.outOption)
    .option('--json', texts.jsonOption)
    .addOption(langOption(texts, language))
    .description(texts.replanCommand)
    .addHelpText(
      'after',
      `\n${texts.examples}\n  decroise replan resultat/plan.json changements.xlsx --budget 3\n  decroise replan resultat/plan.json nouvelle-liste.xlsx --freeze 1 4 --out resultat-2\n  decroise replan resultat/plan.json --vacate 243100518-2 --budget 2`,
    )
    .action(async (planFile: string, changesFile: string | undefined, flags) => {
      const { replan } = await import('./commands/replan.js');
      finish(await replan(planFile, changesFile, flags, terminal));
    });

  sub(program, 'explain', texts)
    .argument('<plan>', texts.planArgument)
    .option('--territory <nom>', texts.territoryOption)
    .option('--json', texts.jsonOption)
    .addOption(langOption(texts, language))
    .description(texts.explainCommand)
    .action(async (file: string, flags) => {
      const { explain } = await import('./commands/explain.js');
      finish(await explain(file, flags, terminal));
    });

  sub(program, 'example', texts)
    .argument('<dir>', texts.directoryArgument)
    .option('--region <code>', `${texts.regionOption} (${texts.defaultIs('76')})`, '76')
    .addOption(langOption(texts, language))
    .description(texts.exampleCommand)
    .action(async (directory: string, flags) => {
      const { example } = await import('./commands/example.js');
      finish(await example(directory, flags, terminal));
    });

  sub(program, 'serve', texts)
    .option('--port <n>', `${texts.portOption} (${texts.defaultIs('8787')})`, portParser(texts), 8787)
    .option('--host <adresse>', `${texts.hostOption} (${texts.defaultIs('127.0.0.1')})`, '127.0.0.1')
    .addOption(langOption(texts, language))
    .description(texts.serveCommand)
    .action(async (flags) => {
      const { serve } = await import('./commands/serve.js');
      finish(await serve(flags, terminal));
    });

  return program;
}

function addSweep(
  program: Command,
  texts: Texts,
  terminal: Terminal,
  finish: (code: ExitCode) => void,
): void {
  const { language } = terminal;
  const sweep = input(sub(program, 'sweep', texts), texts, language).description(texts.sweepCommand);
  addOptionFlags(sweep, texts, language, ['general', 'profile', 'geography', 'affinity', 'workshop']);
  takeRange(sweep, 'decoupling', texts);
  takeRange(sweep, 'spread', texts);
  sweep
    .addOption(formatOption(['xlsx', 'csv', 'svg', 'json'], texts))
    .option('--out <dir>', texts.outOption)
    .addHelpText(
      'after',
      `\n${texts.examples}\n  decroise sweep assemblee.xlsx --out resultat\n  decroise sweep assemblee.xlsx --decoupling 0..1:0.05 --spread "0|0.1|0.3" --size 8..12 --out resultat`,
    )
    .action(async (file: string, flags) => {
      const { sweep: composeAndWrite } = await import('./commands/sweep.js');
      finish(await composeAndWrite(file, flags, terminal));
    });
}

function addEvaluate(
  program: Command,
  texts: Texts,
  terminal: Terminal,
  finish: (code: ExitCode) => void,
): void {
  const { language } = terminal;
  const evaluate = input(sub(program, 'evaluate', texts), texts, language)
    .argument('<decoupage>', texts.groupingArgument)
    .description(texts.evaluateCommand);
  addOptionFlags(evaluate, texts, language, ['general', 'profile', 'geography', 'affinity', 'workshop']);
  evaluate
    .addOption(formatOption(['xlsx', 'csv', 'json'], texts))
    .option('--out <dir>', texts.outOption)
    .addHelpText(
      'after',
      `\n${texts.examples}\n  decroise evaluate assemblee.xlsx groupes-2024.csv\n  decroise evaluate assemblee.xlsx groupes-2024.csv --size 6..10 --out resultat`,
    )
    .action(async (file: string, grouping: string, flags) => {
      const { evaluate: compareAndWrite } = await import('./commands/evaluate.js');
      finish(await compareAndWrite(file, grouping, flags, terminal));
    });
}

function formatOption(formats: readonly string[], texts: Texts): Option {
  return new Option('--format <formats...>', `${texts.formatOption} (${formats.join(', ')})`)
    .choices(formats)
    .argParser(formatParser(formats, texts));
}

function sub(program: Command, name: string, texts: Texts): Command {
  return dressed(program.command(name), texts);
}

/** What every command that reads an assembly takes. */
function input(command: Command, texts: Texts, language: Language): Command {
  return command
    .argument('<fichier>', texts.fileArgument)
    .option('--taxonomy <fichier>', texts.taxonomyOption)
    .option('--json', texts.jsonOption)
    .addOption(langOption(texts, language));
}

/** Read before parsing (see `run-program.ts`), declared here for the help. */
function langOption(texts: Texts, language: Language): Option {
  return new Option('--lang <langue>', `${texts.langOption} (${texts.defaultIs('fr')})`)
    .choices(languages)
    .default(language, language);
}

function dressed(command: Command, texts: Texts): Command {
  return command
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
    .configureOutput({ outputError: () => undefined });
}
