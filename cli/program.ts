import { createRequire } from 'node:module';
import { Command } from 'commander';
import { declareCheck } from './declarations/check.js';
import { declareCommunities } from './declarations/communities.js';
import { declareEvaluate } from './declarations/evaluate.js';
import { declareExample } from './declarations/example.js';
import { declareExplain } from './declarations/explain.js';
import { dressed, type Frame } from './declarations/frame.js';
import { declarePairs } from './declarations/pairs.js';
import { declarePlan } from './declarations/plan.js';
import { declareProgramme } from './declarations/programme.js';
import { declareReplan } from './declarations/replan.js';
import { declareServe } from './declarations/serve.js';
import { declareSweep } from './declarations/sweep.js';
import type { ExitCode } from './exit-codes.js';
import type { Terminal } from './terminal.js';
import { textsOf } from './texts/texts-of.js';

/** In the order of the help. */
const declarations: readonly ((frame: Frame) => void)[] = [
  declareCheck,
  declarePlan,
  declareCommunities,
  declarePairs,
  declareProgramme,
  declareSweep,
  declareEvaluate,
  declareReplan,
  declareExplain,
  declareExample,
  declareServe,
];

/**
 * The command and its sub-commands. Each sub-command is loaded only when it is called, so that
 * `--help` answers at once.
 *
 * @param finish receives the exit code of the sub-command that ran
 */
export function createProgram(terminal: Terminal, finish: (code: ExitCode) => void): Command {
  const texts = textsOf(terminal.language);
  const { version } = createRequire(import.meta.url)('decroise/package.json') as { version: string };
  const program = dressed(new Command('decroise'), texts)
    .usage('[options] [commande]')
    .description(texts.about)
    .version(version, '-V, --version', texts.versionOption);
  program.helpCommand('help [commande]', texts.helpCommand);
  for (const declare of declarations) declare({ program, terminal, texts, finish });
  return program;
}
