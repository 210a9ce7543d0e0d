import { type Assembly, type Communities, findCommunities } from '../../engine/index.js';
import { answerRequest } from '../answer-request.js';
import type { ExitCode } from '../exit-codes.js';
import { optionsFromFlags } from '../input/option-flags.js';
import { readInput } from '../input/read-input.js';
import { renderCommunities } from '../render/render-communities.js';
import type { Terminal } from '../terminal.js';

export interface CommunitiesFlags {
  readonly taxonomy?: string;
  readonly json?: boolean;
  readonly out?: string;
}

/** `decroise communities FILE`: the concerns that territories share, and a CSV file when `--out` asks for it. */
export async function communities(
  file: string,
  flags: CommunitiesFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { language, colour } = terminal;
  return await answerRequest<Assembly, Communities>(
    {
      read: () => readInput(file, flags, terminal),
      work: (assembly, show) =>
        findCommunities(assembly, optionsFromFlags({ ...flags }), { onProgress: show }),
      async write(found, directory) {
        const { communitiesToCsv } = await import('../../exchange/communities/communities-to-csv.js');
        const { writeTogether } = await import('../../exchange/output/write-together.js');
        return await writeTogether(directory, [communitiesToCsv(found, language)], language);
      },
      render: (found) => renderCommunities(found, language, colour.answer),
    },
    flags,
    terminal,
  );
}
