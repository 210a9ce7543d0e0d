import type { ChangeFindingFacts } from './change-finding-facts.js';
import type { SentencesOf } from './finding-facts.js';
import { quoted } from './sentence-parts.fr.js';

/** The findings on a list of changes, in French. */
export const frenchChangeSentences: SentencesOf<ChangeFindingFacts> = {
  'unknown-change': ({ value }) => ({
    message: `${quoted(value)} n’est pas un changement connu.`,
    suggestion: 'Écrivez « part », « arrive » ou « modifié », ou videz la cellule si rien ne change.',
  }),
  'change-without-territory': () => ({
    message: 'Cette ligne dit un changement sans dire de quel territoire.',
    suggestion: 'Donnez l’identifiant ou le nom du territoire, comme dans le plan.',
  }),
  'no-change': ({ column }) => ({
    message: `La colonne ${quoted(column)} est vide partout : aucun territoire ne part, n’arrive ni ne change.`,
    suggestion: 'Écrivez « part », « arrive » ou « modifié » sur les lignes concernées.',
  }),
  'already-in-plan': ({ name }) => ({
    message: `${quoted(name)} est déjà dans le plan : il ne peut pas y arriver.`,
    suggestion:
      'Écrivez « modifié » si ses réponses changent ; sinon donnez au nouveau un autre identifiant.',
  }),
  'changed-twice': ({ name, firstRow }) => ({
    message: `${quoted(name)} a déjà un changement à la ligne ${firstRow}.`,
    suggestion: 'Gardez une seule ligne par territoire.',
  }),
};
