import type { PairingStatements } from './pairing-statements.js';
import type { Names } from './statements.js';
import { list, quoted } from './wording.fr.js';

type PairingSentences = {
  readonly [Code in keyof PairingStatements]: (facts: PairingStatements[Code], names: Names) => string;
};

export const pairingSentencesFr: PairingSentences = {
  'pair-shows-needs': ({ fromId, toId, problemIds, strongestNeedId }, names) => {
    const shown = problemIds.map((id) => {
      const problem = quoted(names.problem(id));
      return id === strongestNeedId ? `${problem} (son besoin le plus fort)` : problem;
    });
    return `${names.territory(fromId)} peut montrer ce que cherche ${names.territory(toId)} : ${list(shown)}.`;
  },
  'pair-settings': ({ territoryId, otherId, traits, otherTraits }, names) =>
    `Leurs cadres diffèrent : ${names.territory(territoryId)} (${list(traits.map(trait))}), ${names.territory(otherId)} (${list(otherTraits.map(trait))}).`,
  'pair-met-before': () => 'Les deux territoires se sont déjà rencontrés.',
  'pair-imposed': () => 'Ce jumelage a été demandé.',
  'pair-third': ({ territoryId }, names) =>
    `${names.territory(territoryId)}, resté sans partenaire, se joint à eux : ce jumelage devient un trio.`,
  'unpaired-forbidden-pairs': () =>
    'Ce territoire reste sans partenaire : tous les jumelages possibles pour lui ont été exclus.',
};

function trait(value: string): string {
  const known: Readonly<Record<string, string>> = {
    mountain: 'montagne',
    coast: 'littoral',
    urban: 'urbain',
  };
  return known[value] ?? value;
}
