import type { Assembly, Language } from '../../../engine/index.js';

/** What the "read me" sheet says, a line a row; a line of its own says when the answers are invented. */
export function noticeOf({ name, fictive }: Assembly, language: Language): string[] {
  const title = name === undefined ? [] : [name];
  return language === 'fr'
    ? [
        ...title,
        ...(fictive
          ? [
              'Les réponses (besoins, expériences, sièges, historique, règles) sont fictives : inventées pour essayer l’outil.',
              'Les territoires sont réels : etalab (Licence Ouverte), BANATIC (Licence Ouverte), GeoNames (CC BY 4.0).',
            ]
          : []),
        'Territoires : un par ligne. Reconnu par son SIREN ou son nom, un territoire n’a besoin de rien d’autre.',
        'Problématiques : une ligne par réponse ; besoin ou expérience ; intensité de 0 à 1.',
        'Sièges : un par ligne ; un siège vide est normal. Ni adresse électronique, ni téléphone.',
        'Historique : ateliers, jumelages et binômes passés.',
        'Règles : ensemble, séparés, fixé (dans l’atelier de tel numéro), au plus, pas seul… (toutes dans docs/entrees.md) ; impératif ou souhaité.',
        'Les listes s’écrivent avec le signe | entre deux éléments. Cette feuille n’est pas lue.',
      ]
    : [
        ...title,
        ...(fictive
          ? [
              'The answers (needs, experiences, seats, history, rules) are fictive: invented to try the tool.',
              'The territories are real: etalab (Licence Ouverte), BANATIC (Licence Ouverte), GeoNames (CC BY 4.0).',
            ]
          : []),
        'Territories: one a row. Known by its SIREN or its name, a territory needs nothing else.',
        'Problems: one row an answer; need or experience; intensity from 0 to 1.',
        'Seats: one a row; an empty seat is normal. No e-mail address, no phone number.',
        'History: past workshops, pairings and chair pairs.',
        'Rules: together, apart, pinned (to the workshop of that number), at most, not alone… (all in docs/entrees.md); hard or soft.',
        'Lists are written with | between two items. This sheet is not read.',
      ];
}

export const noticeName: Readonly<Record<Language, string>> = { fr: 'Lisez-moi', en: 'Read me' };
