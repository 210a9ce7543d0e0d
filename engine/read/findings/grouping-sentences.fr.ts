import type { SentencesOf } from './finding-facts.js';
import type { GroupingFindingFacts } from './grouping-finding-facts.js';
import { listed, quoted } from './sentence-parts.fr.js';

/** Every finding on a grouping in French. */
export const frenchGroupingSentences: SentencesOf<GroupingFindingFacts> = {
  'no-grouping-columns': ({ missing, columns }) => ({
    message: `Aucune colonne ne dit ${missing === 'workshop' ? 'l’atelier' : 'le territoire'}${columns.length > 0 ? ` (lues : ${listed(columns.map(quoted))})` : ''}.`,
    suggestion:
      'Donnez une ligne par territoire, avec une colonne « territoire » (identifiant ou nom) et une colonne « atelier ».',
  }),
  'no-grouping-rows': () => ({
    message: 'Aucun territoire n’est rangé dans un atelier.',
    suggestion: 'Remplissez la colonne « atelier » : un numéro ou un nom, le même pour tous ses membres.',
  }),
  'row-without-workshop': ({ name }) => ({
    message: `${quoted(name)} n’a pas d’atelier : il est compté comme non placé.`,
    suggestion: 'Donnez-lui un atelier, ou laissez la case vide s’il ne participe pas.',
  }),
  'in-two-workshops': ({ name, workshop, firstWorkshop, firstRow }) => ({
    message: `${quoted(name)} est déjà dans l’atelier ${quoted(firstWorkshop)} (ligne ${firstRow}) ; il ne peut pas être aussi dans ${quoted(workshop)}.`,
    suggestion: 'Gardez une seule des deux lignes.',
  }),
  'not-in-grouping': ({ names, count }) => ({
    message:
      count > 1
        ? `${count} territoires de la liste ne sont dans aucun atelier : ${names.join(', ')}${count > names.length ? '…' : '.'}`
        : `${quoted(names.join(''))} n’est dans aucun atelier.`,
    suggestion: 'Ils sont comptés comme non placés ; ajoutez leurs lignes s’ils participent.',
  }),
};
