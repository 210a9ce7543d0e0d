import { frenchCellSentences } from './cell-sentences.fr.js';
import { frenchChangeSentences } from './change-finding-sentences.fr.js';
import type { FindingSentences } from './finding-facts.js';
import { frenchGroupingSentences } from './grouping-sentences.fr.js';
import { frenchRuleSentences } from './rule-sentences.fr.js';
import { decimal, quoted } from './sentence-parts.fr.js';
import { frenchSlotSentences } from './slot-sentences.fr.js';

/** Every finding in French. */
export const frenchSentences: FindingSentences = {
  ...frenchCellSentences,
  ...frenchGroupingSentences,
  ...frenchRuleSentences,
  ...frenchChangeSentences,
  ...frenchSlotSentences,

  'nameless-territory': () => ({
    message: 'Cette ligne n’a ni identifiant ni nom de territoire : elle n’est pas lue.',
    suggestion: 'Donnez un nom ou un SIREN, ou videz la ligne.',
  }),
  'id-from-siret': ({ value, read }) => ({
    message: `Le SIRET ${quoted(value)} est ramené à son SIREN ${quoted(read)}.`,
  }),
  'duplicate-id': ({ id, firstRow }) => ({
    message: `L’identifiant ${quoted(id)} sert déjà à la ligne ${firstRow} : cette ligne n’est pas lue.`,
    suggestion: 'Donnez-lui un autre identifiant, ou réunissez les deux lignes.',
  }),
  'same-row-twice': ({ name, firstRow }) => ({
    message: `${quoted(name)} est déjà à la ligne ${firstRow}, à l’identique : cette ligne est ignorée.`,
  }),
  'same-territory-twice': ({ name, firstName, firstRow }) => ({
    message: `${quoted(name)} est le même territoire que ${quoted(firstName)}, ligne ${firstRow}, avec d’autres réponses : cette ligne n’est pas lue.`,
    suggestion: 'Réunissez les deux lignes ; si ce sont deux territoires, donnez à chacun son identifiant.',
  }),
  'same-territory-two-ids': ({ name, firstName, firstRow, official }) => ({
    message: `${quoted(name)} et ${quoted(firstName)} (ligne ${firstRow}) ont deux identifiants mais semblent être le même territoire, ${quoted(official)} : les deux sont gardés.`,
    suggestion: 'Si c’est le même, réunissez les deux lignes ; sinon, précisez leur nom.',
  }),
  'completed-from-gazetteer': ({ name, id }) => ({
    message: `${quoted(name)} est complété par le répertoire des territoires (SIREN ${id}).`,
  }),
  'name-recognised': ({ name, official, id }) => ({
    message: `${quoted(name)} est reconnu : ${quoted(official)} (SIREN ${id}).`,
    suggestion: 'Si ce n’est pas lui, donnez un identifiant et un nom plus précis.',
  }),
  'ambiguous-name': ({ name }) => ({
    message: `${quoted(name)} ressemble à un territoire connu sans que ce soit certain : il est gardé tel quel.`,
    suggestion: 'S’il est parmi les propositions, donnez son SIREN dans la colonne « id ».',
  }),
  'siren-name-mismatch': ({ id, name, official }) => ({
    message: `Le SIREN ${id} et le nom ${quoted(name)} ne vont pas ensemble (le répertoire donne ${quoted(official)}) : rien n’est complété.`,
    suggestion: 'Corrigez le SIREN ou le nom.',
  }),
  'no-position': ({ name }) => ({
    message: `La position de ${quoted(name)} n’est pas connue : il sera placé sans tenir compte de sa position.`,
    suggestion: 'Donnez son SIREN, ou sa latitude et sa longitude.',
  }),
  'no-position-at-all': ({ count }) => ({
    message: `Aucun des ${count} territoires n’a de position : ils seront placés sans tenir compte de la géographie.`,
    suggestion: 'Donnez leurs SIREN, ou leurs latitudes et longitudes.',
  }),

  'missing-territory': () => ({
    message: 'Il manque le territoire : cette ligne n’est pas lue.',
    suggestion: 'Écrivez son identifiant ou son nom.',
  }),
  'unknown-territory': ({ name, near }) => ({
    message: `${quoted(name)} n’est pas dans la liste des territoires.`,
    suggestion:
      near.length > 0
        ? `Est-ce ${near.map(quoted).join(' ou ')} ?`
        : 'Ajoutez-le à la feuille « Territoires » ou corrigez son nom.',
  }),
  'ambiguous-territory': ({ name }) => ({
    message: `${quoted(name)} peut désigner plusieurs territoires de la liste : ce qui est dit de lui ici est laissé de côté.`,
    suggestion: 'Écrivez l’identifiant de celui qui convient.',
  }),
  'territory-read-as': ({ name, read }) => ({ message: `${quoted(name)} est lu comme ${quoted(read)}.` }),
  'territory-left-out': ({ name, row }) => ({
    message: `Le territoire ${quoted(name)} n’a pas été retenu (ligne ${row} de la liste) : ce qui le concerne ici ne l’est pas non plus.`,
    suggestion: `Corrigez d’abord la ligne ${row}.`,
  }),
  'past-territory-gone': ({ name }) => ({
    message: `${quoted(name)} n’est pas (ou plus) dans la liste des territoires : cette rencontre passée est comptée sans lui.`,
    suggestion: 'Corrigez son nom s’il fait toujours partie de l’assemblée.',
  }),
  'repeated-in-list': ({ name }) => ({ message: `${quoted(name)} est cité deux fois : il compte une fois.` }),

  'missing-problem': () => ({
    message: 'Il manque le problème.',
    suggestion: 'Écrivez son identifiant (par exemple hab.vacance), son libellé ou quelques mots.',
  }),
  'problem-read-as': ({ text, label, problemId, evidence }) => ({
    message: `${quoted(text)} est lu comme ${quoted(label)} (${problemId}), à cause de ${quoted(evidence)}.`,
  }),
  'ambiguous-problem': ({ text }) => ({
    message: `${quoted(text)} peut se lire de plusieurs façons, ou n’est pas assez sûr : il est laissé de côté.`,
    suggestion: 'Choisissez parmi les propositions et écrivez l’identifiant.',
  }),
  'unknown-problem': ({ text, near }) => ({
    message: `${quoted(text)} ne correspond à aucun problème de la taxonomie.`,
    suggestion:
      near.length > 0
        ? `Est-ce ${near.join(' ou ')} ?`
        : 'Écrivez l’identifiant ou le libellé d’un problème de la taxonomie.',
  }),
  'need-twice': ({ problemId, kept }) => ({
    message: `${problemId} est déjà déclaré par ce territoire : la plus grande intensité, ${decimal(kept)}, est gardée.`,
  }),

  'too-few-territories': ({ count }) => ({
    message:
      count === 0
        ? 'Aucun territoire n’est cité.'
        : 'Un seul territoire est cité : il en faut au moins deux.',
    suggestion: 'Citez les territoires, séparés par | ou par une virgule.',
  }),

  'unknown-wish': ({ name, near }) => ({
    message: `Le souhait ${quoted(name)} ne cite ni un territoire de la liste ni un atelier : il est gardé, mais ne compte pas.`,
    suggestion:
      near.length > 0
        ? `Est-ce ${near.map(quoted).join(' ou ')} ?`
        : 'Écrivez le nom d’un territoire, ou « atelier 3 ».',
  }),
  'wish-for-itself': ({ name }) => ({
    message: `Le souhait ${quoted(name)} est le territoire lui-même : il n’est pas lu.`,
    suggestion: 'Citez un autre territoire, ou retirez ce souhait.',
  }),
  'spelling-read-as': ({ value, read }) => ({
    message: `${quoted(value)} est lu ${quoted(read)}, comme ailleurs dans la colonne.`,
  }),
};

/** Ends the message of a finding that stands for several rows. */
export const frenchMore = (count: number): string =>
  count === 1 ? 'Une autre ligne est dans le même cas.' : `${count} autres lignes sont dans le même cas.`;
