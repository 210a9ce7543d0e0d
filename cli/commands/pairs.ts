import {
  type Assembly,
  findPeers,
  type Pairings,
  type PeerQuery,
  type Peers,
  pairTerritories,
  readTerritoryName,
  readThemeName,
} from '../../engine/index.js';
import type { PairingsFileFormat } from '../../exchange/pairings/write-pairings.js';
import { answerRequest } from '../answer-request.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import { optionsFromFlags } from '../input/option-flags.js';
import { hasErrors, readInput } from '../input/read-input.js';
import { renderPairings } from '../render/render-pairings.js';
import { renderPeers } from '../render/render-peers.js';
import type { Terminal } from '../terminal.js';
import { textsOf } from '../texts/texts-of.js';

export interface PairsFlags {
  readonly taxonomy?: string;
  readonly json?: boolean;
  readonly format?: readonly PairingsFileFormat[];
  readonly out?: string;
  /** id or name: its peers, instead of the pairings of all */
  readonly territory?: string;
  readonly theme?: string;
  readonly count?: number;
  readonly farKm?: number;
}

const allFormats = ['xlsx', 'csv', 'json'] as const;

/** `decroise pairs FILE`: who would learn from whom; with `--territory`, the peers of one, near and far. */
export async function pairs(file: string, flags: PairsFlags, terminal: Terminal): Promise<ExitCode> {
  if (flags.territory !== undefined) return await peersOf(flags.territory, file, flags, terminal);
  const { language, colour } = terminal;
  return await answerRequest<Assembly, Pairings>(
    {
      read: () => readInput(file, flags, terminal),
      work: (assembly, show) => {
        show({ stage: 'pairing', done: 0, total: 1 });
        return pairTerritories(assembly, optionsFromFlags({ ...flags }));
      },
      async write(made, directory) {
        const { writePairings } = await import('../../exchange/pairings/write-pairings.js');
        return await writePairings(made, { directory, formats: flags.format ?? allFormats, language });
      },
      render: (made) => renderPairings(made, language, colour.answer),
    },
    flags,
    terminal,
  );
}

async function peersOf(
  territory: string,
  file: string,
  flags: PairsFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { language, colour } = terminal;
  const read = await readInput(file, flags, terminal);
  const asked = read.input && !hasErrors(read.findings) ? whatIsAsked(territory, read.input, flags) : null;
  if (asked && 'refusal' in asked) {
    terminal.remark(asked.refusal(textsOf(language)));
    return exitCodes.badUse;
  }
  return await answerRequest<Assembly, Peers>(
    {
      read: async () => read,
      work: (assembly) =>
        findPeers(assembly, asked?.territoryId ?? '', asked?.query ?? {}, optionsFromFlags({ ...flags })),
      async write(peers, directory, assembly) {
        const { writePeers } = await import('../../exchange/pairings/write-peers.js');
        const formats = flags.format ?? allFormats;
        return await writePeers({ peers, assembly, language }, { directory, formats });
      },
      render: (peers, assembly) => renderPeers({ peers, assembly, language }, colour.answer),
    },
    flags,
    terminal,
  );
}

type Asked =
  | { readonly territoryId: string; readonly query: PeerQuery }
  | { readonly refusal: (texts: ReturnType<typeof textsOf>) => string };

/** The territory and the theme that the flags name, or why they name none. */
function whatIsAsked(territory: string, { territories, taxonomy }: Assembly, flags: PairsFlags): Asked {
  const found = readTerritoryName(territory, territories);
  if (!('id' in found)) return { refusal: (texts) => texts.unknownTerritoryOfFile(territory, found.near) };
  const { theme, count, farKm } = flags;
  const themeId = theme === undefined ? undefined : readThemeName(theme, taxonomy);
  if (theme !== undefined && themeId === undefined) {
    const known = taxonomy.themes.map(({ id }) => id);
    return { refusal: (texts) => texts.unknownTheme(theme, known) };
  }
  const query = {
    ...(themeId !== undefined && { themeId }),
    ...(count !== undefined && { count }),
    ...(farKm !== undefined && { minKm: farKm }),
  };
  return { territoryId: found.id, query };
}
