import { wholeParser } from '../input/flag-parsers.js';
import { addOptionFlags } from '../input/option-flags.js';
import { assemblyCommand, examples, type Frame, formatOption } from './frame.js';

export function declarePairs(frame: Frame): void {
  const { terminal, texts, finish } = frame;
  const pairs = assemblyCommand(frame, 'pairs').description(texts.pairsCommand);
  addOptionFlags(pairs, texts, terminal.language, ['general', 'profile', 'affinity', 'pairing']);
  pairs
    .option('--territory <nom>', texts.peersOfOption)
    .option('--theme <nom>', texts.themeOption)
    .option('--count <n>', `${texts.peerCountOption} (${texts.defaultIs('5')})`, wholeParser(texts, 100))
    .option('--far-km <n>', `${texts.farKmOption} (${texts.defaultIs('100')})`, wholeParser(texts, 1000))
    .addOption(formatOption(['xlsx', 'csv', 'json'], frame))
    .option('--out <dossier>', texts.outOption)
    .addHelpText(
      'after',
      examples(frame, [
        'decroise pairs assemblee.xlsx',
        'decroise pairs assemblee.xlsx --pairing-style complementary --pairing-variant stable --out resultat',
        'decroise pairs assemblee.xlsx --territory "PETR Pays Tolosan" --theme mobilites',
      ]),
    )
    .action(async (file: string, flags) => {
      const { pairs: pairOrFind } = await import('../commands/pairs.js');
      finish(await pairOrFind(file, flags, terminal));
    });
}
