import { exampleAssembly } from '../../data/example-assembly.js';
import { writeAssembly } from '../../exchange/assembly/write-assembly.js';
import { OutputError } from '../../exchange/output/output-error.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import type { Terminal } from '../terminal.js';
import { textsOf } from '../texts/texts-of.js';

/** `decroise example DIR`: the example assembly, real territories and fictive answers, as XLSX, CSV and JSON. */
export async function example(
  directory: string,
  flags: { readonly region: string },
  terminal: Terminal,
): Promise<ExitCode> {
  const texts = textsOf(terminal.language);
  const assembly = exampleAssembly({ region: flags.region });
  if (assembly.territories.length === 0) {
    terminal.remark(texts.unknownRegion(flags.region));
    return exitCodes.badUse;
  }
  try {
    const paths = await writeAssembly(assembly, { directory, language: terminal.language });
    terminal.answer(
      `${texts.written(paths)}\n${texts.exampleNext(paths.find((path) => path.endsWith('.xlsx')) ?? directory)}`,
    );
    return exitCodes.done;
  } catch (error) {
    if (!(error instanceof OutputError)) throw error;
    terminal.remark(`${error.message}\n`);
    return exitCodes.badInput;
  }
}
