import type { JsonSentences } from './json-sentences.js';

/** What is said about a JSON input, in French. */
export const frenchJsonSentences: JsonSentences = {
  notAnAssembly: () => ({
    message: 'Les données JSON ne décrivent pas une assemblée.',
    suggestion:
      'Donnez une liste de territoires, ou un objet avec les listes « territoires », « problématiques »…',
  }),
  noList: () => ({
    message: 'Les données JSON ne contiennent aucune liste connue.',
    suggestion:
      'Donnez au moins la liste « territoires » ; au besoin « problématiques », « sièges », « historique », « règles ».',
  }),
  unknownKey: (key) => ({
    message: `« ${key} » n’est pas une liste connue : elle est laissée de côté.`,
    suggestion:
      'Les listes connues sont « territoires », « problématiques », « sièges », « historique », « règles ».',
  }),
  notAList: (key) => ({
    message: `« ${key} » devrait être une liste.`,
    suggestion: `Écrivez "${key}": [ … ], un élément entre accolades par ligne du tableau.`,
  }),
  notAnObject: (row) => ({
    message: `L’élément ${row} de la liste n’a pas de champs nommés : il est laissé de côté.`,
    suggestion: 'Écrivez chaque élément entre accolades : { "id": "…", "nom": "…" }.',
  }),
  nestedTooDeep: (row, column) => ({
    message: `Élément ${row}, « ${column} » : trop de listes et d’objets les uns dans les autres.`,
    suggestion: 'Simplifiez cette valeur : un texte, un nombre ou une liste simple.',
  }),
};
