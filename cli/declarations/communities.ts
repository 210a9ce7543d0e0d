import { addOptionFlags } from '../input/option-flags.js';
import { assemblyCommand, type Frame } from './frame.js';

export function declareCommunities(frame: Frame): void {
  const { terminal, texts, finish } = frame;
  const communities = assemblyCommand(frame, 'communities').description(texts.communitiesCommand);
  addOptionFlags(communities, texts, terminal.language, [
    'general',
    'profile',
    'geography',
    'affinity',
    'community',
  ]);
  communities.option('--out <dossier>', texts.outOption).action(async (file: string, flags) => {
    const { communities: find } = await import('../commands/communities.js');
    finish(await find(file, flags, terminal));
  });
}
