import type { Language, Plan } from '../../engine/index.js';
import { saying } from './saying.js';

/** Said wherever invented answers are shown. */
export function fictiveNotice(language: Language): string {
  return saying(language)(
    'Réponses fictives : les besoins et les expériences montrés ici sont inventés.',
    'Fictive answers: the needs and experiences shown here are invented.',
  );
}

/** What follows the header of a column of invented answers; nothing when the answers are real. */
export function fictiveMark({ assembly }: Pick<Plan, 'assembly'>, language: Language): string {
  return assembly.fictive ? saying(language)(' (réponses fictives)', ' (fictive answers)') : '';
}

/** Who the places and outlines come from, as their licences ask. */
export function dataCredits(language: Language): string {
  return saying(language)(
    'Contours : Natural Earth (domaine public). Positions : GeoNames (CC BY 4.0). Territoires : INSEE, DGCL (Licence Ouverte 2.0).',
    'Outlines: Natural Earth (public domain). Positions: GeoNames (CC BY 4.0). Territories: INSEE, DGCL (Licence Ouverte 2.0).',
  );
}
