import type { PairingStatements } from './pairing-statements.js';
import type { Names } from './statements.js';
import { list, quoted } from './wording.en.js';

type PairingSentences = {
  readonly [Code in keyof PairingStatements]: (facts: PairingStatements[Code], names: Names) => string;
};

export const pairingSentencesEn: PairingSentences = {
  'pair-shows-needs': ({ fromId, toId, problemIds, strongestNeedId }, names) => {
    const shown = problemIds.map((id) => {
      const problem = quoted(names.problem(id));
      return id === strongestNeedId ? `${problem} (its strongest need)` : problem;
    });
    return `${names.territory(fromId)} can show what ${names.territory(toId)} is looking for: ${list(shown)}.`;
  },
  'pair-settings': ({ territoryId, otherId, traits, otherTraits }, names) =>
    `Their settings differ: ${names.territory(territoryId)} (${list(traits.map(trait))}), ${names.territory(otherId)} (${list(otherTraits.map(trait))}).`,
  'pair-met-before': () => 'The two territories have met before.',
  'pair-imposed': () => 'This pairing was asked for.',
  'pair-third': ({ territoryId }, names) =>
    `${names.territory(territoryId)}, left without a partner, joins them: this pairing becomes a trio.`,
  'unpaired-forbidden-pairs': () =>
    'This territory has no partner: every pairing possible for it was forbidden.',
};

function trait(value: string): string {
  const known: Readonly<Record<string, string>> = {
    montagne: 'mountain',
    littoral: 'coast',
    urbain: 'urban',
  };
  return known[value] ?? value;
}
