import type { Language } from '../../engine/index.js';
import { saying } from './saying.js';

/** Said wherever invented answers are shown. */
export function fictiveNotice(language: Language): string {
  return saying(language)(
    'Réponses fictives : les besoins et les expériences montrés ici sont inventés.',
    'Fictive answers: the needs and experiences shown here are invented.',
  );
}

/** Who the places and outlines come from, as their licences ask. */
export function dataCredits(language: Language): string {
  return saying(language)(
    'Contours : Natural Earth (domaine public). Positions : GeoNames (CC BY 4.0). Territoires : INSEE, DGCL (Licence Ouverte 2.0).',
    'Outlines: Natural Earth (public domain). Positions: GeoNames (CC BY 4.0). Territories: INSEE, DGCL (Licence Ouverte 2.0).',
  );
}
